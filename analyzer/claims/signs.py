"""Signs that an edition speaks of a claim's matter, as numbers that a model weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.claims.chapters import LIKE, Chapter
from analyzer.claims.cues import Kind
from analyzer.claims.looking import Found, Told, by_year, look, told
from analyzer.claims.terms import Matter
from analyzer.claims.weights import Weights
from analyzer.history import background, words
from analyzer.history.meanings import Floats
from analyzer.records import Listing

NAMES = (
    "words",  # share of the claim's words, by weight, that the best passage holds
    "of_best",  # the same as a share of what the best passage of any edition holds
    "alike",  # share with words of like meaning
    "core",  # it holds the weightiest word, or the name, that the anchors hold
    "of_anchor",  # share of what the anchor holds
    "thread",  # it stands in one listing with an anchor
    "meaning",  # cosine of its sentences and the claim's words, by the company that words keep
    "weight",  # of the words held
    "phrase",  # it holds a phrase of the claim
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
_NOTHING = (0.0,) * 9  # signs of an edition without any of the words
_SAID = ({Kind.GONE}, {Kind.FIRST}, {Kind.LONG, Kind.BACK})  # of the edition that a claim is about
_SAID_AFTER = ({Kind.GONE}, {Kind.FIRST}, {Kind.LONG})  # ... and for the one before it
_LIKE = 0.7  # what a word of like meaning counts for
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
        return self.values[_CORE] >= _LIKE


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
    first: dict[int, tuple[Found | None, tuple[float, ...]]] = {}
    for y in years:
        options = [(f, _of_passage(f, weights, narrow, core, threads, about, best)) for f in grouped.get(y, [])]
        likely = [_likely(values) + _told(f, said[y], held) for f, values in options]
        first[y] = options[likely.index(max(likely))] if options else (None, _NOTHING)
    anchor = weights.of(anchors[0].held) / 10 if anchors else 0.0
    before = max((y for y in years if y < year), default=None)
    out = {}
    for y, (f, values) in first.items():
        core_held, of_anchor = values[_CORE], values[_CORE + 1]
        spoken = [float(y == year and kind in kinds) for kinds in _SAID]
        spoken += [float(y == before and kind in kinds) for kinds in _SAID_AFTER]
        through = max((float(y in e.years) for e in listings), default=0.0)
        more = (through, core_held * of_anchor, of_anchor**2, best * of_anchor)
        out[y] = Signs(f, (*values, best, anchor, *spoken, *more, said[y].share, most - said[y].share))
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
) -> tuple[float, ...]:
    text = f.passage.text[f.span[0] : f.span[1]]
    return (
        f.score,
        f.score / (best or 1.0),
        f.wide,
        sum(_core(key, f.held) for key in core) / (len(core) or 1),
        narrow.share(f.held, alike=True),
        float(f.passage.id in threads),
        float(_meaning(text) @ about),
        weights.of(f.held) / 10,
        float(any("+" in key for key in f.held)),
    )


def _core(key: str, held: frozenset[str]) -> float:
    return 1.0 if key in held else _LIKE if LIKE + key in held else 0.0


def _likely(values: Sequence[float]) -> float:
    words, _, _, core, of_anchor, thread, meaning, *_ = values
    return words + 0.3 * core + 0.5 * of_anchor + 0.4 * thread + 0.5 * meaning


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
