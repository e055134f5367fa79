"""What speaks for "this matter is already described in that edition", as named figures.

Each feature is a function of the same name; the first sentence of its docstring is what readers see as the reason.
All take the comparison of an edition with earlier ones and give an array of (passages, earlier editions).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from analyzer.history import context
from analyzer.history.shelf import Floats, Shelf
from analyzer.history.similarity import Likeness

_RECOGNISABLE = 0.35  # cosine of two sentences above which a reader sees the one in the other


@dataclass(frozen=True)
class Compared:
    """An edition beside the earlier ones, with the ties between its own neighbouring passages."""

    shelf: Shelf
    likeness: Likeness
    ties: Floats

    @cached_property
    def here(self) -> slice:
        """Where the edition's passages stand on the shelf."""
        return self.shelf.span(self.likeness.year)

    def sentences_of(self, place: int) -> slice:
        """Where one passage's sentences stand among those of the edition."""
        return slice(self._first_sentences[place], self._first_sentences[place + 1])

    @cached_property
    def _first_sentences(self) -> list[int]:
        owners = self.shelf.of_sentence[self.shelf.sentence_span(self.likeness.year)] - self.here.start
        firsts: list[int] = np.searchsorted(owners, np.arange(self.here.stop - self.here.start + 1)).tolist()
        return firsts


def word_likeness(c: Compared) -> Floats:
    """An earlier passage uses much the same words and phrases."""
    return np.sqrt(c.likeness.word)


def cover(c: Compared) -> Floats:
    """Most of what this passage says is found in one place of the earlier edition."""
    return c.likeness.cover


def sentence_mean(c: Compared) -> Floats:
    """Its sentences have near counterparts in the earlier edition."""
    return np.sqrt(c.likeness.sentence_mean)


def sentence_best(c: Compared) -> Floats:
    """One of its sentences stands almost unchanged in the earlier edition."""
    return np.sqrt(c.likeness.sentence_best)


def chapter_cover(c: Compared) -> Floats:
    """Its rarer words all occur somewhere in the earlier chapter."""
    return c.likeness.chapter_cover


def near_sentences(c: Compared) -> Floats:
    """Several of its sentences have a recognisable counterpart in the earlier edition."""
    near = (c.likeness.sentence_score > _RECOGNISABLE).astype(np.float32)
    span = c.shelf.sentence_span(c.likeness.year)
    owner = c.shelf.of_sentence[span] - c.here.start
    total = np.zeros(c.likeness.word.shape, np.float32)
    np.add.at(total, owner, near)
    shares: Floats = total / np.bincount(owner, minlength=len(total)).astype(np.float32)[:, None]
    return shares


def same_section(c: Compared) -> Floats:
    """The nearest earlier passage stands in the same section."""
    kinds = c.shelf.kinds
    found: Floats = (kinds[c.likeness.partner] == kinds[c.here][:, None]).astype(np.float32)
    return found


def section_held(c: Compared) -> Floats:
    """The earlier edition has a section of this kind."""
    kinds = c.shelf.kinds
    held = [np.isin(kinds[c.here], kinds[c.shelf.span(year)]) for year in c.likeness.earlier]
    return np.array(held, np.float32).T.reshape(c.likeness.word.shape)


def further_back(c: Compared) -> Floats:
    """No edition further back matches it better."""
    word = c.likeness.word
    before = np.zeros_like(word)
    before[:, 1:] = np.maximum.accumulate(word, axis=1)[:, :-1]
    lag: Floats = -np.maximum(before - word, 0.0)
    return lag


def not_regained(c: Compared) -> Floats:
    """Its rare words are not ones that only an edition further back has together."""
    found = np.zeros_like(c.likeness.word)
    if found.shape[1]:
        found[:, -1] = -c.likeness.regained.max(axis=1)
    return found


Feature = Callable[[Compared], Floats]
SAME_MATTER: tuple[Feature, ...] = (
    word_likeness, cover, sentence_mean, sentence_best, chapter_cover, near_sentences, same_section, section_held,
    further_back, not_regained,
)  # fmt: skip


def names() -> tuple[str, ...]:
    """The names of the features, in the model's order."""
    return tuple(feature.__name__ for feature in SAME_MATTER)


@cache
def reason(name: str) -> str:
    """The sentence that tells readers what a feature says."""
    feature = next(f for f in SAME_MATTER if f.__name__ == name)
    return (inspect.getdoc(feature) or "").split("\n")[0]


def table(c: Compared) -> Floats:
    """All features: (passages, earlier editions, features)."""
    return np.stack([feature(c) for feature in SAME_MATTER], axis=2)


def compared(shelf: Shelf, likeness: Likeness) -> Compared:
    """An edition's comparison with the ties between its passages worked out."""
    return Compared(shelf, likeness, context.cohesion(shelf, shelf.span(likeness.year)))
