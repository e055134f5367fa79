"""PDF pages as lines with their place, by pdfium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from analyzer.errors import BrokenFile, EncryptedFile, LimitExceeded, NoText
from analyzer.reading.furniture import mark
from analyzer.reading.limits import Limits
from analyzer.reading.lines import Box, PageText
from analyzer.reading.odd import is_mixed_up, is_turned, read_odd
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
        pages, characters, odd_pages = [], 0, list[int]()
        for number in range(1, len(document) + 1):
            page, odd = _page(document, number, source)
            characters += sum(len(line.text) for line in page.lines)
            if characters > limits.characters:
                raise LimitExceeded(
                    f"more than {limits.characters} characters by page {number}.",
                    where=source.name,
                    remedy="Raise the limit if you trust the file.",
                )
            pages.append(page)
            if odd:
                odd_pages.append(number)
        if characters < 20:
            raise NoText(
                "no text on any page: the file is empty or scanned.",
                where=source.name,
                remedy="Run OCR over it (for instance ocrmypdf), and add the result.",
            )
        bookmarks = tuple(_bookmarks(document))
        title = document.get_metadata_value("Title") or None
    if odd_pages:
        pages = _read_again(path, pages, odd_pages)
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


def _read_again(path: Path, pages: Sequence[Page], odd: Sequence[int]) -> list[Page]:
    """The pages, the odd ones as pdfplumber reads them where it finds their text."""
    again = {number: Page(number, None, width, height, lines) for number, width, height, lines in read_odd(path, odd)}
    return [again[p.number] if p.number in again and again[p.number].lines else p for p in pages]


def _page(document: pypdfium2.PdfDocument, number: int, source: SourceFile) -> tuple[Page, bool]:
    """The page, and whether it is an odd one."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(f"page {number} cannot be read.", where=source.name, remedy="Fetch the file again.") from error
    try:
        drawn, text = strokes(page, height), PageText(text_page, height)
        runs = list(text.runs())
        odd = is_turned(page, text)
        tables = [] if odd else grids(drawn)
        lines = with_rows(runs, tables, text) if tables else [run.line for run in runs]
        if not odd:
            lines = _underline(lines, drawn.horizontal)
            ruled = any(line.kind is LineKind.TABLE for line in lines)  # its cells look like columns
            odd = not ruled and is_mixed_up(text, runs)
    finally:
        text_page.close()
        page.close()
    return Page(number, None, width, height, tuple(lines)), odd


def _underline(lines: list[Line], rules: Sequence[Rule]) -> list[Line]:
    """The lines, those marked that have a stroke of their own length at their foot."""
    free = [(at, line.box) for at, line in enumerate(lines) if line.kind is not LineKind.TABLE] if rules else []
    for rule in rules:
        for at, box in free:
            if abs(rule.start - box[0]) < _NEAR and _lies_under(rule, box):
                lines[at] = replace(lines[at], underlined=True)
    return lines


def _lies_under(rule: Rule, box: Box) -> bool:
    _, top, x1, bottom = box
    return abs(rule.end - x1) < 2 * _NEAR and (top + bottom) / 2 < rule.at < bottom + _NEAR
