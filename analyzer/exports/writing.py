"""Rows as a file of the kind asked for."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from analyzer.errors import MissingExtra, UnknownChoice

KINDS = ("json", "jsonl", "csv", "parquet", "xlsx")
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDE = {"text": 80, "evidence": 60, "change": 40, "heading": 30, "sentence": 80, "snippet": 60, "title": 50}
_LONGEST = 32_000  # characters in a cell of Excel: 32,767


def write(rows: Iterable[Mapping[str, Any]], kind: str, path: Path) -> int:
    """Write the rows to a file and return how many; columns stand in the order of the first row.

    Raises UnknownChoice for an unknown kind and MissingExtra where a package is needed.
    """
    held = list(rows)
    if kind not in KINDS:
        raise UnknownChoice("format", kind, KINDS)
    if kind == "parquet":
        _parquet(held, path)
    elif kind == "xlsx":
        _xlsx(held, path)
    else:
        path.write_text("".join(as_text(held, kind)), encoding="utf-8", newline="")
    return len(held)


def as_text(rows: Sequence[Mapping[str, Any]], kind: str) -> Iterator[str]:
    """The rows as JSON, JSON lines or CSV, piece by piece."""
    if kind == "jsonl":
        for row in rows:
            yield json.dumps(row, ensure_ascii=False) + "\n"
    elif kind == "json":
        yield json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"
    elif kind == "csv":
        out = io.StringIO()
        if rows:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(rows[0].keys())
            writer.writerows([harmless(flat(value)) for value in row.values()] for row in rows)
        yield out.getvalue()
    else:
        raise UnknownChoice("format", kind, ("json", "jsonl", "csv"))


def flat(value: object) -> object:
    """A value for one cell: lists of words joined, records as JSON."""
    if isinstance(value, list | tuple) and all(isinstance(v, str | int) for v in value):
        return "; ".join(map(str, value))
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def harmless(value: object) -> object:
    """The value with a leading apostrophe where a spreadsheet would take it for a formula."""
    if not isinstance(value, str):
        return value
    clean = _UNPRINTABLE.sub("", value)
    return "'" + clean if _FORMULA.match(clean) else clean


def _parquet(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("writing Parquet needs pyarrow.", remedy="Install analyzer[parquet].") from error
    plain = [
        {k: json.dumps(v, ensure_ascii=False) if isinstance(v, dict) else _listed(v) for k, v in r.items()}
        for r in rows
    ]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(plain), path)


def _listed(value: object) -> object:
    if isinstance(value, list) and any(isinstance(v, dict) for v in value):
        return json.dumps(value, ensure_ascii=False)
    return value


def _xlsx(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    import openpyxl
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    names = list(rows[0]) if rows else []
    sheet.append(names)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        values = [harmless(flat(row.get(name))) for name in names]
        sheet.append([v[:_LONGEST] if isinstance(v, str) else v for v in values])
    for at, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDE.get(name, max(10, len(name) + 2))
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    if names:
        sheet.auto_filter.ref = sheet.dimensions
    book.save(path)
