"""Whether the reports say that an economy asks for offsets, did so formerly or does not, and how that turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analyzer.queries.citing import sentence_at
from analyzer.records import Mention, Passage
from analyzer.vocab import economies
from analyzer.vocab.years import ranges

ASKED = {
    "required": "asked for",
    "formerly_required": "formerly asked for",
    "not_required": "not asked for",
    "other": "spoken of otherwise",
}
_FORMERLY = re.compile(r"\W*(?:previously|formerly|in the past)\b", re.IGNORECASE)
_CONCEDED = re.compile(
    r"\b(?:despite|notwithstanding|in spite of|(?:even )?though|although|while|whereas)\b", re.IGNORECASE
)
_REMAINS = re.compile(
    r"\b(?:requirements?|obligations?|offsets?|polic(?:y|ies)|programs?|practices?)\b[^.;]{0,60}?"
    r"\b(?:remain|continue|persist|(?:is|are) still)",
    re.IGNORECASE,
)
_NAMED_BESIDE = re.compile(
    r"\b(?:in addition to|besides|apart from|alongside|instead of|rather than)\s+(?:the\s|its\s|any\s)?$", re.IGNORECASE
)
_NO_LONGER = re.compile(
    r"[^.;]{0,60}\b(?:but|albeit|though|although|yet)\s+(?:(?:they\s+)?(?:are|were)\s+)?(?:no longer|not)\s+(?:\w+\s+)?"
    r"(?:required|mandatory|obligatory|compulsory|demanded)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had)\b[^.;]{0,80}$", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:abolish\w*|abolition|repeal\w*|discontinu\w+|ended)\b", re.IGNORECASE)
_REFERS_BACK = re.compile(r"\b(?:such|these|those|this)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OTHER_FIELD = re.compile(r"\b(?:GPA|covered|all|ministr\w+|sectors?|both)\b")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Editions one after another that say the same, each with a mention that says so."""

    polarity: str
    said: tuple[tuple[Passage, Mention], ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The editions."""
        return tuple(passage.year for passage, _ in self.said)


@dataclass(frozen=True, slots=True)
class Course:
    """What the editions held say of one practice of an economy in one domain, stretch by stretch, where that turns."""

    economy: str
    domain: str
    norm: str
    stretches: tuple[Stretch, ...]

    @property
    def words(self) -> str:
        """The whole course, the last two stretches with their sentences."""
        told = []
        for n, stretch in enumerate(self.stretches):
            again = " again" if any(s.polarity == stretch.polarity for s in self.stretches[:n]) else ""
            said = f" ({_quoted(stretch)})" if n >= len(self.stretches) - 2 else ""
            told.append(f"{ASKED[stretch.polarity]}{again} in {ranges(stretch.years)}{said}")
        return f"The editions differ: {'; '.join(told)}."

    def turn(self, year: int) -> str:
        """What an edition says against the one before that speaks of it, with both sentences; "" where they agree."""
        turned = self._turned(year)
        if turned is None:
            return ""
        before, now = turned
        return (
            f"{economies.name_of(self.economy, year=year)}, {self.practice}: {ASKED[now.polarity]} "
            f"({_quoted(now, year)}); in {ranges(before.years)} {ASKED[before.polarity]} ({_quoted(before)})."
        )

    @property
    def practice(self) -> str:
        """The practice in words: "defence offset"."""
        domain = "" if self.domain == "unspecified" else f"{self.domain} "
        return f"{domain}{self.norm.replace('_', ' ')}"

    def turn_in_short(self, year: int) -> str:
        """The turn without its sentences: "defence offset asked for, in 2019–2022 formerly asked for"."""
        turned = self._turned(year)
        if turned is None:
            return ""
        before, now = turned
        return f"{self.practice} {ASKED[now.polarity]}, in {ranges(before.years)} {ASKED[before.polarity]}"

    def _turned(self, year: int) -> tuple[Stretch, Stretch] | None:
        """The stretch that an edition ends and the one that it begins."""
        return next((pair for pair in pairwise(self.stretches) if pair[1].years[0] == year), None)


def sense(passage: Passage, mention: Mention, beside: Sequence[Mention]) -> str:
    """What a mention's sentence says as a whole: one of `ASKED`.

    A denial that the sentence only concedes ("requirements remain, despite a ruling that forbids them") denies nothing;
    what is only named beside something else ("in addition to offsets") says nothing where the passage says more.
    """
    polarity = mention.attrs.get("polarity", "other")
    start, end = sentence_at(passage, mention.start)
    sentence, at = passage.text[start:end], mention.start - start
    if polarity == "required":
        if len(beside) > 1 and _NAMED_BESIDE.search(sentence[:at]):
            return "other"
        if _NO_LONGER.match(sentence, at + mention.end - mention.start):
            return "not_required"
        if _PAST.search(sentence[:at]) and _ended_beside(passage, beside):
            return "formerly_required"
    if polarity != "not_required":
        return polarity
    if _FORMERLY.match(sentence):
        return "formerly_required"
    others = [m for m in beside if start <= m.start < end and m.attrs.get("polarity") == "required"]
    if _REMAINS.search(sentence) or (others and _CONCEDED.search(sentence)):
        return "other"
    return polarity


def domain(passage: Passage, mention: Mention, beside: Sequence[Mention]) -> str:
    """What a mention is said of, as its sentence tells, or else the sentence right before that it goes on from.

    Where the passage has spoken of both domains before, only "such offsets" go on.
    """
    own = mention.attrs.get("domain", "unspecified")
    start, end = sentence_at(passage, mention.start)
    before = [m for m in beside if m.start < start]
    if own != "unspecified" or not before or sense(passage, mention, beside) != "required":
        return own
    last = sentence_at(passage, before[-1].start)
    said = {domain(passage, m, beside) for m in before if m.start >= last[0]}
    every = {m.attrs.get("domain", "unspecified") for m in before} - {"unspecified"}
    if passage.text[last[1] : start].strip(' "') or len(said) > 1 or sense(passage, before[-1], beside) != "required":
        return own
    if _REFERS_BACK.search(passage.text[start : mention.start]):
        return said.pop()
    return own if len(every) > 1 or _OTHER_FIELD.search(passage.text[start:end]) else said.pop()


def _ended_beside(passage: Passage, beside: Sequence[Mention]) -> bool:
    """Whether the passage says that the practice was ended."""
    return any(
        m.attrs.get("polarity") == "not_required" and _ENDED.search(passage.text, *sentence_at(passage, m.start))
        for m in beside
    )


def courses(told: Iterable[tuple[str, Passage, Sequence[Mention]]]) -> dict[tuple[str, str, str], Course]:
    """The courses that turn, by economy, domain and norm.

    `told` holds passages, by year, with the mentions that are about an economy. An edition that both affirms and denies
    counts as affirming; what it says otherwise tells no turn.
    """
    by_year: dict[tuple[str, str, str], dict[int, dict[str, tuple[Passage, Mention]]]] = {}
    for who, passage, mentions in told:
        for mention in mentions:
            key = who, domain(passage, mention, mentions), mention.norm
            years = by_year.setdefault(key, {})
            years.setdefault(passage.year, {}).setdefault(sense(passage, mention, mentions), (passage, mention))
    found = {}
    for key, years in by_year.items():
        stretches: list[Stretch] = []
        for _, said in sorted(years.items()):
            polarity = next((p for p in ("required", "formerly_required", "not_required") if p in said), None)
            if polarity is not None:
                same = bool(stretches) and stretches[-1].polarity == polarity
                before = stretches.pop().said if same else ()
                stretches.append(Stretch(polarity, (*before, said[polarity])))
        if len(stretches) > 1:
            found[key] = Course(*key, tuple(stretches))
    return found


def _quoted(stretch: Stretch, year: int | None = None) -> str:
    """The sentence of a stretch's latest edition, or of another."""
    passage, mention = next(said for said in reversed(stretch.said) if year in (None, said[0].year))
    start, end = sentence_at(passage, mention.start)
    return f"{passage.year}: “{passage.text[start:end].strip()}”"
