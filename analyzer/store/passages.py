"""What a store answers on passages and their mentions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import sqlalchemy as sql

from analyzer.records import Mention, Passage
from analyzer.store import schema
from analyzer.store.asking import Asking, batches
from analyzer.store.rows import BARE, Bare, Stock, to_bare, to_mentions, to_passage, words_held
from analyzer.store.writing import report_id

_JSON = ("economies", "heading", "sentences")  # read as text, and then by ourselves
_BARE = [sql.cast(schema.passage.c[name], sql.Text) if name in _JSON else schema.passage.c[name] for name in BARE]


class Passages(Asking):
    """The passages held."""

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
        for some in batches(ids):
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


def _on(query: sql.Select[Any], series: str, economies: list[str] | None) -> sql.Select[Any]:
    """The passages of a series about any of the economies (all, by default), by year and order."""
    p, e = schema.passage, schema.passage_economy
    if economies is not None:
        query = query.where(p.c.number.in_(sql.select(e.c.passage).where(e.c.economy.in_(economies))))
    return query.where(p.c.series == series).order_by(p.c.year, p.c.ordinal)


def _told(row: sql.RowMapping, *, placed: bool = True) -> tuple[Passage, tuple[Mention, ...]]:
    return to_passage(row, placed=placed), to_mentions(row)
