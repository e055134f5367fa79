"""Where chapters begin: told by bookmarks, by the table of contents and by type, each checked against the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.outline.blocks import body_size
from analyzer.records import Line, LineKind, Paged
from analyzer.vocab import economies

_LEADERS = 4  # dots at least between a name and its page in a table of contents
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
    if not any(economies.code_of(title, year=year) for title, _ in marks):
        marks = []
    chosen = _choose(marks, by_type, contents) if marks else by_type
    warnings = _check(marks, chosen, contents, paged, year)
    return [_start(title, page, line, contents, year) for title, page, line in chosen], warnings


def _start(title: str, page: int, line: int | None, contents: dict[str, str], year: int) -> Start:
    return Start(title, page, line, economies.code_of(title, year=year), contents.get(economies.fold(title)))


def _known(title: str, year: int, fronts: Sequence[str]) -> bool:
    return economies.code_of(title, year=year) is not None or title.casefold().startswith(tuple(fronts))


def _contents(paged: Paged) -> dict[str, str]:
    """Folded names in the table of contents -> printed page."""
    found: dict[str, str] = {}
    for page in paged.pages[:40]:
        rows = [row for line in page.lines if (row := row_of_contents(line.text))]
        if len(rows) >= 3:
            for name, printed in rows:
                found.setdefault(economies.fold(name), printed)
    return found


def row_of_contents(text: str) -> tuple[str, str] | None:
    """The name and the page of a line such as "Korea . . . . 251", looked at from its end; None of any other line."""
    before = min(text.rstrip("0123456789"), text.rstrip("ivxlc"), key=len)
    name = before.rstrip(". \t")
    found = len(before) < len(text) and name and before.count(".", len(name)) >= _LEADERS
    return (name, text[len(before) :]) if found else None


def _by_type(paged: Paged, year: int, fronts: Sequence[str]) -> list[tuple[str, int, int | None]]:
    """Names of economies (and front matter) set alone in the largest type, or at heading level 1-2 of HTML."""
    body = body_size(line for page in paged.pages for line in page.lines)
    levels = [line.level for page in paged.pages for line in page.lines if line.level and _name(line, year, fronts)]
    top = min(levels, default=None)
    plain = not any(line.bold or line.level for page in paged.pages for line in page.lines)
    found: list[tuple[str, int, int | None]] = []
    for page in paged.pages:
        for index, line in enumerate(page.lines):
            large = line.bold and line.size >= _LARGER * body
            capital = plain and line.text.isupper()
            apart = line.level == top if top is not None else large or capital
            if apart and line.kind is LineKind.BODY and _name(line, year, fronts):
                found.append((line.text.strip(), page.number, index))
    return found


def _name(line: Line, year: int, fronts: Sequence[str]) -> bool:
    text = line.text.strip()
    return len(text) < 60 and not text.endswith((".", *"0123456789")) and _known(text, year, fronts)


def _choose(
    marks: Sequence[tuple[str, int]], by_type: Sequence[tuple[str, int, int | None]], contents: Mapping[str, str]
) -> list[tuple[str, int, int | None]]:
    """Bookmarked chapters where their heading stands, and those that type and contents agree on without a bookmark."""
    headings: dict[str, list[tuple[int, int | None]]] = {}
    for name, at, line in by_type:
        headings.setdefault(economies.fold(name), []).append((at, line))
    chosen: dict[tuple[str, int], tuple[str, int, int | None]] = {}
    for title, page in marks:
        places = headings.get(economies.fold(title), [])
        here = [place for place in places if place[0] == page]
        at, line = here[0] if here else places[0] if len(places) == 1 else (page, None)
        chosen.setdefault((economies.fold(title), at), (title, at, line))
    marked = {economies.fold(title) for title, _ in marks}
    agreed = [c for c in by_type if economies.fold(c[0]) not in marked and economies.fold(c[0]) in contents]
    return sorted([*chosen.values(), *agreed], key=lambda c: (c[1], -1 if c[2] is None else c[2]))


def _check(
    marks: Sequence[tuple[str, int]],
    chosen: Sequence[tuple[str, int, int | None]],
    contents: Mapping[str, str],
    paged: Paged,
    year: int,
) -> list[str]:
    """What bookmarks, type and contents say differently of the chapters."""
    warnings = []
    marked = {economies.fold(title): page for title, page in marks}
    begun = {economies.fold(title) for title, _, _ in chosen}
    for title, page, line in chosen:
        if economies.code_of(title, year=year) is None:
            continue
        name = economies.fold(title)
        if marks and name not in marked:
            warnings.append(f"'{title}' on page {page} is a chapter by type and contents, but has no bookmark")
        elif marks and marked[name] != page:
            warnings.append(f"the bookmark '{title}' points to page {marked[name]}, its heading stands on page {page}")
        if line is None:
            warnings.append(f"the bookmark '{title}' points to page {page}, where no such heading stands")
        printed, said = paged.pages[page - 1].printed, contents.get(name)
        if printed and said and printed != said:
            warnings.append(f"the contents give page {said} for '{title}', the page itself is numbered {printed}")
        if contents and said is None:
            warnings.append(f"'{title}' on page {page} is not in the table of contents")
    for name, said in contents.items():
        if name not in begun and economies.code_of(name, year=year):
            warnings.append(f"the contents list '{name}' on page {said}, but no chapter begins there")
    return warnings
