"""Plain text as pages: a form feed ends a page, and without form feeds all is one page."""

from __future__ import annotations

from pathlib import Path

from analyzer.errors import BrokenFile, NoText
from analyzer.reading.furniture import mark
from analyzer.records import Line, Page, Paged, SourceFile

_LEADING, _WIDTH, _SIZE = 12.0, 612.0, 10.0  # points; plain text has no type: these keep the order and the gaps
_LETTER = 6.0


def read_plain(path: Path, source: SourceFile) -> Paged:
    """The text file as pages of lines. Raises NoText where there is none, BrokenFile where it is binary."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    if "\0" in text:
        raise BrokenFile("this is no plain text.", where=source.name, remedy="Give it as PDF, HTML or UTF-8 text.")
    if not text.strip():
        raise NoText("the file holds no text.", where=source.name, remedy="Check that the right file was given.")
    pages = [_page(number, page) for number, page in enumerate(text.removesuffix("\f").split("\f"), 1)]
    return Paged(source, mark(pages) if len(pages) > 1 else tuple(pages))


def _page(number: int, text: str) -> Page:
    rows = text.splitlines()
    lines = tuple(
        Line(row.strip(), (0.0, at * _LEADING, len(row.rstrip()) * _LETTER, (at + 1) * _LEADING), _SIZE, bold=False)
        for at, row in enumerate(rows)
        if row.strip()
    )
    return Page(number, None, _WIDTH, max(1, len(rows)) * _LEADING, lines)
