"""Rows as a file of the kind asked for, written as they come."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from analyzer.errors import UnknownChoice
from analyzer.exports.cells import flat, harmless

KINDS = ("json", "jsonl", "csv", "parquet", "xlsx")


def write(
    rows: Iterable[Mapping[str, Any]], kind: str, path: Path, *, head: Iterable[str] = (), notes: Iterable[str] = ()
) -> int:
    """Write the rows to a file and return how many; columns stand in the order of the first row.

    `head` is the first line of a CSV file without rows; `notes` go on a second sheet of an Excel file, a line each. A
    name that ends in ".gz" packs text (JSON, JSON lines, CSV). Raises UnknownChoice for an unknown kind, MissingExtra
    where a package is needed, and LimitExceeded where a sheet of Excel does not hold all rows.
    """
    if kind not in KINDS:
        raise UnknownChoice("format", kind, KINDS)
    if kind == "parquet":
        from analyzer.exports import parquet

        return parquet.write(rows, path)
    if kind == "xlsx":
        from analyzer.exports import excel

        return excel.write(rows, path, notes=notes)
    counted = _Counted(rows)
    with _opened(path) as out:
        for piece in as_text(counted, kind, head=head):
            out.write(piece)
    return counted.count


def write_answer(answer: Mapping[str, Any], path: Path) -> None:
    """Write one answer, which is no list of rows, to a file as JSON; packed where the name ends in ".gz"."""
    with _opened(path) as out:
        out.write(answer_text(answer))


def answer_text(answer: Mapping[str, Any]) -> str:
    """One answer as JSON."""
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def kind_of(path: Path) -> str:
    """The kind that a file's name asks for: "csv" for both "a.csv" and "a.csv.gz"."""
    return Path(path.name.removesuffix(".gz")).suffix.lstrip(".").casefold()


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """The file for writing text; a packed one holds no name and no time, so that equal rows give equal bytes."""
    if path.suffix.casefold() != ".gz":
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=4, fileobj=raw, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as out,
    ):
        yield out


class _Counted:
    """Rows that count themselves as they pass."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        for row in self._rows:
            self.count += 1
            yield row


def as_text(rows: Iterable[Mapping[str, Any]], kind: str, *, head: Iterable[str] = ()) -> Iterator[str]:
    """The rows as JSON, JSON lines or CSV, piece by piece; `head` as in `write`."""
    if kind == "jsonl":
        encode = json.JSONEncoder(ensure_ascii=False).encode
        for row in rows:
            yield encode(row) + "\n"
    elif kind == "json":
        yield from _array(rows)
    elif kind == "csv":
        yield from _csv(rows, head)
    else:
        raise UnknownChoice("format", kind, ("json", "jsonl", "csv"))


def _array(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The rows as one JSON array, indented by one, as `json.dumps` writes a list of them."""
    encode = json.JSONEncoder(ensure_ascii=False, indent=1).encode
    before = "[\n"
    for row in rows:
        yield before + " " + encode(row).replace("\n", "\n ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _csv(rows: Iterable[Mapping[str, Any]], head: Iterable[str]) -> Iterator[str]:
    coming = iter(rows)
    begun = list(islice(coming, 1))
    names = list(begun[0] if begun else head)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if names:
        writer.writerow(names)
    yield out.getvalue()
    for row in chain(begun, coming):
        out.seek(0)
        out.truncate()
        writer.writerow([harmless(flat(row.get(name))) for name in names])
        yield out.getvalue()
