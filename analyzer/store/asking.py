"""How a store is asked: queries in, rows or records out, all of one state, errors in words for readers."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError

from analyzer.errors import StoreDamaged
from analyzer.store.database import Database
from analyzer.store.rows import REMEDY

T = TypeVar("T")
_AT_ONCE = 1000  # rows fetched together
_ASKED_FOR = 500  # values that one query names


class Asking:
    """A database that can be asked."""

    def __init__(self, database: Database) -> None:
        self.database, self.where = database, database.where
        self._seen = threading.local()  # the snapshot that a thread reads from, if any

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Errors of the database inside the block, in words for readers."""
        try:
            yield
        except DBAPIError as error:
            raise self.database.explain(error) from error

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state of the store for all questions that this thread asks inside the block, whoever writes meanwhile."""
        if getattr(self._seen, "connection", None) is not None:
            yield
            return
        with self.guarded(), self.database.snapshot() as connection, connection.begin():
            self._seen.connection = connection
            try:
                yield
            finally:
                self._seen.connection = None

    def _rows(self, query: sql.Executable, values: dict[str, Any] | None = None) -> list[sql.RowMapping]:
        with self._asked(query, values) as found:
            return list(found.mappings())

    def _records(self, convert: Callable[[sql.RowMapping], T], query: sql.Executable) -> list[T]:
        rows = self._rows(query)
        with self._sound():
            return [convert(row) for row in rows]

    def _quickly(self, convert: Callable[[Sequence[Any]], T], query: sql.Executable) -> list[T]:
        """As `_records`, by the order of columns instead of their names: for rows by the hundred thousand."""
        with self._asked(query) as found:
            return [convert(row) for part in found.partitions(_AT_ONCE) for row in part]

    @contextlib.contextmanager
    def _asked(self, query: sql.Executable, values: dict[str, Any] | None = None) -> Iterator[sql.CursorResult[Any]]:
        held = getattr(self._seen, "connection", None)
        with self.guarded(), self._sound():
            if held is not None:
                yield held.execute(query, values or {})
                return
            with self.database.engine.connect() as connection:
                yield connection.execute(query, values or {})

    @contextlib.contextmanager
    def _sound(self) -> Iterator[None]:
        """Rows that do not hold what we write are damage, not a crash: a store may come from strangers."""
        try:
            yield
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreDamaged(
                f"the store holds a row that cannot be understood ({type(error).__name__}: {error}).",
                where=self.where,
                remedy=REMEDY,
            ) from error


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values, as many at a time as one query names."""
    return (values[at : at + _ASKED_FOR] for at in range(0, len(values), _ASKED_FOR))
