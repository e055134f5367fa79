"""A store in a PostgreSQL database, searched with its own full-text search."""
# ruff: noqa: D102  `Database` says what each method gives

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError

from analyzer.errors import MissingExtra, StoreDamaged, StoreError, StoreLocked, StoreMissing, StoreUnwritable
from analyzer.store import schema
from analyzer.store.database import Database, Ways, Years, between, dumps, folded, loads

_LONGEST = 200_000  # characters of a passage that are indexed: a tsvector holds at most 1 MB
# Codes of appendix A of PostgreSQL's manual.
_LOCKED = ("55P03", "40P01", "40001")
_REFUSED = ("25006", "42501", "53100", "53200", "54000")  # read-only, no right, disk full, memory full, limit
_TABLES = (
    "CREATE TABLE passage_search (number INTEGER PRIMARY KEY REFERENCES passage(number), words tsvector NOT NULL)",
    "CREATE INDEX passage_search_words ON passage_search USING GIN (words)",
)


class Postgres(Database):
    """The database at a URL."""

    def __init__(self, url: sql.URL, *, read_only: bool = False, wait: float) -> None:
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise MissingExtra(
                "a store on PostgreSQL needs psycopg.", remedy="Install it: pip install 'analyzer[postgres]'"
            ) from error
        self.url = url.set(drivername="postgresql+psycopg")
        self.where = url.set(drivername="postgresql").render_as_string(hide_password=True)
        self._wait = wait
        # The server drops a writer whose machine has vanished, and with it the lock.
        alive = "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6"
        if read_only:
            alive += " -c default_transaction_read_only=on"
        self.engine = sql.create_engine(
            self.url,
            json_serializer=dumps,
            json_deserializer=loads,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 15, "application_name": "analyzer", "options": alive},
        )

    def begin_writing(self, connection: sql.Connection) -> None:
        """Nothing: `lock` does it once the transaction has begun."""

    def lock(self, connection: sql.Connection) -> None:
        connection.execute(sql.text(f"SET LOCAL lock_timeout = {int(self._wait * 1000)}"))
        connection.execute(sql.text("SELECT pg_advisory_xact_lock(:key)"), {"key": schema.APPLICATION_ID})

    def snapshot(self) -> sql.Connection:
        return self.engine.connect().execution_options(isolation_level="REPEATABLE READ")

    def prepare(self, connection: sql.Connection) -> None:
        for statement in _TABLES:
            connection.execute(sql.text(statement))

    def index(self, connection: sql.Connection, report: str, passages: Sequence[Mapping[str, Any]]) -> None:
        rows = [{"n": p["number"], "h": _indexed(" ".join(p["heading"])), "t": _indexed(p["text"])} for p in passages]
        if rows:
            connection.execute(
                sql.text(
                    "INSERT INTO passage_search (number, words) VALUES (:n, "
                    "setweight(to_tsvector('english', :h), 'A') || to_tsvector('english', :t))"
                ),
                rows,
            )

    def unindex(self, connection: sql.Connection, report: str) -> None:
        connection.execute(
            sql.text("DELETE FROM passage_search WHERE number IN (SELECT number FROM passage WHERE report = :report)"),
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
        joined = (" & " if every else " | ").join(map(_either, words))
        narrow, values = "", {"q": joined, "limit": limit}
        if economies is not None:
            narrow += " AND s.number IN (SELECT passage FROM passage_economy WHERE economy = ANY(:economies))"
            values["economies"] = sorted(economies)
        if series is not None:
            narrow += " AND s.number IN (SELECT number FROM passage WHERE series = :series)"
            values["series"] = series
        if years != (None, None):
            narrow += " AND s.number IN (SELECT number FROM passage WHERE year BETWEEN :first AND :last)"
            values |= between(years)
        query = sql.text(
            "SELECT s.number, ts_rank(s.words, query, 1) AS rank "  # noqa: S608  our own words
            "FROM passage_search s, to_tsquery('english', :q) query "
            f"WHERE s.words @@ query{narrow} ORDER BY rank DESC, s.number LIMIT :limit"
        )
        return query, values

    def holding(self, word: Ways, *, economies: Collection[str], series: str) -> tuple[sql.Executable, dict[str, Any]]:
        query = sql.text(
            "SELECT number, year FROM passage WHERE series = :series AND number IN "
            "(SELECT number FROM passage_search WHERE words @@ to_tsquery('english', :q)) "
            "AND number IN (SELECT passage FROM passage_economy WHERE economy = ANY(:economies))"
        )
        return query, {"q": _either(word), "economies": sorted(economies), "series": series}

    def faults(self) -> list[tuple[str, sql.Executable]]:
        return [
            (
                "the search index",
                sql.text(
                    "SELECT p || ' passages, but ' || f || ' in the search index' FROM (SELECT "
                    "(SELECT count(*) FROM passage) p, (SELECT count(*) FROM passage_search) f) counted WHERE p <> f"
                ),
            ),
        ]

    def explain(self, error: DBAPIError) -> StoreError:
        code = getattr(error.orig, "sqlstate", None) or ""
        said = " ".join(str(error.orig).split())
        if code in _LOCKED:
            return StoreLocked(
                "another person is writing to the store.", where=self.where, remedy="Try again when it is done."
            )
        if code in _REFUSED:
            return StoreUnwritable(
                f"the store cannot be written ({said}).",
                where=self.where,
                remedy="Check the user's rights and the server's free space.",
            )
        if error.connection_invalidated or code[:2] in ("", "08", "28", "3D", "57"):
            return StoreMissing(
                f"the database cannot be reached ({said}).",
                where=self.where,
                remedy="Check the address and that the server runs; what was not finished is as it was.",
            )
        return StoreDamaged(f"the database answers: {said}.", where=self.where, remedy="Run: analyzer doctor")


def _indexed(text: str) -> str:
    """The text as its words are indexed."""
    return folded(schema.storable(text))[:_LONGEST]


def _either(word: Ways) -> str:
    """A word of a search in all its ways, as PostgreSQL's full-text search takes it."""
    return "(" + " | ".join(f"'{folded(way)}'" for way in word) + ")"
