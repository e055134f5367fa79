"""Findings with what they are chosen by alone: a page that shows a hundred of a thousand need not read the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sql

from analyzer.records import Status
from analyzer.store import schema
from analyzer.store.answers import Answers
from analyzer.store.rows import words_held


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A finding's status, place, labels and words; `passage_id` is the one that its verdict names."""

    passage_id: str
    status: str
    boilerplate: bool
    left_out: bool  # a point of a matter that goes on
    compared_with: int | None
    section: str
    heading: tuple[str, ...]
    labels: tuple[str, ...]  # of its mentions
    text: str
    pdf_page: int | None
    printed_page: str | None


def glimpses(store: Answers, series: str, economy: str, year: int) -> list[Glimpse]:
    """Every finding on an economy in an edition, in the order of `Answers.findings`."""
    v, p = schema.verdict, schema.passage
    query = (
        sql.select(
            v.c.passage_id,
            v.c.status,
            v.c.boilerplate,
            v.c.body["follows"].as_string().is_not(None),
            v.c.body["compared_with"].as_integer(),
            p.c.section,
            sql.cast(p.c.heading, sql.Text),
            p.c.labels,
            p.c.text,
            p.c.pdf_page,
            p.c.printed_page,
        )
        .join(p, p.c.id == v.c.passage_id)
        .where(v.c.series == series, v.c.economy == economy, v.c.year == year)
        .order_by(v.c.status == Status.DROPPED.value, p.c.ordinal, v.c.passage_id)
    )
    return store._quickly(_glimpse, query)


def _glimpse(row: Sequence[Any]) -> Glimpse:
    key, status, boilerplate, follows, compared, section, heading, labels, *told = row
    left_out = bool(follows) and status == Status.DROPPED.value
    labelled = tuple(labels.split())
    return Glimpse(key, status, boilerplate, left_out, compared, section, words_held(heading), labelled, *told)
