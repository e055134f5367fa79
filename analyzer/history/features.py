"""What speaks for "this matter is already described in that edition", as named figures.

Each feature is a function of the same name; the first sentence of its docstring is what readers see as the reason.
All take the comparison of an edition with earlier ones and give an array of (passages, earlier editions).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analyzer.history import context
from analyzer.history.shelf import Floats, Shelf
from analyzer.history.similarity import Likeness


@dataclass(frozen=True)
class Compared:
    """An edition beside the earlier ones, with the ties between its own neighbouring passages."""

    shelf: Shelf
    likeness: Likeness
    ties: Floats

    @property
    def here(self) -> slice:
        """Where the edition's passages stand on the shelf."""
        return self.shelf.span(self.likeness.year)


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


def names_near(c: Compared) -> Floats:
    """The names and figures in it stand together in one place of the earlier edition."""
    return c.likeness.names_near


def names_anywhere(c: Compared) -> Floats:
    """The names and figures in it occur in the earlier chapter."""
    return c.likeness.names_anywhere


def neighbours(c: Compared) -> Floats:
    """The passages around it that speak of the same matter are found in the earlier edition."""
    return context.drawn(np.sqrt(c.likeness.partner_score), c.ties)


def length(c: Compared) -> Floats:
    """The passage is long enough to be compared well."""
    shape = c.likeness.word.shape
    sizes = np.array([len(p.text) for p in c.shelf.order[c.here]], np.float32)
    return np.broadcast_to(np.log1p(sizes)[:, None] / 10, shape).astype(np.float32)


def chapter_size(c: Compared) -> Floats:
    """The earlier chapter is long, so that chance likeness is likelier."""
    sizes = [c.shelf.span(y).stop - c.shelf.span(y).start for y in c.likeness.earlier]
    row = np.log1p(np.array(sizes, np.float32))[None, :] / 10
    return np.broadcast_to(row, c.likeness.word.shape).astype(np.float32)


Feature = Callable[[Compared], Floats]
SAME_MATTER: tuple[Feature, ...] = (
    word_likeness, cover, sentence_mean, sentence_best, chapter_cover, names_near, names_anywhere, neighbours, length,
    chapter_size,
)  # fmt: skip


def names() -> tuple[str, ...]:
    """The names of the features, in the model's order."""
    return tuple(feature.__name__ for feature in SAME_MATTER)


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
