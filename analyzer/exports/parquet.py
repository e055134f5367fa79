"""Rows as a Parquet file: in batches, each column with one type whatever its rows hold."""

from __future__ import annotations

import json
import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from analyzer.errors import MissingExtra

if TYPE_CHECKING:
    import pyarrow

_BATCH = 5_000  # rows held at a time
_PLAIN = {bool: "boolean", int: "whole", float: "number", str: "words"}


def write(rows: Iterable[Mapping[str, Any]], path: Path) -> int:
    """Write the rows and return how many; columns stand in the order of the first row.

    What a column holds is known when its last row has been seen, so that the rows wait in a temporary file. Records and
    lists of records are written as JSON. Raises MissingExtra without pyarrow.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("writing Parquet needs pyarrow.", remedy="Install analyzer[parquet].") from error
    with tempfile.TemporaryFile() as waiting:
        count, kinds = _put(rows, waiting)
        waiting.seek(0)
        types = {name: _type(seen) for name, seen in kinds.items()}
        schema = pyarrow.schema([(name, known or pyarrow.string()) for name, known in types.items()])
        with pyarrow.parquet.ParquetWriter(path, schema) as writer:
            for batch in _taken(waiting):
                table = {name: [_cell(row.get(name), known) for row in batch] for name, known in types.items()}
                writer.write_table(pyarrow.table(table, schema=schema))
    return count


def _put(rows: Iterable[Mapping[str, Any]], waiting: IO[bytes]) -> tuple[int, dict[str, set[str]]]:
    """How many rows were put into the file, and for each column the kinds of its values."""
    coming, count = iter(rows), 0
    kinds: dict[str, set[str]] = {}
    while batch := list(islice(coming, _BATCH)):
        if not kinds:
            kinds = {name: set() for name in batch[0]}
        for row in batch:
            for name, seen in kinds.items():
                if (value := row.get(name)) is not None:
                    seen.add(_kind(value))
        pickle.dump(batch, waiting, protocol=5)
        count += len(batch)
    return count, kinds


def _taken(waiting: IO[bytes]) -> Iterator[list[Mapping[str, Any]]]:
    while True:
        try:
            yield pickle.load(waiting)  # noqa: S301  our own file, which nobody else can open
        except EOFError:
            return


def _kind(value: object) -> str:
    for plain, name in _PLAIN.items():
        if isinstance(value, plain):
            return name
    if not isinstance(value, list | tuple):
        return "record"
    inner = {_kind(one) for one in value}
    if not inner:
        return "list"
    return f"list of {inner.pop()}" if inner in ({"words"}, {"whole"}) else "record"


def _type(seen: set[str]) -> pyarrow.DataType | None:
    """The type of a column that holds values of these kinds; None where nothing but JSON holds them all."""
    import pyarrow

    words = pyarrow.string()
    for kinds, found in (
        ({"words"}, words),
        ({"boolean"}, pyarrow.bool_()),
        ({"whole"}, pyarrow.int64()),
        ({"whole", "number"}, pyarrow.float64()),
        ({"list", "list of words"}, pyarrow.list_(words)),
        ({"list", "list of whole"}, pyarrow.list_(pyarrow.int64())),
    ):
        if seen <= kinds:
            return found
    return None


def _cell(value: object, known: pyarrow.DataType | None) -> object:
    """The value as its column holds it."""
    return value if known is not None or value is None else json.dumps(value, ensure_ascii=False)
