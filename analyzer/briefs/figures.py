"""What a passage that goes on tells otherwise: 5 percent that was 3, another decree, a step taken that was planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.briefs import asides, news
from analyzer.briefs.quoting import further, nearest
from analyzer.briefs.repeated import Edition
from analyzer.records import ChangeKind, Passage

_NEAR = 0.4  # share of telling words that two sentences have in common where they state one measure
_SAME = 0.5  # ... and where no link ties their passages
_NEAR_STEP = 0.25  # ... where one tells as done what the other planned
_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_RATE = re.compile(rf"(?<![\w.–-])(\d+(?:\.\d+)?|{'|'.join(_WORDS)}) ?percent\b", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:Law|Act|Decree|Circular|Resolution|Regulation|Decision|Order|SRO)s? (?:No\.? ?)?(\d+/\d[\w/-]*|\d{2,}\b)"
)
# Shares and levels that are reckoned anew each year, and no measure.
_YEARLY = re.compile(
    r"\b(?:account(?:s|ed)? for|shares?|market|averag\w+|estimat\w+|piracy|pirated|growth|grew|fell|rose|captured|"
    r"absorbed|GDP|by value|exports|tariff lines|expected|from (?:19|20)\d\d to|(?:in|de)creased)\b",
    re.IGNORECASE,
)
# How many kinds of things a measure covers.
_COUNT = re.compile(
    r"(?<![\w.–,-])(\d{1,4}) (?:\w+ ){0,2}?"
    r"(?:categories|products|items|goods|sectors|chemicals|substances|commodities)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:entered into (?:force|effect)|came into (?:force|effect)|took effect|went into (?:force|effect)|"
    r"(?:was|were|been) (?:enacted|adopted|promulgated|repealed|abolished|signed into law)|became law)\b"
)
_TELLS = 2.0  # news from which on a sentence may tell a step (see `news`)
_LACKS = 0.4  # share of its words that no sentence of the edition before has
# How things are, or were over the years.
_STANDS = re.compile(
    r"\bremain(?:s|ed)?\b|\bcontinue[sd]? to\b|\b(?:from|between) (?:19|20)\d\d (?:to|and|through)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:will|would|(?:is|are|was|were) (?:expected|scheduled|set|due|likely|planned) to|(?:is|are) to be|plans? to|"
    r"not yet|pending)\b"
)


@dataclass(frozen=True, slots=True)
class Altered:
    """The sentence with another figure, or a step taken, the earlier one that it stands for, if any, and what it is.

    Sentences are half-open offsets.
    """

    span: tuple[int, int]
    before: tuple[int, int] | None
    kind: ChangeKind
    of: Passage | None = None  # the earlier passage, where the sentence is not of the one that the new one goes on from


def altered(new: Passage, old: Passage) -> Altered | None:
    """The first sentence that says what one of the old passage does, with as many rates, laws or kinds of things, but
    others; or that tells as done what that one told as planned.
    """
    for span in new.sentences:
        text = new.text[slice(*span)]
        if asides.is_passing(text):
            continue
        before = _measure(old, text) or _planned(old, text)
        kind = _kind(text, old.text[slice(*before)]) if before is not None else None
        if before is not None and kind is not None:
            return Altered(span, before, kind)
    return None


def elsewhere(new: Passage, before: Edition) -> Altered | None:
    """The first sentence with another figure than the edition before gives it, in whatever passage."""
    for span in new.sentences:
        text = new.text[slice(*span)]
        found = before.nearest(text, least=_SAME) if _has_figures(text) and not asides.is_passing(text) else None
        kind = _kind(text, found[0].text[slice(*found[1])]) if found is not None else None
        if found is not None and kind is not None:
            return Altered(span, found[1], kind, found[0])
    return None


def stepped(new: Passage, after: int | None, before: Edition) -> Altered | None:
    """The first sentence that dates a step `after` the year of an edition, of which that edition says little."""
    for span in further(new, after, said=before.says, least=_TELLS):
        text = new.text[slice(*span)]
        if before.lacks(text) >= _LACKS and not _STANDS.search(text) and not asides.is_passing(text):
            return Altered(span, None, ChangeKind.LAW)
    return None


def _measure(old: Passage, text: str) -> tuple[int, int] | None:
    """The sentence that tells the measure of which this one has figures or laws."""
    return nearest(old, text, least=_NEAR) if _has_figures(text) else None


def _has_figures(text: str) -> bool:
    """Whether a sentence gives figures or laws of a measure, and not a figure of every year."""
    figures = _rates(text) or _laws(text) or _counts(text)
    return bool(figures) and not news.is_statistic(text) and _YEARLY.search(text) is None


def _planned(old: Passage, text: str) -> tuple[int, int] | None:
    """The sentence that told as planned what this one tells as done; such are short, and share fewer words."""
    before = nearest(old, text, least=_NEAR_STEP) if _TAKEN.search(text) else None
    return before if before is not None and _PLANNED.search(old.text[slice(*before)]) else None


def _kind(text: str, was: str) -> ChangeKind | None:
    """What a sentence tells otherwise than the earlier one that it stands for."""
    if _others(_rates(text), _rates(was)):
        return ChangeKind.RATE
    if _others(_laws(text), _laws(was)) and _bare(_laws(text)) != _bare(_laws(was)):
        return ChangeKind.LAW
    if _others(_counts(text), _counts(was)):
        return ChangeKind.SCOPE
    taken = _TAKEN.search(text) and _PLANNED.search(was) and not _TAKEN.search(was)
    return ChangeKind.LAW if taken else None


def _others(now: Sequence[object], then: Sequence[object]) -> bool:
    """Whether as many stand there, and not the same."""
    return len(now) == len(then) and now != then


def _counts(text: str) -> list[int]:
    return sorted(map(int, _COUNT.findall(text)))


def _rates(text: str) -> list[float]:
    return sorted(float(_WORDS.get(found.casefold(), found)) for found in _RATE.findall(text))


def _laws(text: str) -> list[str]:
    return sorted(_LAW.findall(text))


def _bare(laws: list[str]) -> list[str]:
    """The numbers of laws without their years and issuers: "106" is "106/2016/QH13" in short."""
    return [law.split("/")[0] for law in laws]
