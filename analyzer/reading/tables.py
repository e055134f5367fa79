"""Tables of texts by year, country and section: rda, csv, parquet and jsonl files as rows."""

from __future__ import annotations

import csv
import io
import json
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from analyzer.errors import BrokenFile, MissingColumns, MissingExtra, NotAReport, NoText
from analyzer.records import Row, SourceFile, Table

_SYNONYMS = {
    "year": ("year", "edition", "report_year"),
    "country": ("country", "economy", "chapter"),
    "section": ("section", "category", "heading"),
    "text": ("text", "content", "passage"),
}
_ONE_A_LINE = "Each line must be one JSON object with year, country, section and text."
Columns = Mapping[str, Sequence[object]]


def read_table(path: Path, source: SourceFile) -> Table:
    """The rows of a table file, in file order.

    Raises MissingColumns where year, country, section or text is absent, BrokenFile where it cannot be parsed, NoText
    where it has no rows, and NotAReport for findings that were exported.
    """
    columns = _READERS[source.kind](path)
    chosen = _choose(columns, source.name)
    rows = tuple(
        Row(number, _year(year), _word(country), _word(section), _text(text))
        for number, (year, country, section, text) in enumerate(zip(*chosen, strict=True), 1)
    )
    if not rows:
        raise NoText("the table has no rows.", where=source.name, remedy="Check that the right file was given.")
    return Table(source, rows)


def _choose(columns: Columns, name: str) -> list[Sequence[object]]:
    by_name = {key.strip().casefold(): values for key, values in columns.items()}
    if by_name.keys() >= {"passage_id", "listing_id", "status"}:
        raise NotAReport(
            "these are findings that were exported from a store.",
            where=name,
            remedy="Add the reports that they are on.",
        )
    chosen, missing = [], []
    for wanted, synonyms in _SYNONYMS.items():
        found = next((by_name[s] for s in synonyms if s in by_name), None)
        if found is None:
            missing.append(wanted)
        else:
            chosen.append(found)
    if missing:
        raise MissingColumns(
            f"the table lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}; "
            f"it has {', '.join(sorted(columns)) or 'none'}.",
            where=name,
            remedy="A table of reports needs the columns year, country, section and text.",
        )
    return chosen


def _year(value: object) -> int | None:
    try:
        year = int(float(str(value)))
    except (ValueError, OverflowError):
        return None
    return year if 1900 <= year <= 2200 else None


def _word(value: object) -> str | None:
    text = _text(value).strip()
    return text or None


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value)


def _from_records(records: Iterable[Mapping[str, object]]) -> Columns:
    held = list(records)
    names = list(dict.fromkeys(key for record in held for key in record))
    return {name: [record.get(name) for record in held] for name in names}


def _csv(path: Path) -> Columns:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenFile(
            f"not UTF-8 at byte {error.start}.", where=path.name, remedy="Save the table as UTF-8."
        ) from error
    sample = text[:4096]
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(sample.split("\n", 1)[0], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    csv.field_size_limit(2**27)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.delimiter)
        header = next(reader, [])
        rows = [row for row in reader if row]
    except csv.Error as error:
        raise BrokenFile(
            f"the table cannot be parsed: {error}.", where=path.name, remedy="Save it as CSV anew, in UTF-8."
        ) from error
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise BrokenFile(
                f"row {number} has {len(row)} fields, the header {len(header)}.",
                where=path.name,
                remedy="Quote fields that hold commas or line breaks.",
            )
    return {name: [row[i] for row in rows] for i, name in enumerate(header)}


def _jsonl(path: Path) -> Columns:
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise BrokenFile(f"line {number} is no JSON: {error}.", where=path.name, remedy=_ONE_A_LINE) from error
        if not isinstance(record, dict):
            raise BrokenFile(f"line {number} is no JSON object.", where=path.name, remedy=_ONE_A_LINE)
        records.append(record)
    return _from_records(records)


def _parquet(path: Path) -> Columns:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra(
            "reading Parquet needs pyarrow.", where=path.name, remedy="Install analyzer[parquet]."
        ) from error
    try:
        table = pyarrow.parquet.read_table(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise BrokenFile(
            f"the Parquet file is damaged ({type(error).__name__}).", where=path.name, remedy="Write it anew."
        ) from error
    return {name: table.column(name).to_pylist() for name in table.column_names}


def _rda(path: Path) -> Columns:
    """The first data frame of an R file.

    Walks the parsed tree instead of converting it: conversion pads every text to the longest one's length, some 19 GB
    for the history table.
    """
    import rdata.parser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root = rdata.parser.parse_file(path).object
            frame = root.value[0] if root.info.type == rdata.parser.RObjectType.LIST else root
            return dict(zip(_names(frame), map(_vector, frame.value), strict=True))
    except MissingColumns:
        raise
    except Exception as error:  # the parser raises many kinds on damaged bytes
        raise BrokenFile(
            "the R data file is damaged, or of a kind that cannot be read.",
            where=path.name,
            remedy="It must hold one data frame, as saved by R's save() or saveRDS().",
        ) from error


def _attributes(node: object) -> dict[str, object]:
    found: dict[str, object] = {}
    pair = getattr(node, "attributes", None)
    while pair is not None and getattr(pair, "tag", None) is not None:
        tag = pair.tag.referenced_object or pair.tag
        found[_char(tag.value)] = pair.value[0]
        pair = pair.value[1]
    return found


def _names(frame: object) -> list[str]:
    return [str(name) for name in _vector(_attributes(frame)["names"])]


def _char(node: object) -> str:
    raw = getattr(node, "value", None)
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _vector(node: object) -> list[object]:
    values = getattr(node, "value", ())
    levels = _attributes(node).get("levels")
    if levels is not None:
        labels = _vector(levels)
        return [None if int(v) < 1 or int(v) > len(labels) else labels[int(v) - 1] for v in values]
    return [
        (value.value.decode("utf-8", "replace") if value.value is not None else None)
        if hasattr(value, "info")
        else (None if value is None or type(value).__name__ == "MaskedConstant" else value)
        for value in values
    ]


_READERS: dict[str, Callable[[Path], Columns]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet, "rda": _rda}
