"""Where chapters begin: told by bookmarks, by the table of contents and by type, each checked against the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analyzer.records import Line, LineKind, Paged
from analyzer.vocab import economies

_CONTENTS = re.compile(r"^(?P<name>\S.*?)\s*(?:\.\s*){4,}\s*(?P<page>\d+|[ivxlc]+)$")
_LARGER = 1.2  # a chapter's name is set in type larger than the body's by this factor at least


@dataclass(frozen=True, slots=True)
class Start:
    """A place where a chapter, or front or back matter, begins."""

    title: str
    page: int  # 1-based page of the file
    line: int | None  # index of its first heading line on that page, None where no such line was found
    economy: str | None  # None for front and back matter
    printed: str | None  # printed page by the table of contents


def find_starts(paged: Paged, year: int, front_matter: Iterable[str]) -> tuple[list[Start], list[str]]:
    """The starts in order, and warnings where bookmarks, contents and type disagree."""
    fronts = tuple(f.casefold() for f in front_matter)
    contents = _contents(paged)
    by_type = _by_type(paged, year, fronts)
    marks = [(b.title, b.page) for b in paged.bookmarks if b.page is not None and _known(b.title, year, fronts)]
    chosen = _from_bookmarks(marks, by_type) if marks else by_type
    warnings = _check(chosen, by_type, contents, paged, year) if marks else []
    return [_start(title, page, line, contents, year) for title, page, line in chosen], warnings


def _start(title: str, page: int, line: int | None, contents: dict[str, str], year: int) -> Start:
    return Start(title, page, line, economies.code_of(title, year=year), contents.get(economies.fold(title)))


def _known(title: str, year: int, fronts: Sequence[str]) -> bool:
    return economies.code_of(title, year=year) is not None or title.casefold().startswith(tuple(fronts))


def _contents(paged: Paged) -> dict[str, str]:
    """Folded names in the table of contents -> printed page."""
    found: dict[str, str] = {}
    for page in paged.pages[:40]:
        rows = [m for line in page.lines if (m := _CONTENTS.match(line.text))]
        if len(rows) >= 3:
            for row in rows:
                found.setdefault(economies.fold(row["name"]), row["page"])
    return found


def _by_type(paged: Paged, year: int, fronts: Sequence[str]) -> list[tuple[str, int, int | None]]:
    """Names of economies (and front matter) set alone in the largest type, or at heading level 1-2 of HTML."""
    body = Counter(line.size for page in paged.pages for line in page.lines).most_common(1)[0][0]
    levels = [line.level for page in paged.pages for line in page.lines if line.level and _name(line, year, fronts)]
    top = min(levels, default=None)
    plain = not any(line.bold or line.level for page in paged.pages for line in page.lines)
    found: list[tuple[str, int, int | None]] = []
    for page in paged.pages:
        for index, line in enumerate(page.lines):
            if line.kind is not LineKind.BODY or not _name(line, year, fronts):
                continue
            large = line.bold and line.size >= _LARGER * body
            capital = plain and line.text.isupper()
            if (top is not None and line.level == top) or (top is None and (large or capital)):
                found.append((line.text.strip(), page.number, index))
    return found


def _name(line: Line, year: int, fronts: Sequence[str]) -> bool:
    text = line.text.strip()
    return len(text) < 60 and not text[-1:].isdigit() and _known(text, year, fronts)


def _from_bookmarks(
    marks: Sequence[tuple[str, int | None]], by_type: Sequence[tuple[str, int, int | None]]
) -> list[tuple[str, int, int | None]]:
    places = {(economies.fold(title), page): line for title, page, line in by_type}
    chosen, seen = [], set()
    for title, page in marks:
        key = (economies.fold(title), page)
        if page is not None and key not in seen:
            seen.add(key)
            chosen.append((title, page, places.get(key)))
    return sorted(chosen, key=lambda c: (c[1], c[2] or 0))


def _check(
    chosen: Sequence[tuple[str, int, int | None]],
    by_type: Sequence[tuple[str, int, int | None]],
    contents: dict[str, str],
    paged: Paged,
    year: int,
) -> list[str]:
    """What bookmarks, type and contents say differently."""
    warnings = []
    marked = {economies.fold(title) for title, _, _ in chosen}
    for title, page, _ in by_type:
        if economies.fold(title) not in marked:
            warnings.append(f"'{title}' on page {page} looks like a chapter, but has no bookmark")
    for title, page, line in chosen:
        if line is None and economies.code_of(title, year=year):
            warnings.append(f"the bookmark '{title}' points to page {page}, where no such heading stands")
        printed, said = paged.pages[page - 1].printed, contents.get(economies.fold(title))
        if printed and said and printed != said:
            warnings.append(f"the contents give page {said} for '{title}', the page itself is numbered {printed}")
    for name, said in contents.items():
        if name not in marked and economies.code_of(name, year=year):
            warnings.append(f"the contents list '{name}' on page {said}, but no chapter begins there")
    return warnings
