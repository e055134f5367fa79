"""What stands on a page beside its text: running heads and feet, page numbers, footnotes. Marked, never deleted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analyzer.records import Line, LineKind, Page

_EDGE = 3  # lines from the top or bottom that may be a running head or foot
_NUMBER = r"\d{1,4}|[ivxlc]{1,7}"
_FOLIO = re.compile(
    rf"^(?:[-–—\[(]?\s*(?P<alone>{_NUMBER})\s*[-–—\])]?|(?P<before>{_NUMBER})\s*[|•·–—-]\s*\S.*|"
    rf"\S.*\s[|•·–—-]\s*(?P<after>{_NUMBER}))$"
)
_DIGITS = re.compile(r"\b\d+\b|^[ivxlc]+$|^[ivxlc]+(?= [|•·–—-])|(?<=[|•·–—-] )[ivxlc]+$")
_BAND = 12.0  # points: a running line stands at the same height on every page


def mark(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with running lines, page numbers and footnotes marked, and each page's printed number."""
    usual = _running_texts(pages)
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[line.size] += len(line.text)
    body = max(letters, key=lambda size: (letters[size], -size), default=0.0)
    return tuple(_mark_page(page, usual, body) for page in pages)


def _shape(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.strip()), round(line.box[1] / _BAND)


def _edges(page: Page) -> list[int]:
    free = (i for i, line in enumerate(page.lines) if line.kind is not LineKind.TABLE)
    by_height = sorted(free, key=lambda i: (page.lines[i].box[1], i))
    return sorted({*by_height[:_EDGE], *by_height[-_EDGE:]})


def _running_texts(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Shapes and heights of lines that stand at the edge of many pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_shape(page.lines[i]) for i in _edges(page)})
    least = max(2, min(5, len(pages) // 4))
    return frozenset(shape for shape, n in seen.items() if n >= least)


def _mark_page(page: Page, usual: frozenset[tuple[str, int]], body: float) -> Page:
    kinds: dict[int, LineKind] = {}
    printed: str | None = None
    for index in _edges(page):
        line = page.lines[index]
        folio = _FOLIO.match(line.text.strip())
        if folio and _shape(line) in usual:
            number = folio["alone"] or folio["before"] or folio["after"]
            printed = printed or number
            kinds[index] = LineKind.FOLIO
        elif _shape(line) in usual and not _is_heading_like(line, body):
            kinds[index] = LineKind.RUNNING
    kinds |= {i: LineKind.FOOTNOTE for i in _footnotes(page, body) if i not in kinds}
    lines = list(page.lines)
    for index, kind in kinds.items():
        lines[index] = replace(lines[index], kind=kind)
    return replace(page, printed=printed, lines=tuple(lines))


def _is_heading_like(line: Line, body: float) -> bool:
    return line.bold and line.size >= body


def _footnotes(page: Page, body: float) -> Iterable[int]:
    """Lines in small type below the last line of the body."""
    if not page.lines or not body:
        return ()
    small = body - 1.2
    large = [line.box[3] for line in page.lines if line.size > small and not _FOLIO.match(line.text.strip())]
    lowest = max(large, default=page.height / 2)
    return [
        i
        for i, line in enumerate(page.lines)
        if 0 < line.size <= small
        and line.kind is not LineKind.TABLE
        and line.box[1] >= min(lowest - 1, page.height * 0.9)
        and line.box[1] > page.height / 3
    ]
