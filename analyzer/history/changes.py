"""What was added to and removed from a matter's text since the earlier edition, and of what kind that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analyzer.history import substance, words
from analyzer.records import Change, ChangeKind

_LAW = re.compile(
    r"\b(?:law|decree|regulation|act|order|resolution|directive|circular|bill|legislation|amend|ruling|ordinance|decision|"
    r"agreement|notification|guideline|standard|rule|panel|draft)\w*", re.I)  # fmt: skip
_STEP = re.compile(
    r"\b(?:adopt|enact|approv|pass|sign|issu|publish|announc|implement|introduc|impos|propos|revis|replac|repeal|remov|"
    r"eliminat|lift|suspend|extend|establish|launch|notif|rais|reduc|lower|increas|enter|took effect|ban|open|terminat|"
    r"initiat|begin|began|agreed|complet|conclud|reject|postpon|delay)\w*", re.I)  # fmt: skip
_RATE = re.compile(
    r"(?<![\d.,])\d[\d.,]*(?:\s*(?:percent|per cent|%)|\s+(?:million|billion|tons|metric))|\$\s?\d", re.I
)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:percent|per cent|%)", re.I)
_STATISTIC = re.compile(
    r"\b(?:exports?|imports|sales|losses|worth|valued|totall?ed|estimate[sd]?|deficit|surplus|market share|piracy)\b",
    re.I,
)
_NEAR = 0.82  # sentences that share so much of their words only differ in wording


def between(earlier: list[str], later: list[str], *, elsewhere: Sequence[str] = ()) -> Change:
    """What the later sentences add to the earlier ones, and what they leave out.

    `elsewhere` are sentences of other passages of the later edition: what one of them says near word for word, with the
    same percentages, was not removed.
    """
    before, after = set(earlier), set(later)
    added = tuple(s for s in later if s not in before and not _stands_in(s, earlier))
    removed = tuple(s for s in earlier if s not in after and not _stands_in(s, later) and not _moved_to(s, elsewhere))
    return Change(_kind(added, earlier), added, removed)


def shared(sentence: str, other: str) -> float:
    """The share of common stems of two sentences (Dice), years and figures counted."""
    return _dice(_stems(sentence), _stems(other))


def _dice(left: frozenset[str], right: frozenset[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


@lru_cache(maxsize=20_000)
def _stems(sentence: str) -> frozenset[str]:
    return frozenset(words.stems(sentence))


def _moved_to(sentence: str, others: Sequence[str]) -> bool:
    rates = _percentages(sentence)
    return _stands_in(sentence, [other for other in others if _percentages(other) == rates])


@lru_cache(maxsize=20_000)
def _percentages(sentence: str) -> frozenset[float]:
    return frozenset(map(float, _PERCENT.findall(sentence)))


def _stands_in(sentence: str, others: Sequence[str]) -> bool:
    own = _stems(sentence)
    for other in others:
        its = _stems(other)
        # Most are told apart by their lengths alone.
        if 2 * min(len(own), len(its)) >= _NEAR * (len(own) + len(its)) and _dice(own, its) >= _NEAR:
            return True
    return False


def _nearest(sentence: str, others: list[str]) -> float:
    return max((shared(sentence, other) for other in others), default=0.0)


def _kind(added: tuple[str, ...], earlier: list[str]) -> ChangeKind:
    if not added:
        return ChangeKind.NONE
    kinds = {_kind_of(sentence, earlier) for sentence in added}
    order = list(ChangeKind)
    return min(kinds, key=order.index)


def _kind_of(sentence: str, earlier: list[str]) -> ChangeKind:
    fresh = substance.figures(sentence) - substance.figures(" ".join(earlier))
    fresh_years = {f for f in fresh if words.is_year(f)}
    rate = _RATE.search(sentence)
    if rate and _STATISTIC.search(sentence):
        return ChangeKind.FIGURES
    near = _nearest(sentence, earlier)
    if near < 0.5 and _STEP.search(sentence) and (_LAW.search(sentence) or fresh):
        return ChangeKind.LAW
    if rate and fresh - fresh_years:
        return ChangeKind.RATE
    if near < 0.4:
        return ChangeKind.SCOPE
    if fresh_years:
        return ChangeKind.DATE
    return ChangeKind.FIGURES if fresh else ChangeKind.WORDING
