"""A store as a file of its own, and a store filled from such a file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sql

from analyzer.errors import StoreDamaged, StoreError, StoreMissing, StoreTooOld, StoreUnwritable
from analyzer.store import schema
from analyzer.store.opening import Store
from analyzer.store.sqlite import SqliteFile

_ROWS = 1000  # copied at a time


def backup(store: Store, path: Path) -> None:
    """Write the store, as it is at this moment, to a new file; others may read and add meanwhile.

    The file is a store itself, of SQLite even where the store is of PostgreSQL. Raises StoreUnwritable where the file
    exists already or cannot be written; a file that is not whole is never left behind.
    """
    if path.exists():
        raise StoreUnwritable("there is a file of this name.", where=str(path), remedy="Name a new one.")
    with _beside(path) as draft:
        if isinstance(store.database, SqliteFile):
            with store.guarded(), contextlib.closing(sqlite3.connect(draft)) as target:
                _pages(store, target)
        else:
            with Store.open(draft, create=True) as target_store:
                _rows(store, target_store)
        with contextlib.closing(sqlite3.connect(draft)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, and none beside it
        _sound(draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # as a rename, but never over a file that has come up meanwhile
        except FileExistsError as error:
            raise StoreUnwritable("there is a file of this name.", where=str(path), remedy="Name a new one.") from error
        except OSError:  # a file system without hard links
            draft.replace(path)


def look_at(path: Path) -> None:
    """Pass silently where a file may be a backup; raises StoreMissing or StoreDamaged where it is none."""
    remedy = "Name a file that was written by: analyzer backup FILE"
    try:
        Store.open(path, read_only=True).close()
    except StoreTooOld:
        return  # it is brought up to date in a copy
    except StoreMissing as error:
        raise StoreMissing("there is no such file.", where=str(path), remedy=remedy) from error
    except StoreDamaged as error:
        raise StoreDamaged("this file is no backup.", where=str(path), remedy=remedy) from error


def restore(store: Store, path: Path, *, replace: bool = False) -> None:
    """Fill the store from a backup, in one transaction: it holds all of the backup or is as it was.

    The backup may come from either kind of database, and its file stays as it is. Raises StoreError where the store
    holds reports already and `replace` is not given, StoreMissing or StoreDamaged where the backup is none or is not
    sound.
    """
    with _unchanged(path) as source:
        wrong = source.integrity()
        if wrong:
            raise StoreDamaged(f"the backup is not sound: {wrong[0]}.", where=str(path), remedy="Take another one.")
        if store.editions() and not replace:
            raise StoreError(
                "the store holds reports already.",
                where=store.where,
                remedy="Give --replace to put the backup in their place, or name another store.",
            )
        _rows(source, store)


@contextlib.contextmanager
def _unchanged(path: Path) -> Iterator[Store]:
    """The store in a file that is only read: one of an earlier version is brought up to date in a copy."""
    try:
        store = Store.open(path, read_only=True)
    except StoreTooOld:
        with tempfile.TemporaryDirectory(prefix="analyzer-") as folder:
            newer = Path(folder) / path.name
            with contextlib.closing(sqlite3.connect(path)) as held, contextlib.closing(sqlite3.connect(newer)) as copy:
                held.backup(copy)
            with Store.open(newer) as store:
                yield store
        return
    with store:
        yield store


def _rows(source: Store, target: Store) -> None:
    """Put every row of the source in the place of all of the target's."""
    tables = schema.tables.sorted_tables
    with (
        source.guarded(),
        source.database.snapshot() as reading,
        reading.begin(),
        target.guarded(),
        target.database.engine.connect() as writing,
    ):
        target.database.begin_writing(writing)
        with writing.begin():
            target.database.lock(writing)
            for key in writing.scalars(sql.select(schema.report.c.id)).all():
                target.database.unindex(writing, key)
            for table in reversed(tables):
                writing.execute(sql.delete(table))
            for table in tables:
                order = list(table.primary_key.columns)
                found = reading.execution_options(yield_per=_ROWS).execute(sql.select(table).order_by(*order))
                for part in found.mappings().partitions(_ROWS):
                    writing.execute(sql.insert(table), [dict(row) for row in part])
            for key in writing.scalars(sql.select(schema.report.c.id)).all():
                p = schema.passage
                rows = writing.execute(sql.select(p.c.number, p.c.heading, p.c.text).where(p.c.report == key))
                target.database.index(writing, key, rows.mappings().all())  # type: ignore[arg-type]


def _pages(store: Store, target: sqlite3.Connection) -> None:
    """Copy the file page by page with SQLite's own means."""
    with store.database.snapshot() as connection:
        held = connection.connection.driver_connection
        if not isinstance(held, sqlite3.Connection):  # pragma: no cover  the engine makes no other
            raise TypeError(type(held).__name__)
        try:
            held.backup(target)
        except sqlite3.OperationalError as error:
            raise StoreUnwritable(
                f"the backup cannot be written ({error}).", where=store.where, remedy="Check rights and free space."
            ) from error


def _sound(path: Path) -> None:
    with Store.open(path, read_only=True) as copy:
        wrong = copy.integrity()
    if wrong:
        raise StoreDamaged(f"the store is not sound: {wrong[0]}.", remedy="Run: analyzer doctor")


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A path for a draft in the same folder, gone at the end."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.absolute().parent) as folder:
            yield Path(folder) / path.name
    except OSError as error:
        raise StoreUnwritable(
            f"the backup cannot be written ({error.strerror}).", where=str(path), remedy="Check rights and free space."
        ) from error
