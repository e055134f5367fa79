"""Counts that a database makes quicker than we could, and the count of changes to the store itself."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sql

from analyzer.records import Status
from analyzer.store import schema
from analyzer.store.answers import Answers


@dataclass(frozen=True, slots=True)
class Tally:
    """How many passages of an edition have a status for an economy; `key` is its section.

    Boilerplate does not count, nor do points left out of matters that go on.
    """

    economy: str
    year: int
    key: str  # section, or "" where it was not asked for
    status: str
    count: int


def tallies(store: Answers, series: str, *, year: int | None = None, economy: str | None = None) -> list[Tally]:
    """Passages by economy, year and status, of one edition or economy or of all."""
    v = schema.verdict
    columns = (v.c.economy, v.c.year, v.c.status)
    query = sql.select(*columns, sql.func.count().label("n")).where(v.c.series == series, *_counted())
    if year is not None:
        query = query.where(v.c.year == year)
    if economy is not None:
        query = query.where(v.c.economy == economy)
    query = query.group_by(*columns).order_by(*columns)
    return [Tally(r["economy"], r["year"], "", r["status"], r["n"]) for r in store._rows(query)]


def tallies_by_section(store: Answers, series: str, *, year: int | None = None) -> list[Tally]:
    """Passages by economy, year, section and status, of one edition or of all."""
    v, p = schema.verdict, schema.passage
    columns = (v.c.economy, v.c.year, p.c.section, v.c.status)
    query = (
        sql.select(*columns, sql.func.count().label("n"))
        .join(p, p.c.id == v.c.passage_id)
        .where(v.c.series == series, *_counted())
    )
    if year is not None:
        query = query.where(v.c.year == year)
    query = query.group_by(*columns).order_by(*columns)
    return [Tally(r["economy"], r["year"], r["section"], r["status"], r["n"]) for r in store._rows(query)]


def _counted() -> tuple[sql.ColumnElement[bool], ...]:
    v = schema.verdict
    point = sql.and_(v.c.status == Status.DROPPED.value, v.c.body["follows"].as_string().is_not(None))
    return sql.not_(v.c.boilerplate), sql.not_(point)


def new_chapters(store: Answers, series: str) -> frozenset[tuple[str, int]]:
    """Each economy and edition whose chapter has none before it in the editions held."""
    v = schema.verdict
    query = (
        sql.select(v.c.economy, v.c.year).where(v.c.series == series, v.c.body["new_chapter"].as_boolean()).distinct()
    )
    return frozenset((r["economy"], r["year"]) for r in store._rows(query))


def revision(store: Answers, *, editions: bool = False) -> str:
    """A word that is another one after every change to the store (or to the editions in it), whoever made it."""
    key = schema.EDITIONS if editions else schema.CHANGES
    query = sql.select(schema.meta.c.value).where(schema.meta.c.key == key)
    return next((str(r["value"]) for r in store._rows(query)), "0")
