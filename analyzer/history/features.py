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

_DIGITS = 4
_FEW = 5  # passages by which a chapter may differ without meaning much
_LONG = 8  # years beyond which an edition is just old


@dataclass(frozen=True)
class Compared:
    """An edition beside the earlier ones, with the ties between its own neighbouring passages."""

    shelf: Shelf
    likeness: Likeness
    ties: Floats
    closeness: Floats  # likeness in meaning with each near passage: (passages, len(context.STEPS))

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


def meaning(c: Compared) -> Floats:
    """An earlier passage is about the same things, if in other words."""
    return c.likeness.meaning


def meaning_mean(c: Compared) -> Floats:
    """Its sentences have counterparts that mean much the same."""
    return c.likeness.meaning_mean


def stands_out(c: Compared) -> Floats:
    """One earlier passage matches it far better than any other does."""
    return c.likeness.stands_out


def unrivalled(c: Compared) -> Floats:
    """The earlier passage that matches it best is matched no better by another passage of this edition."""
    return c.likeness.unrivalled


def rarest_near(c: Compared) -> Floats:
    """Its rarest words stand together in the earlier edition."""
    return c.likeness.rarest_near


def same_section(c: Compared) -> Floats:
    """The nearest earlier passage stands in the same section."""
    kinds = c.shelf.kinds
    found: Floats = (kinds[c.likeness.partner] == kinds[c.here][:, None]).astype(np.float32)
    return found


def headed(c: Compared) -> Floats:
    """The words of its heading stand in the earlier edition."""
    return c.likeness.headed


def neighbours_held(c: Compared) -> Floats:
    """What stands next to it and is about the same things has a counterpart in the earlier edition."""
    held = c.likeness.meaning_mean * np.sqrt(c.likeness.word)
    best = np.zeros_like(held)
    for at, step in enumerate(context.STEPS):
        best = np.maximum(best, context.shifted(held, step) * np.maximum(c.closeness[:, at : at + 1], 0.0))
    return best


def tied_before(c: Compared) -> Floats:
    """It is about the same things as the passage before it."""
    return _for_all(c, c.closeness[:, context.STEPS.index(-1)])


def tied_after(c: Compared) -> Floats:
    """It is about the same things as the passage after it."""
    return _for_all(c, c.closeness[:, context.STEPS.index(1)])


def tied_further(c: Compared) -> Floats:
    """It is about the same things as the last passage but one."""
    return _for_all(c, c.closeness[:, context.STEPS.index(-2)])


def leans(c: Compared) -> Floats:
    """Its opening refers back to what stands before it."""
    return _for_all(c, np.array([context.leans(p) for p in c.shelf.order[c.here]], np.float32))


def shorter_chapter(c: Compared) -> Floats:
    """The chapter has not grown since the earlier edition."""
    spans = [c.shelf.span(year) for year in c.likeness.earlier]
    before = np.array([span.stop - span.start for span in spans], np.float32)
    shrunk = np.log((before + _FEW) / (c.here.stop - c.here.start + _FEW)).astype(np.float32)
    return np.broadcast_to(shrunk, c.likeness.word.shape)


def nearness(c: Compared) -> Floats:
    """The earlier edition is not many years older."""
    lag = np.array([c.likeness.year - year for year in c.likeness.earlier], np.float32)
    return np.broadcast_to(-np.minimum(lag, _LONG), c.likeness.word.shape)


def _for_all(c: Compared, values: Floats) -> Floats:
    """Figures of the passages alone, the same against every edition."""
    return np.broadcast_to(values[:, None], c.likeness.word.shape)


Feature = Callable[[Compared], Floats]
SAME_MATTER: tuple[Feature, ...] = (
    word_likeness, cover, sentence_mean, meaning, meaning_mean, stands_out, unrivalled, rarest_near, same_section,
    headed, neighbours_held, tied_before, tied_after, tied_further, leans, shorter_chapter, nearness,
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
    """All features: (passages, earlier editions, features).

    Rounded, so that the last bits of sums, which hang on the machine, do not tip a tree from one branch to another.
    """
    stacked: Floats = np.stack([feature(c) for feature in SAME_MATTER], axis=2).astype(np.float32)
    return stacked.round(_DIGITS)


def compared(shelf: Shelf, likeness: Likeness) -> Compared:
    """An edition's comparison with the ties between its passages worked out."""
    here = shelf.span(likeness.year)
    return Compared(shelf, likeness, context.cohesion(shelf, here), context.closeness(shelf, here))
