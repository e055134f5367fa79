"""What a store asks of the database under it: SQLite and PostgreSQL each have a file that answers."""

from __future__ import annotations

import json
import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.exc import ArgumentError, DBAPIError

from analyzer.errors import StoreError, UnknownChoice

_DECODE = json.JSONDecoder().raw_decode
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
WAIT = 60.0  # seconds to wait for another writer, unless the caller says otherwise
Ways = Sequence[str]
Years = tuple[int | None, int | None]  # the first and the last
_KINDS = {"sqlite": "sqlite", "postgresql": "postgresql", "postgres": "postgresql"}


class Database(ABC):
    """One kind of database: how it is reached, locked, searched, and what its errors mean."""

    engine: sql.Engine
    where: str  # for messages: the path, or the URL without its password

    @abstractmethod
    def begin_writing(self, connection: sql.Connection) -> None:
        """Ask for the next transaction of the connection to be the only one that writes."""

    @abstractmethod
    def lock(self, connection: sql.Connection) -> None:
        """Hold every other writer off until the transaction, now begun, ends."""

    @abstractmethod
    def snapshot(self) -> sql.Connection:
        """A connection whose next transaction sees one state of the store throughout."""

    @abstractmethod
    def prepare(self, connection: sql.Connection) -> None:
        """Make what the tables of a new store need beside them: the search index."""

    @abstractmethod
    def index(self, connection: sql.Connection, report: str, passages: Sequence[Mapping[str, Any]]) -> None:
        """Put the passages of a report (rows of the passage table, just inserted) into the search index."""

    @abstractmethod
    def unindex(self, connection: sql.Connection, report: str) -> None:
        """Take a report's passages, still in the passage table, out of the search index."""

    @abstractmethod
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
        """A query for (number, rank) of passages with every (or any) word, the best first, and its values.

        A word is given with all the ways in which it is written; one of several words stands side by side. `years` are
        the first and the last.
        """

    @abstractmethod
    def holding(self, word: Ways, *, economies: Collection[str], series: str) -> tuple[sql.Executable, dict[str, Any]]:
        """A query for (number, year) of a series' passages on any of the economies that hold a word, and its values."""

    @abstractmethod
    def faults(self) -> list[tuple[str, sql.Executable]]:
        """Checks as (what is wrong, query): each row that a query gives is a fault, named in its first column."""

    @abstractmethod
    def explain(self, error: DBAPIError) -> StoreError:
        """The error in words for readers."""


def reach(address: str | Path, *, create: bool, read_only: bool = False, wait: float) -> Database:
    """The database at a path or URL. Raises UnknownChoice, MissingExtra, StoreMissing, StoreDamaged, StoreUnwritable.

    `postgresql://` and `postgres://` are one; a URL of SQLite names a file. `create` allows a new file,
    `read_only` no change at all.
    """
    text = str(address)
    if "://" not in text:
        from analyzer.store.sqlite import SqliteFile

        return SqliteFile(Path(text), create=create, read_only=read_only, wait=wait)
    scheme = text.split("://", 1)[0].split("+", 1)[0].lower()
    try:
        url = sql.make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "this is no database URL.", where=_no_password(text), remedy="Write postgresql://USER@HOST/DATABASE."
        ) from error
    if scheme not in _KINDS:
        raise UnknownChoice("kind of database", scheme, _KINDS)
    if _KINDS[scheme] == "sqlite":
        from analyzer.store.sqlite import SqliteFile

        return SqliteFile(Path(url.database or ""), create=create, read_only=read_only, wait=wait)
    from analyzer.store.postgres import Postgres

    return Postgres(url, read_only=read_only, wait=wait)


def dumps(value: object) -> str:
    """JSON as all stores hold it: compact, in the order given."""
    text = _ENCODE(value)
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def loads(text: str | bytes) -> Any:  # noqa: ANN401  whatever was stored
    """What JSON of ours holds: quicker than json.loads, which looks for blanks around it a million times a report."""
    return _DECODE(text if isinstance(text, str) else text.decode())[0]


def between(years: Years) -> dict[str, int]:
    """The bounds of years as values of a query."""
    first, last = years
    return {"first": 0 if first is None else first, "last": 9999 if last is None else last}


def folded(text: str) -> str:
    """The text without diacritics, so that words are found however they are typed."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))


def _no_password(url: str) -> str:
    return re.sub(r"//([^/@:]*):[^@/]*@", r"//\1:***@", url)
