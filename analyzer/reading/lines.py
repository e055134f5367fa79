"""The lines of a PDF page with their type and place, by pdfium."""

from __future__ import annotations

import ctypes
import math
import re
import statistics
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from analyzer.records import Line

# pdfium writes this in place of a hyphen at a line's end, and joins the two lines (fpdf_text.h).
_BROKEN = "\ufffe"
_HYPHENS = str.maketrans({_BROKEN: "-", "\xad": "-", "\x02": "-"})
_SPACES = str.maketrans(dict.fromkeys("\t\xa0\u2009\u202f", " "))
_ODD_CHARACTER = re.compile(r"[\x00-\x1f\xa0\u2009\u202f]")
_CONTROL = re.compile(r"[\x00-\x1f]")
_FORCED_BOLD = 1 << 18  # font descriptor flag, PDF 32000-1, table 123
_ITALIC = 1 << 6

Box = tuple[float, float, float, float]  # x0, top, x1, bottom, points from the page's top left
Style = tuple[float, bool, bool]  # size, bold, italic


class Run(NamedTuple):
    """A line and its first and last character on the page, as pdfium counts them."""

    line: Line
    first: int
    last: int


class PageText:
    """The text of one page as pdfium gives it, in the order in which it was set."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, height: float) -> None:
        self._text_page, self.raw, self._height = text_page, text_page.raw, height
        self._turned = 0
        self._styles: dict[int, Style] = {}  # by address of the text object, valid while the page is open
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._rectangle, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    @property
    def turned(self) -> float:
        """The share of the text looked at so far that runs up or down the page."""
        return self._turned / max(1, len(self._styles))

    def runs(self) -> Iterator[Run]:
        """The lines, where the text breaks and where it is hyphenated."""
        text = self._text_page.get_text_range()
        exact = len(text) == self._text_page.count_chars()
        at = 0
        for piece in _split(text):
            start, at = at, at + len(piece)
            printed = (piece if piece.isascii() and "\x02" not in piece else piece.translate(_HYPHENS)).rstrip("\r\n")
            shown = printed.strip()
            if shown:
                first = start + len(printed) - len(printed.lstrip())
                last = start + len(printed.rstrip()) - 1
                if not exact:
                    first, last = (pdfium.FPDFText_GetCharIndexFromTextIndex(self.raw, i) for i in (first, last))
                yield Run(self.line(_clean(shown), first, last), first, last)

    def words(self, first: int, last: int) -> Iterator[tuple[str, tuple[Box, ...]]]:
        """The words of a line, each with the boxes of its characters."""
        word, boxes = "", []
        for index in range(first, last + 1):
            code = pdfium.FPDFText_GetUnicode(self.raw, index)
            letter = chr(code).translate(_HYPHENS) if 0 < code < 0x110000 else ""
            if letter.strip() and letter >= " ":
                word += letter
                x0, y0, x1, y1 = self._box(index)
                boxes.append((x0, self._height - y1, x1, self._height - y0))
            elif word:
                yield word, tuple(boxes)
                word, boxes = "", []
        if word:
            yield word, tuple(boxes)

    def line(self, text: str, first: int, last: int) -> Line:
        """A line of this text: its place from its first and last character, its style from these and the middle one."""
        left, bottom, _, top = self._box(first)
        _, y0, right, y1 = self._box(last)
        bottom, top = min(bottom, y0), max(top, y1)
        one, three = self._style(first), self._style(last)
        two = one if one == three else self._style((first + last) // 2)
        return Line(
            text,
            (round(left, 1), round(self._height - top, 1), round(right, 1), round(self._height - bottom, 1)),
            round(statistics.median((one[0], two[0], three[0])), 1),
            bold=one[1] + two[1] + three[1] >= 2,
            italic=one[2] + two[2] + three[2] >= 2,
        )

    def _box(self, index: int) -> Box:
        rectangle = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self.raw, index, rectangle)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    def _style(self, index: int) -> Style:
        drawn = pdfium.FPDFText_GetTextObject(self.raw, index)
        if not drawn:  # a space that pdfium has put in
            return self._measured(index, _weight_and_slope(self.raw, index))
        address = ctypes.addressof(drawn.contents)
        style = self._styles.get(address)
        if style is None:
            style = self._styles[address] = self._measured(index, self._font(drawn, index))
        return style

    def _font(self, drawn: object, index: int) -> tuple[bool, bool]:
        address = ctypes.addressof(pdfium.FPDFTextObj_GetFont(drawn).contents)
        font = self._fonts.get(address)
        if font is None:
            font = self._fonts[address] = _weight_and_slope(self.raw, index)
        return font

    def _measured(self, index: int, font: tuple[bool, bool]) -> Style:
        size = pdfium.FPDFText_GetFontSize(self.raw, index)
        matrix = self._matrix
        if pdfium.FPDFText_GetMatrix(self.raw, index, matrix):  # many producers scale a one-point font
            size *= math.hypot(matrix.c, matrix.d)
            self._turned += abs(matrix.b) > abs(matrix.a)
        return size, *font


def _split(text: str) -> Iterator[str]:
    for row in text.splitlines(keepends=True):
        start = 0
        while (broken := row.find(_BROKEN, start)) >= 0:
            yield row[start : broken + 1]
            start = broken + 1
        yield row[start:]


def _clean(text: str) -> str:
    return _CONTROL.sub("", text.translate(_SPACES)) if _ODD_CHARACTER.search(text) else text


def _weight_and_slope(raw: object, index: int) -> tuple[bool, bool]:
    """Whether the font of a character is bold, and whether it is italic."""
    flags = ctypes.c_int(0)
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, index, buffer, 128, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    bold = "bold" in name or "black" in name or bool(flags.value & _FORCED_BOLD)
    bold = bold or pdfium.FPDFText_GetFontWeight(raw, index) >= 600
    return bold, "italic" in name or "oblique" in name or bool(flags.value & _ITALIC)
