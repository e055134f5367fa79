"""PDF pages as lines with their place, by pdfium."""

from __future__ import annotations

import ctypes
import math
import statistics
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from analyzer.errors import BrokenFile, EncryptedFile, LimitExceeded, NoText
from analyzer.reading.furniture import mark
from analyzer.reading.limits import Limits
from analyzer.records import Bookmark, Line, Page, Paged, SourceFile

# pdfium writes this in place of a hyphen at a line's end, and joins the two lines (fpdf_text.h).
_BROKEN = "\ufffe"
_FORCED_BOLD = 1 << 18  # font descriptor flag, PDF 32000-1, table 123
_ITALIC = 1 << 6
_THIN = 3.0  # points
_MOST_OBJECTS = 20_000  # a page of maps may hold millions


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
        lines = _underline(tuple(_lines(text_page, height)), _rules(page, height))
    finally:
        text_page.close()
        page.close()
    return Page(number, None, width, height, lines)


def _rules(page: pypdfium2.PdfPage, height: float) -> list[tuple[float, float, float]]:
    """Thin horizontal strokes on the page: left, right, and distance from the top."""
    rules = []
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, at)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            pdfium.FPDFPageObj_GetBounds(drawn, *sides)
            left, bottom, right, top = (side.value for side in sides)
            if top - bottom < _THIN < right - left:
                rules.append((left, right, height - bottom))
    return rules


def _underline(lines: tuple[Line, ...], rules: list[tuple[float, float, float]]) -> tuple[Line, ...]:
    """The lines, those marked that have a stroke of their own length at their foot."""
    if not rules:
        return lines
    return tuple(replace(line, underlined=any(_lies_under(rule, line) for rule in rules)) for line in lines)


def _lies_under(rule: tuple[float, float, float], line: Line) -> bool:
    left, right, at = rule
    x0, top, x1, bottom = line.box
    return abs(left - x0) < _THIN and abs(right - x1) < 2 * _THIN and (top + bottom) / 2 < at < bottom + _THIN


def _lines(text_page: pypdfium2.PdfTextPage, height: float) -> Iterator[Line]:
    text = text_page.get_text_range()
    exact = len(text) == text_page.count_chars()
    raw, at = text_page.raw, 0
    for piece in _split(text):
        start, end = at, at + len(piece)
        at = end
        printed = piece.replace(_BROKEN, "-").replace("\xad", "-").replace("\x02", "-").rstrip("\r\n")
        shown = printed.strip()
        if shown:
            first = start + len(printed) - len(printed.lstrip())
            last = start + len(printed.rstrip()) - 1
            if not exact:
                first, last = (pdfium.FPDFText_GetCharIndexFromTextIndex(raw, i) for i in (first, last))
            yield _line(raw, _clean(shown), first, last, height)


def _split(text: str) -> Iterator[str]:
    for row in text.splitlines(keepends=True):
        start = 0
        while (broken := row.find(_BROKEN, start)) >= 0:
            yield row[start : broken + 1]
            start = broken + 1
        yield row[start:]


def _clean(text: str) -> str:
    return "".join(" " if c in "\t\xa0\u2009\u202f" else c for c in text if c >= " " or c == "\t")


def _line(raw: object, text: str, first: int, last: int, height: float) -> Line:
    x0, y0, y1 = _box(raw, first)[0], *_box(raw, first)[1::2]
    right = _box(raw, last)
    bottom, top = min(y0, right[1]), max(y1, right[3])
    middle = (first + last) // 2
    styles = [_style(raw, i) for i in (first, middle, last)]
    return Line(
        text,
        (round(x0, 1), round(height - top, 1), round(right[2], 1), round(height - bottom, 1)),
        round(statistics.median(s[0] for s in styles), 1),
        bold=sum(s[1] for s in styles) >= 2,
        italic=sum(s[2] for s in styles) >= 2,
    )


def _box(raw: object, index: int) -> tuple[float, float, float, float]:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, index, rectangle)
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _style(raw: object, index: int) -> tuple[float, bool, bool]:
    flags = ctypes.c_int(0)
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, index, buffer, 128, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    size = float(pdfium.FPDFText_GetFontSize(raw, index))
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(raw, index, matrix):  # many producers scale a one-point font
        size *= math.hypot(matrix.c, matrix.d)
    bold = "bold" in name or "black" in name or bool(flags.value & _FORCED_BOLD)
    bold = bold or pdfium.FPDFText_GetFontWeight(raw, index) >= 600
    return size, bold, "italic" in name or "oblique" in name or bool(flags.value & _ITALIC)
