"""A store in one SQLite file, searched with FTS5."""
# ruff: noqa: D102  `Database` says what each method gives

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError, OperationalError

from analyzer.errors import StoreDamaged, StoreError, StoreLocked, StoreMissing, StoreUnwritable
from analyzer.store import schema
from analyzer.store.database import Database, Ways, Years, between, dumps, loads

_MAGIC = b"SQLite format 3\0"
_UNWRITABLE = ("readonly", "read-only", "full", "unable to open", "disk i/o error")
_FULL_TEXT = (
    "CREATE VIRTUAL TABLE passage_fts USING fts5(text, heading, content='passage', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')"
)


class SqliteFile(Database):
    """The file at a path."""

    def __init__(self, path: Path, *, create: bool, read_only: bool = False, wait: float) -> None:
        self.path, self.where, self._read_only, self._wait = path, str(path), read_only, wait
        _check(path, create=create)
        # SQLite needs to write beside a store even to read it; where it cannot, and nobody has it open, it need not.
        self._frozen = path.exists() and not _writable(path.parent) and not _journal(path).exists()
        self.engine = sql.create_engine(
            "sqlite://", creator=self._connect, json_serializer=dumps, json_deserializer=loads, poolclass=sql.QueuePool
        )
        sql.event.listen(self.engine, "begin", _begin)

    def _connect(self) -> sqlite3.Connection:
        uri = self.path.absolute().as_uri() + ("?immutable=1" if self._frozen else "")
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        connection.execute(f"PRAGMA busy_timeout={int(self._wait * 1000)}")
        if self._read_only:
            connection.execute("PRAGMA query_only=ON")
        else:
            with contextlib.suppress(sqlite3.OperationalError):  # a read-only file keeps its mode
                connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")  # what was said to be added outlasts a power cut
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        return connection

    def begin_writing(self, connection: sql.Connection) -> None:
        connection.info["write"] = True

    def lock(self, connection: sql.Connection) -> None:
        """Nothing more: BEGIN IMMEDIATE holds the lock."""

    def snapshot(self) -> sql.Connection:
        return self.engine.connect()

    def prepare(self, connection: sql.Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.exec_driver_sql(_FULL_TEXT)

    def index(self, connection: sql.Connection, report: str, passages: Sequence[Mapping[str, Any]]) -> None:
        if passages:
            connection.execute(
                sql.text(
                    "INSERT INTO passage_fts(rowid, text, heading) "
                    "SELECT number, text, heading FROM passage WHERE report = :report"
                ),
                {"report": report},
            )

    def unindex(self, connection: sql.Connection, report: str) -> None:
        connection.execute(
            sql.text(
                "INSERT INTO passage_fts(passage_fts, rowid, text, heading) "
                "SELECT 'delete', number, text, heading FROM passage WHERE report = :report"
            ),
            {"report": report},
        )

    def ranked(
        self,
        words: Sequence[Ways],
        *,
        every: bool,
        economies: Collection[str] | None,
        series: str | None,
        years: Years,
        limit: int,
    ) -> tuple[sql.Executable, dict[str, Any]]:
        # The plus keeps SQLite from looking up the words once for every passage of the economy.
        narrow, values = "", {"q": (" AND " if every else " OR ").join(map(_either, words)), "limit": limit}
        if economies is not None:
            narrow += " AND +rowid IN (SELECT passage FROM passage_economy WHERE economy IN :economies)"
            values["economies"] = sorted(economies)
        if series is not None:  # looked up for each hit: most passages are of the series asked for
            narrow += " AND (SELECT series FROM passage WHERE number = passage_fts.rowid) = :series"
            values["series"] = series
        if years != (None, None):
            narrow += (
                " AND +rowid IN (SELECT number FROM passage WHERE report IN "
                "(SELECT id FROM report WHERE year BETWEEN :first AND :last))"
            )
            values |= between(years)
        query = sql.text(
            "SELECT rowid AS number, -bm25(passage_fts, 1.0, 2.0) AS rank FROM passage_fts "  # noqa: S608  our own words
            f"WHERE passage_fts MATCH :q{narrow} ORDER BY rank DESC, rowid LIMIT :limit"
        )
        return query.bindparams(sql.bindparam("economies", expanding=True)) if economies is not None else query, values

    def holding(self, word: Ways, *, economies: Collection[str], series: str) -> tuple[sql.Executable, dict[str, Any]]:
        query = sql.text(
            "SELECT number, year FROM passage WHERE series = :series AND number IN "
            "(SELECT rowid FROM passage_fts WHERE passage_fts MATCH :q "
            "AND +rowid IN (SELECT passage FROM passage_economy WHERE economy IN :economies))"
        ).bindparams(sql.bindparam("economies", expanding=True))
        return query, {"q": _either(word), "economies": sorted(economies), "series": series}

    def faults(self) -> list[tuple[str, sql.Executable]]:
        return [
            ("the file", sql.text("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'")),
            ("a reference", sql.text("SELECT \"table\" || ' to ' || parent FROM pragma_foreign_key_check")),
            (
                "the search index",
                sql.text(
                    "SELECT p || ' passages, but ' || f || ' in the search index' FROM (SELECT "
                    "(SELECT count(*) FROM passage) p, (SELECT count(*) FROM passage_fts_docsize) f) WHERE p <> f"
                ),
            ),
        ]

    def explain(self, error: DBAPIError) -> StoreError:
        said = str(error.orig).lower()
        if "locked" in said or "busy" in said:
            return StoreLocked(
                "another process is writing to the store.", where=self.where, remedy="Try again when it is done."
            )
        if isinstance(error, OperationalError) and any(word in said for word in _UNWRITABLE):
            return StoreUnwritable(
                f"the store cannot be written ({error.orig}).",
                where=self.where,
                remedy="Check rights and free space, or name another place with --store.",
            )
        return StoreDamaged(
            f"the file is damaged or no store ({error.orig}).",
            where=self.where,
            remedy="Restore a backup (analyzer restore), or start a new one.",
        )


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _check(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreDamaged("this is a folder.", where=str(path), remedy="Name a file.")
    try:
        if path.exists():
            if path.stat().st_size:
                with path.open("rb") as file:
                    if file.read(16) != _MAGIC:
                        raise StoreDamaged(
                            "this file is no store.", where=str(path), remedy="Name another with --store."
                        )
            return
        if not create:
            raise StoreMissing("there is no store here.", where=str(path), remedy="Add reports: analyzer add REPORT...")
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnwritable(
            f"the store cannot be opened ({error.strerror}).",
            where=str(path),
            remedy="Check the folder and its rights.",
        ) from error
    if not _writable(path.parent):
        raise StoreUnwritable("the folder is read-only.", where=str(path), remedy="Name another place with --store.")


def _begin(connection: sql.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.pop("write", False) else "BEGIN")


def _either(word: Ways) -> str:
    """A word of a search in all its ways, as SQLite's full-text search takes it."""
    return "(" + " OR ".join(f'"{way}"' for way in word) + ")"
