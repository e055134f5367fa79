"""Passages that hold words, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.queries.asking import economy_code, series_held
from analyzer.records import Passage
from analyzer.store import Store


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its rank (higher is better) and the stretch of text around the words."""

    passage: Passage
    rank: float
    snippet: str


def search(
    store: Store,
    query: str,
    *,
    economy: str | None = None,
    series: str | None = None,
    year: int | None = None,
    limit: int = 20,
) -> list[Hit]:
    """Passages with all the words (or, where there are none, with any), the best first; of all series, by default.

    Raises UnknownChoice for an unknown economy or a series that is not held.
    """
    codes = [economy_code(economy)] if economy else None
    name = series_held(store, series) if series else None
    return [Hit(*found) for found in store.search(query, economies=codes, series=name, year=year, limit=limit)]
