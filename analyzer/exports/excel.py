"""Rows as an Excel sheet: frozen head, filters, widths, links, and nothing that runs as a formula."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.errors import LimitExceeded
from analyzer.exports.cells import flat, harmless
from analyzer.exports.sheet import Link
from analyzer.office import FIRST_YEAR, Archive

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_WIDTHS = {
    "text": 80, "passage": 80, "sentence": 80, "evidence": 60, "snippet": 60, "title": 50, "change": 40,
    "what changed": 50, "mentions": 36, "heading": 30, "section": 26, "economy": 20, "page": 18, "passage id": 28,
}  # fmt: skip
_LONGEST = 32_000  # characters in a cell of Excel: 32,767
_MOST_ROWS = 2**20  # in a sheet of Excel, with the head
_MOST_LINKS = 65_000  # in a sheet of Excel: 65,530


def write(rows: Iterable[Mapping[str, Any]], path: Path, *, notes: Iterable[str] = ()) -> int:
    """Write the rows as they come and return how many; columns stand in the order of the first, and no time of writing.

    `notes` go on a sheet of their own, a line each. Raises LimitExceeded, and writes nothing, where the rows are more
    than a sheet holds, and PermissionError where the folder takes no file.
    """
    import openpyxl
    from openpyxl.utils import get_column_letter
    from openpyxl.writer.excel import ExcelWriter

    folder = path.absolute().parent
    # Told beforehand: sheets that were begun and cannot be written end in tracebacks of their own.
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    coming = iter(rows)
    first = next(coming, None)
    names = list(first) if first is not None else []
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "analyzer"
    book.properties.created = book.properties.modified = datetime(FIRST_YEAR, 1, 1)
    sheet = book.create_sheet("analyzer")
    sheet.freeze_panes = "C2" if {"economy", "edition"} <= set(names) else "A2"
    for at, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, max(10, len(name) + 3))
    writer = _Writer(sheet)
    sheet.append([writer.head(name) for name in names])
    count = 0
    try:
        for count, row in enumerate(chain([first] if first is not None else [], coming), 1):
            if count >= _MOST_ROWS:
                raise LimitExceeded(
                    f"a sheet of Excel holds {_MOST_ROWS - 1:,} rows under its head, and there are more.",
                    where=path.name,
                    remedy="Export one economy or edition, or as csv or parquet.",
                )
            sheet.append([writer.cell(row.get(name)) for name in names])
        if lines := list(notes):
            _write_notes(book, lines)
        archive = Archive(path)
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()  # its temporary file, which else stays until the program ends
        raise
    if names:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{count + 1}"
    with archive:
        ExcelWriter(book, archive).write_data()  # `book.save` puts the time into it
    return count


def _write_notes(book: Workbook, lines: Iterable[str]) -> None:
    sheet = book.create_sheet("notes")
    sheet.column_dimensions["A"].width = 110
    writer = _Writer(sheet)
    for line in lines:
        sheet.append([writer.cell(line)])


class _Writer:
    """Makes cells of one sheet, all with the same few styles."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self._sheet, self._links = sheet, 0
        self._top = Alignment(wrap_text=True, vertical="top")
        self._bold, self._grey = Font(bold=True), PatternFill("solid", fgColor="E3E8F0")
        self._blue = Font(color="1F5FA8", underline="single")

    def head(self, name: str) -> WriteOnlyCell:
        """The cell of a column's name."""
        made = self._made(name)
        made.font, made.fill = self._bold, self._grey
        return made

    def cell(self, value: object) -> WriteOnlyCell:
        """A cell with a value; text is text, whatever it begins with."""
        if not isinstance(value, Link):
            return self._made(value)
        made = self._made(value.words)
        if self._links < _MOST_LINKS:
            made.hyperlink, made.font = value.address, self._blue
            made.value = harmless(value.words)
            self._links += 1
        return made

    def _made(self, value: object) -> WriteOnlyCell:
        from openpyxl.cell import WriteOnlyCell

        plain = harmless(flat(value))
        made = WriteOnlyCell(self._sheet, plain[:_LONGEST] if isinstance(plain, str) else plain)
        made.alignment = self._top
        return made
