"""Claims about an economy as such: "Bangladesh is in the report for the first time"."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.claims.chapters import Chapter
from analyzer.claims.judgement import Answer
from analyzer.store import Store

_PAGES = 3  # passages that make a chapter where the tables of chapters do not tell


def years(store: Store, series: str, held: Chapter) -> tuple[int, ...]:
    """Editions in which the economy has a chapter of its own, or passages of its own in its bloc's."""
    counted: dict[int, int] = {}
    for p in held.passages:
        if p.chapter == held.economy or p.economies == (p.chapter, held.economy):
            counted[p.year] = counted.get(p.year, 0) + 1
    listed = set(store.chapter_years(series).get(held.economy, ()))
    return tuple(sorted(listed | {y for y, n in counted.items() if n >= _PAGES}))


def answer(present: bool, before: Sequence[int], compared: int) -> Answer:
    """How the economy stands in an edition, by the editions before."""
    if not present:
        return Answer.DROPPED if before else Answer.NOT_LISTED
    if not before:
        return Answer.TRUE
    return Answer.ALREADY if before[-1] == compared else Answer.RELISTED
