"""A store: one SQLite file (or a database by URL), opened, checked, read and written."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.exc import DatabaseError, OperationalError

from analyzer.errors import StoreDamaged, StoreError, StoreLocked, StoreMissing, StoreTooNew, StoreUnwritable
from analyzer.records import Chapter, Finding, Listing, Mention, Passage, Ruling, Verdict
from analyzer.store import schema
from analyzer.store.rows import to_chapter, to_listing, to_mentions, to_passage, to_verdict
from analyzer.store.writing import Writer, report_id

_WAIT = 60.0  # seconds to wait for another writer


class Store:
    """Reports with their passages, mentions and listing history. Reading is open to many, writing to one at a time."""

    def __init__(self, engine: sql.Engine, where: str) -> None:
        self._engine, self.where = engine, where

    @classmethod
    def open(cls, url: str | Path, *, create: bool = False) -> Store:
        """The store at a path or database URL, brought up to date.

        With `create` an empty one is made where there is none. Raises StoreMissing, StoreDamaged, StoreTooNew,
        StoreLocked or StoreUnwritable.
        """
        address = str(url)
        if "://" not in address:
            _check_file(Path(address), create=create)
            address = f"sqlite:///{address}"
        engine = sql.create_engine(address, json_serializer=_dumps)
        if engine.dialect.name == "sqlite":
            sql.event.listen(engine, "connect", _configure)
            sql.event.listen(engine, "begin", _begin)
        store = cls(engine, str(url))
        with store._guarded():
            store._prepare(create=create)
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def full_text(self) -> bool:
        """Whether the database has SQLite's full-text search."""
        return self._engine.dialect.name == "sqlite"

    def _prepare(self, *, create: bool) -> None:
        known = sql.inspect(self._engine).get_table_names()
        if "meta" not in known:
            if known:
                raise StoreDamaged("this database is no store of analyzer.", where=self.where, remedy="Name another.")
            if not create:
                raise StoreMissing(
                    "the store is empty.", where=self.where, remedy="Add reports with: analyzer add REPORT..."
                )
            self._create()
            return
        with self._engine.connect() as connection:
            version = int(connection.scalar(sql.text("SELECT value FROM meta WHERE key='version'")) or 0)
        if version > schema.VERSION:
            raise StoreTooNew(
                f"the store has version {version}; this program knows {schema.VERSION}.",
                where=self.where,
                remedy="Install a newer analyzer.",
            )

    def _create(self) -> None:
        with self._engine.connect() as connection, connection.begin():
            if self.full_text:
                connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
            schema.tables.create_all(connection)
            if self.full_text:
                connection.exec_driver_sql(schema.FULL_TEXT)
            connection.execute(sql.insert(schema.meta), [{"key": "version", "value": str(schema.VERSION)}])

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            raise self._explain(error) from error
        except DatabaseError as error:
            raise StoreDamaged(
                "the file is damaged or no store.", where=self.where, remedy="Restore a copy, or start a new one."
            ) from error

    def _explain(self, error: OperationalError) -> StoreError:
        said = str(error.orig).lower()
        if "locked" in said or "busy" in said:
            return StoreLocked(
                "another process is writing to the store.", where=self.where, remedy="Try again when it is done."
            )
        if "readonly" in said or "read-only" in said or "full" in said or "unable to open" in said:
            return StoreUnwritable(
                f"the store cannot be written ({error.orig}).",
                where=self.where,
                remedy="Check rights and free space, or name another place with --store.",
            )
        return StoreDamaged(f"the database answers: {error.orig}.", where=self.where, remedy="Run: analyzer doctor")

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer whose work is kept whole when the block ends well, and not at all otherwise."""
        with self._guarded(), self._engine.connect() as connection:
            connection.info["write"] = True
            with connection.begin():
                yield Writer(connection, full_text=self.full_text)

    def _rows(self, query: sql.Executable, values: dict[str, Any] | None = None) -> list[sql.RowMapping]:
        with self._guarded(), self._engine.connect() as connection:
            return list(connection.execute(query, values or {}).mappings())

    # --- reports -----------------------------------------------------------------------------------------------

    def sources(self) -> dict[str, str]:
        """Checksum -> file name of the sources held."""
        return {r["sha256"]: r["name"] for r in self._rows(sql.select(schema.source.c.sha256, schema.source.c.name))}

    def source_bytes(self, sha256: str) -> bytes | None:
        """The file as it was added, where the store keeps it."""
        rows = self._rows(sql.select(schema.source.c.bytes).where(schema.source.c.sha256 == sha256))
        return rows[0]["bytes"] if rows else None

    def reports(self, series: str | None = None) -> list[dict[str, Any]]:
        """Every edition held, with counts and account, by series and year."""
        counts = (
            sql.select(schema.passage.c.report, sql.func.count().label("passages"))
            .group_by(schema.passage.c.report)
            .subquery()
        )
        r = schema.report
        query = (
            sql.select(r, counts.c.passages, schema.source.c.name.label("file"), schema.source.c.kind)
            .outerjoin(counts, counts.c.report == r.c.id)
            .join(schema.source, schema.source.c.sha256 == r.c.sha256)
            .order_by(r.c.series, r.c.year)
        )
        if series is not None:
            query = query.where(r.c.series == series)
        return [dict(row) for row in self._rows(query)]

    def chapters(self, series: str, year: int) -> tuple[Chapter, ...]:
        """The chapters of an edition in print order."""
        c = schema.chapter
        query = sql.select(c).where(c.c.report == report_id(series, year)).order_by(c.c.position)
        return tuple(map(to_chapter, self._rows(query)))

    def chapter_years(self, series: str) -> dict[str, tuple[int, ...]]:
        """Economy -> years of the editions that have a chapter on it."""
        c, r = schema.chapter, schema.report
        query = (
            sql.select(c.c.economy, r.c.year)
            .join(r, r.c.id == c.c.report)
            .where(r.c.series == series)
            .order_by(c.c.economy, r.c.year)
        )
        years: dict[str, list[int]] = {}
        for row in self._rows(query):
            years.setdefault(row["economy"], []).append(row["year"])
        return {code: tuple(y) for code, y in years.items()}

    def page(self, series: str, year: int, number: int) -> tuple[str | None, str] | None:
        """(printed page number, text) of a PDF page; None where the edition has no pages."""
        p = schema.page
        rows = self._rows(
            sql.select(p.c.printed, p.c.text).where(p.c.report == report_id(series, year), p.c.number == number)
        )
        return (rows[0]["printed"], rows[0]["text"]) if rows else None

    def unplaced(self) -> list[dict[str, Any]]:
        """What was read and belongs to no chapter."""
        u = schema.unplaced
        return [dict(row) for row in self._rows(sql.select(u).order_by(u.c.report, u.c.place))]

    # --- passages ----------------------------------------------------------------------------------------------

    def passages(
        self, series: str, economies: list[str] | None = None, *, years: list[int] | None = None
    ) -> list[Passage]:
        """Passages about any of the economies (all, by default), by year and order."""
        p, e = schema.passage, schema.passage_economy
        query = sql.select(p).where(p.c.series == series).order_by(p.c.year, p.c.ordinal)
        if economies is not None:
            query = query.where(p.c.number.in_(sql.select(e.c.passage).where(e.c.economy.in_(economies))))
        if years is not None:
            query = query.where(p.c.year.in_(years))
        return [to_passage(row) for row in self._rows(query)]

    def by_ids(self, ids: list[str]) -> dict[str, tuple[Passage, tuple[Mention, ...]]]:
        """Passages with their mentions, by id."""
        found: dict[str, tuple[Passage, tuple[Mention, ...]]] = {}
        for at in range(0, len(ids), 500):
            rows = self._rows(sql.select(schema.passage).where(schema.passage.c.id.in_(ids[at : at + 500])))
            found |= {row["id"]: (to_passage(row), to_mentions(row)) for row in rows}
        return found

    def mentioned(self, series: str, label: str, *, year: int | None = None) -> Iterator[tuple[Passage, list[Mention]]]:
        """Passages that hold mentions of a label, with these mentions, by year and order."""
        p = schema.passage
        query = sql.select(p).where(p.c.series == series, p.c.labels.contains(label)).order_by(p.c.year, p.c.ordinal)
        if year is not None:
            query = query.where(p.c.year == year)
        for row in self._rows(query):
            yield to_passage(row), [m for m in to_mentions(row) if m.label.value == label]

    def search(
        self, words: str, *, economies: list[str] | None = None, year: int | None = None, limit: int = 20
    ) -> list[tuple[Passage, float, str]]:
        """(passage, rank, snippet) of the passages that hold the words, the best first."""
        p, e = schema.passage, schema.passage_economy
        expression = " ".join(f'"{word}"' for word in re.findall(r"\w+", words))
        if not expression:
            return []
        ids: list[int] = []
        rank: dict[int, float] = {}
        for joined in (expression, expression.replace('" "', '" OR "')):
            query = (
                sql.text(
                    "SELECT rowid AS number, bm25(passage_fts, 1.0, 2.0) AS rank FROM passage_fts "
                    "WHERE passage_fts MATCH :q ORDER BY rank, rowid LIMIT 20000"
                )
                if self.full_text
                else _postgres_search()
            )
            values = {"q": joined}
            rank = {row["number"]: row["rank"] for row in self._rows(query, values)}
            ids = list(rank)
            keep = sql.select(p.c.number)
            if economies is not None:
                keep = keep.where(p.c.number.in_(sql.select(e.c.passage).where(e.c.economy.in_(economies))))
            if year is not None:
                keep = keep.where(p.c.year == year)
            if economies is not None or year is not None:
                allowed = {row["number"] for row in self._rows(keep)}
                ids = [n for n in ids if n in allowed]
            if ids:
                break
        chosen = ids[:limit]
        rows = {row["number"]: row for row in self._rows(sql.select(p).where(p.c.number.in_(chosen)))}
        return [(to_passage(rows[n]), -rank[n], snippet(rows[n]["text"], words)) for n in chosen if n in rows]

    # --- history -----------------------------------------------------------------------------------------------

    def verdicts(
        self,
        series: str,
        *,
        economy: str | None = None,
        year: int | None = None,
        status: list[str] | None = None,
        listing: str | None = None,
    ) -> list[Verdict]:
        """Verdicts that fit, by economy and year, in no further order."""
        v = schema.verdict
        query = sql.select(v).where(v.c.series == series).order_by(v.c.economy, v.c.year, v.c.passage_id)
        if economy is not None:
            query = query.where(v.c.economy == economy)
        if year is not None:
            query = query.where(v.c.year == year)
        if status is not None:
            query = query.where(v.c.status.in_(status))
        if listing is not None:
            query = query.where(v.c.listing_id == listing)
        return [to_verdict(row) for row in self._rows(query)]

    def findings(
        self,
        series: str,
        *,
        economy: str | None = None,
        year: int | None = None,
        status: list[str] | None = None,
        listing: str | None = None,
    ) -> list[Finding]:
        """Findings that fit (as in `verdicts`), by economy, year and place in the report."""
        verdicts = self.verdicts(series, economy=economy, year=year, status=status, listing=listing)
        held = self.by_ids(sorted({v.passage_id for v in verdicts}))
        found = [
            Finding(*_pair(held[v.passage_id], v), report_id(series, v.year)) for v in verdicts if v.passage_id in held
        ]
        return sorted(
            found, key=lambda f: (f.verdict.economy, f.verdict.year, f.verdict.status == "dropped", f.passage.ordinal)
        )

    def economies(self, series: str) -> tuple[str, ...]:
        """Codes of all economies that have findings, sorted."""
        v = schema.verdict
        query = sql.select(v.c.economy).where(v.c.series == series).distinct().order_by(v.c.economy)
        return tuple(row["economy"] for row in self._rows(query))

    def listings(self, series: str, economy: str) -> list[Listing]:
        """The threads of an economy, by first year and id."""
        w = schema.listing
        rows = self._rows(sql.select(w).where(w.c.series == series, w.c.economy == economy).order_by(w.c.id))
        return sorted(map(to_listing, rows), key=lambda entry: (entry.years, entry.id))

    def rulings(self) -> list[Ruling]:
        """Every decision recorded."""
        r = schema.ruling
        rows = self._rows(sql.select(r).order_by(r.c.at, r.c.about, r.c.against))
        return [Ruling(**{**row, "against": row["against"] or None}) for row in rows]

    def integrity(self) -> list[str]:
        """What is wrong with the store; empty where all is well."""
        wrong = []
        if self.full_text:
            for row in self._rows(sql.text("PRAGMA integrity_check")):
                if next(iter(row.values())) != "ok":
                    wrong.append(str(next(iter(row.values()))))
            counted = self._rows(
                sql.text("SELECT (SELECT count(*) FROM passage) a, (SELECT count(*) FROM passage_fts) b")
            )
            if counted[0]["a"] != counted[0]["b"]:
                wrong.append(f"{counted[0]['a']} passages, but {counted[0]['b']} in the search index")
        v, p = schema.verdict, schema.passage
        lost = self._rows(
            sql.select(sql.func.count().label("n"))
            .select_from(v.outerjoin(p, p.c.id == v.c.passage_id))
            .where(p.c.id.is_(None))
        )
        if lost[0]["n"]:
            wrong.append(f"{lost[0]['n']} verdicts speak of passages that are not held")
        return wrong


def _pair(held: tuple[Passage, tuple[Mention, ...]], verdict: Verdict) -> tuple[Passage, Verdict, tuple[Mention, ...]]:
    return held[0], verdict, held[1]


def snippet(text: str, words: str, *, width: int = 160) -> str:
    """The stretch of text around the first of the words, about `width` characters long."""
    stems = [w[:6] if len(w) > 6 else w for w in re.findall(r"\w+", words)]
    first = min((m.start() for s in stems if (m := re.search(r"\b" + re.escape(s), text, re.IGNORECASE))), default=0)
    start = max(0, first - width // 3)
    if start:
        start = text.find(" ", start) + 1
    end = start + width
    piece = text[start:end] if end >= len(text) else text[start : text.rfind(" ", start, end)]
    return ("…" if start else "") + piece + ("…" if end < len(text) else "")


def _postgres_search() -> sql.TextClause:
    return sql.text(
        "SELECT number, -ts_rank(to_tsvector('english', text), query) AS rank "
        "FROM passage, websearch_to_tsquery('english', replace(:q, '\"', '')) query "
        "WHERE to_tsvector('english', text) @@ query ORDER BY rank, number LIMIT 20000"
    )


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreDamaged("this is a folder.", where=str(path), remedy="Name a file.")
    if path.exists():
        if path.stat().st_size:
            with path.open("rb") as file:
                if file.read(16) != b"SQLite format 3\0":
                    raise StoreDamaged("this file is no store.", where=str(path), remedy="Name another with --store.")
        return
    if not create:
        raise StoreMissing("there is no store here.", where=str(path), remedy="Add reports: analyzer add REPORT...")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnwritable(f"the folder cannot be made ({error.strerror}).", where=str(path)) from error
    if not os.access(path.parent, os.W_OK):
        raise StoreUnwritable("the folder is read-only.", where=str(path), remedy="Name another place with --store.")


def _configure(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin
    connection.execute(f"PRAGMA busy_timeout={int(_WAIT * 1000)}")
    with contextlib.suppress(Exception):  # a read-only file keeps its mode
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")


def _begin(connection: sql.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.pop("write", False) else "BEGIN")


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
