"""Claims about an economy as such: "Bangladesh is in the report for the first time"."""

from __future__ import annotations

from analyzer.claims.chapters import Chapter
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
