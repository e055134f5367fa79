"""Passages that hold words, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.queries.asked_words import asked_words
from analyzer.queries.asking import economy_code, series_held, span_held
from analyzer.records import Passage
from analyzer.store import Store, ways_of
from analyzer.vocab.word_forms import pattern_of, places


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its rank (higher is better) and the stretch of text around the words."""

    passage: Passage
    rank: float
    snippet: str
    places: tuple[tuple[int, int], ...] = ()  # where the words stand in the snippet, half-open, in order


def search(
    store: Store,
    query: str,
    *,
    economy: str | None = None,
    series: str | None = None,
    year: int | None = None,
    first: int | None = None,
    last: int | None = None,
    limit: int = 20,
) -> list[Hit]:
    """Passages with all the words (or, where there are none, with any), the best first; of all series, by default.

    `first` and `last` bound the years of the editions, `year` is one. Raises UnknownChoice for an unknown economy or a
    series that is not held, NothingHeld where no edition of these years is.
    """
    codes = [economy_code(economy)] if economy else None
    name = series_held(store, series) if series else None
    years = (year, year) if year is not None else (first, last)
    if years != (None, None):
        span_held(store, name, *years)
    with store.snapshot():
        asked = [word.ways for word in asked_words(store, query, economies=codes, series=name)]
        words = asked or ways_of(query)
        found = store.search(words, economies=codes, series=name, years=years, limit=limit)
    patterns = list(map(pattern_of, words))
    return [Hit(passage, rank, piece, places(piece, patterns)) for passage, rank, piece in found]
