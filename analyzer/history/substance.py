"""What speaks for "its substance changed since that edition", as named figures over a passage and its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analyzer.history import words
from analyzer.history.shelf import Floats
from analyzer.records import Passage

_FIGURE = re.compile(r"\d[\d.,]*")
_STEP = re.compile(
    r"\b(?:adopted|enacted|approved|passed|signed|issued|published|announced|implemented|introduced|imposed|proposed|"
    r"revised|replaced|repealed|removed|eliminated|lifted|suspended|extended|established|launched|notified|raised|"
    r"reduced|lowered|increased|entered|took effect|banned|opened|terminated|initiated|began|agreed|completed|"
    r"concluded|rejected|postponed|delayed|amended|drafted|ruled|came into force)\b", re.I)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """A passage, the earlier texts it is compared with, and how well its sentences are found in that edition."""

    passage: Passage
    earlier: str  # the evidence with its neighbours
    chapter_figures: frozenset[str]  # all figures of the earlier chapter
    sentence_scores: tuple[float, ...]
    word: float
    cover: float


@lru_cache(maxsize=64)  # several figures of one passage ask for them
def _figures(text: str) -> tuple[str, ...]:
    return tuple(_FIGURE.findall(text))


def worst_sentence(p: Pair) -> float:
    """A sentence of it has no near counterpart in the earlier edition."""
    return 1.0 - min(p.sentence_scores, default=0.0)


def mean_sentence(p: Pair) -> float:
    """Its sentences differ from those of the earlier edition."""
    return 1.0 - sum(p.sentence_scores) / max(1, len(p.sentence_scores))


def uncovered(p: Pair) -> float:
    """Words of it are not in the earlier text."""
    return 1.0 - p.cover


def fresh_year(p: Pair) -> float:
    """It names a recent year that the earlier chapter does not."""
    years = {f for f in _figures(p.passage.text) if words.is_year(f.strip(".,"))}
    recent = {y for y in years if int(y.strip(".,")) >= p.passage.year - 2}
    return float(bool({y.strip(".,") for y in recent} - p.chapter_figures))


def fresh_step(p: Pair) -> float:
    """A sentence without a counterpart tells of a step taken."""
    parts = [p.passage.text[a:b] for a, b in p.passage.sentences] or [p.passage.text]
    scores = p.sentence_scores or (0.0,) * len(parts)
    return float(sum(1 for s, score in zip(parts, scores, strict=False) if score < 0.5 and _STEP.search(s)))


def fresh_figures(p: Pair) -> float:
    """It holds figures that the earlier chapter lacks."""
    figures = {f.strip(".,").replace(",", "") for f in _figures(p.passage.text)}
    figures = {f for f in figures if not words.is_year(f)}
    return float(np.log1p(len(figures - p.chapter_figures)))


Feature = Callable[[Pair], float]
SUBSTANCE: tuple[Feature, ...] = (worst_sentence, mean_sentence, uncovered, fresh_year, fresh_step, fresh_figures)


def names() -> tuple[str, ...]:
    """The names of the features, in the model's order."""
    return tuple(feature.__name__ for feature in SUBSTANCE)


def row(p: Pair) -> Floats:
    """All features of one pair."""
    return np.array([feature(p) for feature in SUBSTANCE], np.float32)


def figures(text: str) -> frozenset[str]:
    """All figures of a text, without their commas."""
    return frozenset(f.strip(".,").replace(",", "") for f in _FIGURE.findall(text))
