"""Signs that an edition speaks of a claim's matter, as numbers that a model weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analyzer.claims.chapters import LIKE, Chapter
from analyzer.claims.cues import Kind
from analyzer.claims.looking import Found, Told, by_year, look, told
from analyzer.claims.terms import Matter
from analyzer.claims.weights import KIN, Weights
from analyzer.history import background, words
from analyzer.history.meanings import Floats
from analyzer.records import Listing


class _OfPassage(NamedTuple):
    """The signs that the best passage of an edition shows; nothing where none holds any of the words."""

    words: float = 0.0  # share of the claim's words, by weight, that it holds
    of_best: float = 0.0  # the same as a share of what the best passage of any edition holds
    alike: float = 0.0  # share with words of like meaning
    core: float = 0.0  # it holds the weightiest word, or the name, that the anchors hold
    of_anchor: float = 0.0  # share of what the anchor holds
    thread: float = 0.0  # it stands in one listing with an anchor
    meaning: float = 0.0  # cosine of its sentences and the claim's words, by the company that words keep
    weight: float = 0.0  # of the words held
    phrase: float = 0.0  # it holds a phrase of the claim

    @property
    def likely(self) -> float:
        """How likely it is to be the passage of its edition that speaks of the matter: the more, the likelier."""
        return self.words + 0.3 * self.core + 0.5 * self.of_anchor + 0.4 * self.thread + 0.5 * self.meaning


NAMES = (
    *_OfPassage._fields,
    "best",  # share of the words that the best passage of any edition holds
    "anchor",  # weight of the words that the anchor holds
    "said_gone",  # the claim says that this edition lacks the matter
    "said_new",  # ... that it lists it for the first time
    "said_old",  # ... that it lists it again, or still
    "before_gone",  # the claim says that the edition after this one lacks the matter
    "before_new",  # ... lists it for the first time
    "before_old",  # ... lists it still
    "listing",  # a listing with an anchor in it goes through this edition
    "near_anchor",  # core times share of what the anchor holds
    "whole_anchor",  # square of the share of what the anchor holds
    "well_anchored",  # share of what the anchor holds times that of the best passage
    "told",  # how much of the matter the best sentence says, words of like meaning counted as near as they come
    "told_less",  # how much more that of another edition says
)
_CORE = NAMES.index("core")
_SAID = ({Kind.GONE}, {Kind.FIRST}, {Kind.LONG, Kind.BACK})  # of the edition that a claim is about
_SAID_AFTER = ({Kind.GONE}, {Kind.FIRST}, {Kind.LONG})  # ... and for the one before it
_ANCHOR = 0.5  # an edition said to list the matter has the anchor where it holds this share of the best
_ANCHORS = (0.9, 5)  # others near the anchor's share, and how many


@dataclass(frozen=True, slots=True)
class Signs:
    """What an edition shows on the matter: its passage that speaks most likely of it, and the signs in numbers."""

    found: Found | None
    values: tuple[float, ...]

    @property
    def core(self) -> bool:
        """Whether the passage holds the word that says most of what is meant, or one of like meaning."""
        return self.values[_CORE] >= KIN


def read(
    held: Chapter, listed: Mapping[str, Listing], weights: Weights, matter: Matter, kind: Kind, year: int
) -> dict[int, Signs]:
    """The signs in every edition up to that of the claim which speaks of the economy; `listed` is by passage id."""
    years = [y for y in held.years if y <= year]
    said = told(held, matter, years)
    most = max((one.share for one in said.values()), default=0.0)
    found = look(held, weights, years, [one.passage for one in said.values() if one.passage is not None])
    grouped = by_year(found)
    anchors = _anchors(found, grouped.get(year, []), kind)
    best = found[0].score if found else 0.0
    core = weights.core(anchors[0].held) if anchors else frozenset()
    narrow = weights.within(anchors[0].held) if anchors else weights
    listings = [listed[a.passage.id] for a in anchors if a.passage.id in listed]
    threads = frozenset(pid for entry in listings for pid in entry.passages)
    about = _meaning(" ".join(word for _, word in matter.words))
    anchor = weights.of(anchors[0].held) / 10 if anchors else 0.0
    before = max((y for y in years if y < year), default=None)
    out = {}
    for y in years:
        options = [(f, _of_passage(f, weights, narrow, core, threads, about, best)) for f in grouped.get(y, [])]
        f, shown = max(
            options, key=lambda one: one[1].likely + _told(one[0], said[y], held), default=(None, _OfPassage())
        )
        spoken = [float(y == year and kind in kinds) for kinds in _SAID]
        spoken += [float(y == before and kind in kinds) for kinds in _SAID_AFTER]
        through = max((float(y in e.years) for e in listings), default=0.0)
        more = (through, shown.core * shown.of_anchor, shown.of_anchor**2, best * shown.of_anchor)
        out[y] = Signs(f, (*shown, best, anchor, *spoken, *more, said[y].share, most - said[y].share))
    return out


def _anchors(found: Sequence[Found], here: Sequence[Found], kind: Kind) -> list[Found]:
    """The passages that show best what the claim means: of its own edition, unless that is said to lack it."""
    if not found:
        return []
    pool = here if here and kind is not Kind.GONE and here[0].score >= _ANCHOR * found[0].score else found
    share, most = _ANCHORS
    return [f for f in pool if f.score >= share * pool[0].score][:most]


def _of_passage(
    f: Found,
    weights: Weights,
    narrow: Weights,
    core: frozenset[str],
    threads: frozenset[str],
    about: Floats,
    best: float,
) -> _OfPassage:
    text = f.passage.text[f.span[0] : f.span[1]]
    return _OfPassage(
        words=f.score,
        of_best=f.score / (best or 1.0),
        alike=f.wide,
        core=sum(_core(key, f.held) for key in core) / (len(core) or 1),
        of_anchor=narrow.share(f.held, alike=True),
        thread=float(f.passage.id in threads),
        meaning=float(_meaning(text) @ about),
        weight=weights.of(f.held) / 10,
        phrase=float(any("+" in key for key in f.held)),
    )


def _core(key: str, held: frozenset[str]) -> float:
    return 1.0 if key in held else KIN if LIKE + key in held else 0.0


def _told(f: Found, best: Told, held: Chapter) -> float:
    """What a passage says of the matter by the meaning of words, where it is the one of its edition that says most."""
    return best.share if best.passage is not None and held.passages[best.passage] is f.passage else 0.0


def _meaning(text: str) -> Floats:
    """The mean meaning of a text's words, rare ones weighing more, of length 1 (or zero): (size,)."""
    known = background.shipped()
    stems = words.stems(text)
    weight = np.array([known.idf(s) for s in stems], np.float32)
    mean = weight @ known.meaning(stems) if stems else np.zeros(known.vectors.shape[1], np.float32)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)
