"""What a store answers on reports: editions, chapters, pages, and the files that they came from."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sql

from analyzer.records import Chapter
from analyzer.store import schema
from analyzer.store.asking import Asking
from analyzer.store.rows import to_chapter
from analyzer.store.writing import report_id


class Reports(Asking):
    """The reports held."""

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

    def torn_chapters(self, series: str) -> frozenset[tuple[str, int]]:
        """(economy, year) of the chapters whose text is known to be incomplete in the source."""
        c, r = schema.chapter, schema.report
        query = sql.select(c.c.economy, r.c.year).join(r, r.c.id == c.c.report).where(r.c.series == series, c.c.torn)
        return frozenset((row["economy"], row["year"]) for row in self._rows(query))

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
