"""What a store answers: the rows of reports, passages and history as records."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError

from analyzer.errors import StoreDamaged
from analyzer.records import Chapter, Finding, Listing, Mention, Passage, Ruling, Verdict
from analyzer.store import schema
from analyzer.store.database import Database, Ways, Years
from analyzer.store.rows import (
    BARE,
    REMEDY,
    Bare,
    Stock,
    to_bare,
    to_chapter,
    to_listing,
    to_mentions,
    to_passage,
    to_verdict,
    words_held,
)
from analyzer.store.writing import report_id
from analyzer.vocab import spelling
from analyzer.vocab.word_forms import pattern_of

T = TypeVar("T")
_JSON = ("economies", "heading", "sentences")  # read as text, and then by ourselves
_DEFINING = 200  # passages that are looked at for what a word is short for
_AT_ONCE = 1000  # rows fetched together
_ASKED_FOR = 500  # values that one query names
_BARE = [sql.cast(schema.passage.c[name], sql.Text) if name in _JSON else schema.passage.c[name] for name in BARE]


def _on(query: sql.Select[Any], series: str, economies: list[str] | None) -> sql.Select[Any]:
    """The passages of a series about any of the economies (all, by default), by year and order."""
    p, e = schema.passage, schema.passage_economy
    if economies is not None:
        query = query.where(p.c.number.in_(sql.select(e.c.passage).where(e.c.economy.in_(economies))))
    return query.where(p.c.series == series).order_by(p.c.year, p.c.ordinal)


class Answers:
    """The reading half of a store."""

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

    # --- reports -----------------------------------------------------------------------------------------------

    def sources(self) -> dict[str, str]:
        """Checksum -> file name of the sources held."""
        return {r["sha256"]: r["name"] for r in self._rows(sql.select(schema.source.c.sha256, schema.source.c.name))}

    def source_bytes(self, sha256: str) -> bytes | None:
        """The file as it was added, where the store keeps it."""
        rows = self._rows(sql.select(schema.source.c.bytes).where(schema.source.c.sha256 == sha256))
        return rows[0]["bytes"] if rows else None

    def editions(self) -> tuple[tuple[str, int], ...]:
        """(series, year) of every edition held, sorted."""
        r = schema.report
        rows = self._rows(sql.select(r.c.series, r.c.year).order_by(r.c.series, r.c.year))
        return tuple((row["series"], row["year"]) for row in rows)

    def reports(self, series: str | None = None, *, counted: bool = True) -> list[dict[str, Any]]:
        """Every edition held, with its account, by series and year; `counted` adds how many passages each has."""
        r = schema.report
        columns: list[Any] = [r, schema.source.c.name.label("file"), schema.source.c.kind]
        held = r.join(schema.source, schema.source.c.sha256 == r.c.sha256)
        if counted:
            each = sql.select(schema.passage.c.report, sql.func.count().label("passages"))
            counts = each.group_by(schema.passage.c.report).subquery()
            columns.append(counts.c.passages)
            held = held.outerjoin(counts, counts.c.report == r.c.id)
        query = sql.select(*columns).select_from(held).order_by(r.c.series, r.c.year)
        if series is not None:
            query = query.where(r.c.series == series)
        return [dict(row) for row in self._rows(query)]

    def chapters(self, series: str, year: int) -> tuple[Chapter, ...]:
        """The chapters of an edition in print order."""
        c = schema.chapter
        query = sql.select(c).where(c.c.report == report_id(series, year)).order_by(c.c.position)
        return tuple(self._records(to_chapter, query))

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

    def page_printed(self, series: str, year: int, printed: str) -> int | None:
        """The PDF page that bears a printed number (the first, where several do); None where none does."""
        p = schema.page
        query = sql.select(p.c.number).where(p.c.report == report_id(series, year), p.c.printed == printed)
        rows = self._rows(query.order_by(p.c.number).limit(1))
        return rows[0]["number"] if rows else None

    def unplaced(self) -> list[dict[str, Any]]:
        """What was read and belongs to no chapter."""
        u = schema.unplaced
        return [dict(row) for row in self._rows(sql.select(u).order_by(u.c.report, u.c.place))]

    # --- passages ----------------------------------------------------------------------------------------------

    def passages(
        self,
        series: str,
        economies: list[str] | None = None,
        *,
        years: list[int] | None = None,
        placed: bool = True,
    ) -> list[Passage]:
        """Passages about any of the economies (all, by default), by year and order.

        Without `placed` they come quicker, and lack footnotes and the places of their lines (segments).
        """
        p = schema.passage
        columns = [c for c in p.c if c.name not in ("mentions", "labels")] if placed else _BARE
        query = _on(sql.select(*columns), series, economies)
        if years is not None:
            query = query.where(p.c.year.in_(years))
        return self._records(to_passage, query) if placed else self._quickly(lambda row: to_bare(row).passage(), query)

    def bare(self, series: str, economies: list[str] | None = None) -> list[Bare]:
        """Passages about any of the economies, as `passages` without `placed`, but to be made when needed."""
        return self._quickly(to_bare, _on(sql.select(*_BARE), series, economies))

    def stock(self, series: str) -> list[Stock]:
        """How many passages the chapters of each edition hold on the same economies, without a look at their texts."""
        p = schema.passage
        by = (p.c.year, p.c.chapter, sql.cast(p.c.economies, sql.Text))
        query = sql.select(*by, sql.func.count()).where(p.c.series == series).group_by(*by).order_by(*by)
        return self._quickly(lambda row: Stock(row[0], row[1], words_held(row[2]), row[3]), query)

    def by_ids(self, ids: list[str], *, placed: bool = True) -> dict[str, tuple[Passage, tuple[Mention, ...]]]:
        """Passages with their mentions, by id; without `placed` quicker, as in `passages`."""
        found: dict[str, tuple[Passage, tuple[Mention, ...]]] = {}
        p = schema.passage
        columns = [c for c in p.c if placed or c.name not in ("segments", "footnotes")]
        for some in _batches(ids):
            wanted = sql.select(*columns).where(p.c.id.in_(some))
            for passage, mentions in self._records(partial(_told, placed=placed), wanted):
                found[passage.id] = passage, mentions
        return found

    def before(self, passage: Passage, most: int) -> list[Passage]:
        """The passages of its chapter before a passage, the nearest first, `most` at most, without their places."""
        p = schema.passage
        query = sql.select(*_BARE).where(
            p.c.report == report_id(passage.series, passage.year),
            p.c.chapter == passage.chapter,
            p.c.ordinal < passage.ordinal,
        )
        return self._quickly(lambda row: to_bare(row).passage(), query.order_by(p.c.ordinal.desc()).limit(most))

    def mentioned(
        self, series: str, label: str, *, year: int | None = None, placed: bool = True
    ) -> Iterator[tuple[Passage, list[Mention]]]:
        """Passages that hold mentions of a label, with these mentions, by year and order; `placed` as in `passages`."""
        p = schema.passage
        columns = [c for c in p.c if placed or c.name not in ("segments", "footnotes")]
        query = sql.select(*columns).where(p.c.series == series).order_by(p.c.year, p.c.ordinal)
        if year is not None:
            query = query.where(p.c.report == report_id(series, year), p.c.labels.contains(label))
        else:  # what the labels are is seen in their index, without a look at any passage
            query = query.where(p.c.labels.in_(sql.select(p.c.labels).where(p.c.labels.contains(label)).distinct()))
        for passage, mentions in self._records(partial(_told, placed=placed), query):
            yield passage, [m for m in mentions if m.label.value == label]

    def search(
        self,
        words: str | Sequence[Ways],
        *,
        economies: list[str] | None = None,
        series: str | None = None,
        year: int | None = None,
        years: Years = (None, None),
        limit: int = 20,
    ) -> list[tuple[Passage, float, str]]:
        """(passage, rank, snippet) of the passages that hold all the words, or where none does any; the best first.

        Words may be given each with all the ways to write it; `years` are the first and the last, `year` is one.
        """
        years = years if year is None else (year, year)
        asked = ways_of(words) if isinstance(words, str) else words
        with self.snapshot():
            rank: dict[int, float] = {}
            for every in (True, False) if len(asked) > 1 else (True,) * len(asked):
                rank = self._ranked(asked, every, economies, series, years, limit)
                if rank:
                    break
            p = schema.passage
            rows = {row["number"]: row for row in self._rows(sql.select(p).where(p.c.number.in_(list(rank))))}
        patterns = list(map(pattern_of, asked))
        with self._sound():
            return [
                (to_passage(rows[n]), score, snippet(rows[n]["text"], patterns))
                for n, score in rank.items()
                if n in rows
            ]

    def _ranked(
        self,
        words: Sequence[Ways],
        every: bool,
        economies: list[str] | None,
        series: str | None,
        years: Years,
        limit: int,
    ) -> dict[int, float]:
        query, values = self.database.ranked(
            words, every=every, economies=economies, series=series, years=years, limit=limit
        )
        return {row["number"]: float(row["rank"]) for row in self._rows(query, values)}

    def defining(
        self,
        words: Sequence[Ways],
        short: str = "",
        *,
        economies: list[str] | None = None,
        series: str | None = None,
        limit: int = 60,
    ) -> list[str]:
        """Texts that hold all the words and, after a bracket, a short form (any, by default), at most `limit`."""
        p = schema.passage
        with self.snapshot():
            found = self._ranked(words, True, economies, series, (None, None), _DEFINING)
            query = sql.select(p.c.text).where(p.c.number.in_(list(found)), p.c.text.icontains(f"({short}"))
            return [row["text"] for row in self._rows(query.order_by(p.c.number).limit(limit))]

    def holding(self, words: Collection[Ways], *, economies: Collection[str], series: str) -> list[dict[int, int]]:
        """Of each word the number and year of the passages in a series on any of the economies that hold it.

        It is found with its other endings. A passage's number is one more than that of the passage printed before it in
        the same edition.
        """
        found = (self._rows(*self.database.holding(word, economies=economies, series=series)) for word in words)
        return [{row["number"]: row["year"] for row in rows} for rows in found]

    def texts(self, numbers: Collection[int]) -> dict[int, str]:
        """Number -> headings and text, as one, of the passages with these numbers."""
        p = schema.passage
        found: dict[int, str] = {}
        for some in _batches(sorted(numbers)):
            query = sql.select(p.c.number, sql.cast(p.c.heading, sql.Text), p.c.text).where(p.c.number.in_(some))
            found.update(self._quickly(lambda row: (row[0], f"{row[1]} {row[2]}"), query))
        return found

    # --- history -----------------------------------------------------------------------------------------------

    def verdicts(
        self,
        series: str,
        *,
        economy: str | None = None,
        year: int | None = None,
        status: list[str] | None = None,
        passages: Collection[str] | None = None,
    ) -> list[Verdict]:
        """Verdicts that fit, by economy and year, in no further order."""
        v, p = schema.verdict, schema.passage
        query = (
            sql.select(v, sql.func.coalesce(p.c.text, "").label("shown"))
            .select_from(v.outerjoin(p, p.c.id == v.c.evidence))
            .order_by(v.c.economy, v.c.year, v.c.passage_id)
        )
        by_passage = passages is not None
        query = query.where((_looked_at(v.c.series) if by_passage else v.c.series) == series)
        if economy is not None:
            query = query.where((_looked_at(v.c.economy) if by_passage else v.c.economy) == economy)
        if year is not None:
            query = query.where(v.c.year == year)
        if status is not None:
            query = query.where(v.c.status.in_(status))
        if passages is not None:
            query = query.where(v.c.passage_id.in_(sorted(passages)))
        return self._records(to_verdict, query)

    def findings(
        self,
        series: str,
        *,
        economy: str | None = None,
        year: int | None = None,
        status: list[str] | None = None,
        passages: Collection[str] | None = None,
        placed: bool = True,
    ) -> list[Finding]:
        """Findings that fit (as in `verdicts`), by economy, year and place in the report; `placed` as in `passages`."""
        with self.snapshot():
            verdicts = self.verdicts(series, economy=economy, year=year, status=status, passages=passages)
            held = self.by_ids(sorted({v.passage_id for v in verdicts}), placed=placed)
        found = [
            Finding(held[v.passage_id][0], v, held[v.passage_id][1], report_id(series, v.year))
            for v in verdicts
            if v.passage_id in held
        ]
        return sorted(
            found, key=lambda f: (f.verdict.economy, f.verdict.year, f.verdict.status == "dropped", f.passage.ordinal)
        )

    def economies(self, series: str) -> tuple[str, ...]:
        """Codes of all economies that have findings, sorted."""
        v = schema.verdict
        query = sql.select(v.c.economy).where(v.c.series == series).distinct().order_by(v.c.economy)
        return tuple(row["economy"] for row in self._rows(query))

    def judged_years(self, series: str, economy: str) -> tuple[int, ...]:
        """The years of the editions that have findings on an economy, ascending."""
        v = schema.verdict
        query = sql.select(v.c.year).where(v.c.series == series, v.c.economy == economy).distinct().order_by(v.c.year)
        return tuple(row["year"] for row in self._rows(query))

    def listings(self, series: str, economy: str) -> list[Listing]:
        """The threads of an economy, by first year and id."""
        w = schema.listing
        query = sql.select(w).where(w.c.series == series, w.c.economy == economy).order_by(w.c.id)
        return sorted(self._records(to_listing, query), key=lambda entry: (entry.years, entry.id))

    def filed(self, series: str, economy: str, numbers: Collection[int]) -> list[tuple[int, str, str, tuple[str, ...]]]:
        """(number, id, listing id, heading) of those of an economy's passages that have these numbers, by number."""
        v, p = schema.verdict, schema.passage
        found: list[tuple[int, str, str, tuple[str, ...]]] = []
        for some in _batches(sorted(numbers)):
            query = (
                sql.select(p.c.number, p.c.id, v.c.listing_id, p.c.heading)
                .join(v, sql.and_(v.c.passage_id == p.c.id, v.c.year == p.c.year))
                .where(p.c.number.in_(some), v.c.status != "dropped")
                .where(_looked_at(v.c.economy) == economy, _looked_at(v.c.series) == series)
                .order_by(p.c.number)
            )
            found.extend(self._quickly(lambda row: (row[0], row[1], row[2], tuple(row[3])), query))
        return found

    def links(self, series: str, economy: str, passages: Collection[str]) -> list[tuple[str, int, float]]:
        """(id, year, score) of the passages, earlier and later, that these are linked to, the best score first.

        A passage stands there once for each of its links.
        """
        x = schema.link
        found: list[tuple[str, int, float]] = []
        for some in _batches(sorted(passages)):
            for one, year, other in ((x.c.earlier, x.c.year, x.c.later), (x.c.later, x.c.later_year, x.c.earlier)):
                query = sql.select(one, year, x.c.score)
                query = query.where(x.c.series == series, x.c.economy == economy, other.in_(some))
                found.extend(self._quickly(lambda row: (row[0], row[1], row[2]), query))
        return sorted(found, key=lambda link: (-link[2], link[0]))

    def linked(self, series: str, economy: str, passages: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Passage id -> the earlier years that list its matter, of those passages that have any."""
        x = schema.link
        found: dict[str, set[int]] = {}
        for some in _batches(sorted(passages)):
            query = sql.select(x.c.later, x.c.year).where(
                x.c.series == series, x.c.economy == economy, x.c.later.in_(some)
            )
            for row in self._rows(query):
                found.setdefault(row["later"], set()).add(row["year"])
        return {passage: tuple(sorted(years)) for passage, years in found.items()}

    def rulings(self) -> list[Ruling]:
        """Every decision recorded, by time; of one time in the order of recording."""
        r = schema.ruling
        columns = [c for c in r.c if c is not r.c.number]
        rows = self._rows(sql.select(*columns).order_by(r.c.at, r.c.number))
        return [Ruling(**{**row, "against": row["against"] or None}) for row in rows]

    def integrity(self) -> list[str]:
        """What is wrong with the store; empty where all is well."""
        v, p = schema.verdict, schema.passage
        lost = (
            sql.select(sql.func.count().label("n"))
            .select_from(v.outerjoin(p, p.c.id == v.c.passage_id))
            .where(p.c.id.is_(None))
        )
        wrong = []
        with self.snapshot():
            for what, query in self.database.faults():
                wrong += [f"{what}: {next(iter(row.values()))}" for row in self._rows(query)]
            unheld = self._rows(lost)[0]["n"]
        if unheld:
            wrong.append(f"{unheld} verdicts speak of passages that are not held")
        return wrong


def _batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values, as many at a time as one query names."""
    return (values[at : at + _ASKED_FOR] for at in range(0, len(values), _ASKED_FOR))


def _looked_at(column: sql.Column[str]) -> sql.ColumnElement[str]:
    """A column that SQLite looks at in each row found, instead of reading all rows of an economy by its index."""
    return column.concat("")


def _told(row: sql.RowMapping, *, placed: bool = True) -> tuple[Passage, tuple[Mention, ...]]:
    return to_passage(row, placed=placed), to_mentions(row)


def ways_of(words: str) -> list[Ways]:
    """The words of a search, each with the ways in which it is written."""
    return [spelling.spellings(word) for word in spelling.words_of(words)]


def snippet(text: str, words: Iterable[re.Pattern[str]], *, width: int = 160) -> str:
    """The stretch of text around the first of the words, about `width` characters long."""
    first = min((m.start() for word in words if (m := word.search(text))), default=0)
    start = max(0, first - width // 3)
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = start + width
    if end < len(text):
        blank = text.rfind(" ", first + 1, end)
        end = end if blank == -1 else blank
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
