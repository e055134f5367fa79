"""Passages that hold words, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.queries.asked_words import asked_words
from analyzer.queries.asking import economy_code, series_held, span_held
from analyzer.records import Passage
from analyzer.store import Store, ways_of
from analyzer.vocab.word_forms import pattern_of, places

_LOOKED_AT = 5  # passages looked at for each one asked for


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its rank (higher is better) and the stretch of text around the words."""

    passage: Passage
    rank: float
    snippet: str
    places: tuple[tuple[int, int], ...] = ()  # where the words stand in the snippet, half-open, in order
    every: bool = True  # whether it holds all the words as they are, and not some, or words of one stem with them


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

    Words are found by their stems, of which several words may be forms ("local" and "localization"): of the best
    passages those that hold the words themselves go first.

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
        found = store.search(words, economies=codes, series=name, years=years, limit=_LOOKED_AT * limit)
    patterns = list(map(pattern_of, words))

    def hit(passage: Passage, rank: float, piece: str) -> Hit:
        told = " ".join((*passage.heading, passage.text))
        return Hit(passage, rank, piece, places(piece, patterns), all(word.search(told) for word in patterns))

    return sorted((hit(*one) for one in found), key=lambda one: not one.every)[:limit]
