"""Stretches of a row that speak of another economy than the one under whose name they stand.

A table made from a report whose pages came apart has rows that begin with one economy's barriers and go on with
another's. Of two economies that a row names by itself, the one wins stretch by stretch whose chapters of the years
around share more of its rare words; where it is not far ahead, the text stays where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np

from analyzer.outline.flattened import cut
from analyzer.outline.likeness import Floats
from analyzer.outline.voting import AHEAD, Chapters
from analyzer.records import Row
from analyzer.vocab import economies

_FEW = 2  # passages that name another economy and not the row's own: fewer are an aside
_NAMED = 0.2  # what naming an economy counts for, as a cosine
_TURN = 0.3  # how much better another economy must fit before the text is taken to have turned to it


@dataclass(frozen=True, slots=True)
class Stray:
    """A stretch of a row's text, as half-open offsets, and the economy that it speaks of."""

    start: int
    stop: int
    economy: str


def strays(row: Row, own: str, chapters: Chapters) -> tuple[Stray, ...]:
    """The stretches of a row under the economy `own` that belong to others, in their order."""
    year = row.year or 0
    near = chapters.around(year)
    if own not in near or not _turns_away(row, own, near):
        return ()
    passages = [(run[0][0], run[-1][1]) for run in cut(row.text, names=economies.spoken(own))]
    named = [_named(row.text[start:stop], year, near) for start, stop in passages]
    away = Counter(code for codes in named if own not in codes for code in codes)
    others = sorted(code for code, times in away.items() if times >= _FEW and not _kin(code, own, year))
    if not others:
        return ()
    codes = (own, *others)
    nearness, names = np.zeros((len(passages), len(codes))), np.zeros((len(passages), len(codes)))
    for place, (start, stop) in enumerate(passages):
        found = {code: score for score, code in chapters.votes(row.text[start:stop], year, among=codes, own_year=False)}
        nearness[place] = [found.get(code, 0.0) for code in codes]
        names[place] = [code in named[place] for code in codes]
    return tuple(
        Stray(passages[stretch.start][0], passages[stretch.stop - 1][1], codes[best])
        for best, stretch in _stretches(_path(nearness + _NAMED * names))
        if best and nearness[stretch, best].mean() >= AHEAD * nearness[stretch, 0].mean()
    )


def _turns_away(row: Row, own: str, near: frozenset[str]) -> bool:
    """Whether the row names another economy a few times in turn: a quick look that leaves out most rows."""
    year = row.year or 0
    named = (_home(code, year, near) for _, _, code in economies.places_named(row.text))
    return any(
        code != own and len(list(times)) >= _FEW and not _kin(code, own, year)
        for code, times in groupby(code for code in named if code is not None)
    )


def _named(text: str, year: int, near: frozenset[str]) -> frozenset[str]:
    """The economies with a chapter in the years around that a text names, or whose members it names."""
    found = {_home(code, year, near) for code in economies.states_named(text)}
    return frozenset(code for code in found if code is not None)


@lru_cache(maxsize=10_000)
def _home(code: str, year: int, near: frozenset[str]) -> str | None:
    """The economy itself, or the bloc in whose chapter it is treated."""
    if code in near:
        return code
    return next(
        (bloc for bloc in economies.blocs_of(code) if bloc in near and code in economies.members(bloc, year)), None
    )


def _kin(one: str, other: str, year: int) -> bool:
    """Whether one is a member of the other, whose chapter rightly speaks of it."""
    return one in economies.members(other, year) or other in economies.members(one, year)


def _path(fits: Floats) -> list[int]:
    """For each passage the column that fits best, where to turn from one to another costs something."""
    best, came = fits[0].copy(), []
    columns = np.arange(fits.shape[1])
    for fit in fits[1:]:
        top = int(best.argmax())
        turned = best[top] - _TURN
        came.append(np.where(best >= turned, columns, top))
        best = np.maximum(best, turned) + fit
    path = [int(best.argmax())]
    for before in reversed(came):
        path.append(int(before[path[-1]]))
    return path[::-1]


def _stretches(path: Sequence[int]) -> Iterator[tuple[int, slice]]:
    start = 0
    for value, group in groupby(path):
        stop = start + len(list(group))
        yield value, slice(start, stop)
        start = stop
