"""Figures that a passage which goes on tells otherwise: 5 percent that was 3, a decree in place of another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.briefs import asides, news
from analyzer.briefs.quoting import nearest
from analyzer.records import ChangeKind, Passage

_NEAR = 0.4  # share of telling words that two sentences have in common where they state one measure
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


@dataclass(frozen=True, slots=True)
class Altered:
    """The sentence with another figure and the earlier one that it stands for, as half-open offsets, and what it is."""

    span: tuple[int, int]
    before: tuple[int, int]
    kind: ChangeKind


def altered(new: Passage, old: Passage) -> Altered | None:
    """The first sentence that says what one of the old passage does, with as many rates or laws, but others."""
    for span in new.sentences:
        text = new.text[slice(*span)]
        rates, laws = _rates(text), _laws(text)
        if not (rates or laws) or news.is_statistic(text) or _YEARLY.search(text) or asides.is_passing(text):
            continue
        before = nearest(old, text, least=_NEAR)
        if before is None:
            continue
        was = old.text[slice(*before)]
        if len(rates) == len(_rates(was)) and rates != _rates(was):
            return Altered(span, before, ChangeKind.RATE)
        if len(laws) == len(_laws(was)) and laws != _laws(was) and _bare(laws) != _bare(_laws(was)):
            return Altered(span, before, ChangeKind.LAW)
    return None


def _rates(text: str) -> list[float]:
    return sorted(float(_WORDS.get(found.casefold(), found)) for found in _RATE.findall(text))


def _laws(text: str) -> list[str]:
    return sorted(_LAW.findall(text))


def _bare(laws: list[str]) -> list[str]:
    """The numbers of laws without their years and issuers: "106" is "106/2016/QH13" in short."""
    return [law.split("/")[0] for law in laws]
