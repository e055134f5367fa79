"""PDF pages as lines with their place, by pdfium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from analyzer.errors import BrokenFile, EncryptedFile, LimitExceeded, NoText
from analyzer.reading.furniture import mark
from analyzer.reading.limits import Limits
from analyzer.reading.lines import PageText
from analyzer.reading.ruled import grids, with_rows
from analyzer.reading.strokes import Rule, strokes
from analyzer.records import Bookmark, Line, LineKind, Page, Paged, SourceFile

_NEAR = 3.0  # points between a rule and the line that it underlines


def read_pdf(path: Path, source: SourceFile, *, limits: Limits) -> Paged:
    """The PDF page by page. Raises BrokenFile, EncryptedFile, NoText or LimitExceeded."""
    with _open(path, source) as document:
        if len(document) > limits.pages:
            raise LimitExceeded(
                f"{len(document)} pages, more than the limit of {limits.pages}.",
                where=source.name,
                remedy="Split the file, or raise the limit.",
            )
        pages, characters = [], 0
        for number in range(1, len(document) + 1):
            page = _page(document, number, source)
            characters += sum(len(line.text) for line in page.lines)
            if characters > limits.characters:
                raise LimitExceeded(
                    f"more than {limits.characters} characters by page {number}.",
                    where=source.name,
                    remedy="Raise the limit if you trust the file.",
                )
            pages.append(page)
        if characters < 20:
            raise NoText(
                "no text on any page: the file is empty or scanned.",
                where=source.name,
                remedy="Run OCR over it (for instance ocrmypdf), and add the result.",
            )
        bookmarks = tuple(_bookmarks(document))
        title = document.get_metadata_value("Title") or None
    blank = [p.number for p in pages if not p.lines]
    warnings = (f"{len(blank)} pages hold no text (first: page {blank[0]})",) if blank else ()
    return Paged(source, mark(pages), bookmarks, title, warnings)


def _open(path: Path, source: SourceFile) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedFile(
                "the PDF needs a password.", where=source.name, remedy="Save a copy without one, and add that."
            ) from error
        raise BrokenFile(
            "the PDF is damaged and cannot be opened.", where=source.name, remedy="Fetch it again."
        ) from error


def _bookmarks(document: pypdfium2.PdfDocument) -> Iterator[Bookmark]:
    for entry in document.get_toc(max_depth=8):
        place = entry.get_dest()
        index = place.get_index() if place is not None else None
        yield Bookmark(entry.get_title().strip(), entry.level, None if index is None else index + 1)


def _page(document: pypdfium2.PdfDocument, number: int, source: SourceFile) -> Page:
    try:
        page = document[number - 1]
        width, height = page.get_size()
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(f"page {number} cannot be read.", where=source.name, remedy="Fetch the file again.") from error
    try:
        drawn, text = strokes(page, height), PageText(text_page, height)
        runs = list(text.runs())
        tables = grids(drawn)
        lines = with_rows(runs, tables, text) if tables else [run.line for run in runs]
        lines = _underline(lines, drawn.horizontal)
    finally:
        text_page.close()
        page.close()
    return Page(number, None, width, height, tuple(lines))


def _underline(lines: list[Line], rules: Sequence[Rule]) -> list[Line]:
    """The lines, those marked that have a stroke of their own length at their foot."""
    for rule in rules:
        for at, line in enumerate(lines):
            if _lies_under(rule, line):
                lines[at] = replace(line, underlined=True)
    return lines


def _lies_under(rule: Rule, line: Line) -> bool:
    x0, top, x1, bottom = line.box
    return (
        abs(rule.start - x0) < _NEAR
        and abs(rule.end - x1) < 2 * _NEAR
        and (top + bottom) / 2 < rule.at < bottom + _NEAR
        and line.kind is not LineKind.TABLE
    )
