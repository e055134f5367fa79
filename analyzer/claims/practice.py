"""Claims that name a practice of procurement: editions speak of it where they have a mention of it, by the tagger.

The verb ("to offset a loss"), offsets of carbon or duties and rows that strayed in from other chapters do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analyzer.claims import chapters
from analyzer.claims.looking import Found
from analyzer.claims.statements import Statement
from analyzer.claims.terms import translated
from analyzer.claims.words import stem, stems
from analyzer.mentions.offset import find_offsets
from analyzer.mentions.offset_sense import domain_of
from analyzer.queries.citing import sentence_at
from analyzer.records import Mention, Passage
from analyzer.vocab import practices

_NOUN = re.compile(r"offset|counter-?\s?(?:trade|purchas)", re.IGNORECASE)
# The verb, and offsets of other things.
_OTHERWISE = re.compile(
    r"\b(?:to|which|that|can|could|may|might|will|would|must|should|not|partly|partially|fully|help)\s+offsets?\b"
    r"|\boffsetting\b|\boffsets?\s+(?:by|the|an?|its|their|any|some|most|high\w*|los\w+|costs?)\b"
    r"|\b(?:carbon|emissions?|dut(?:y|ies)|tax|tariff)\s+offsets?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice as a claim names it."""

    domain: str  # defence, civil or unspecified
    whole: bool  # the claim singles out no part of it

    def found(self, spoken: Iterable[tuple[Passage, Mention]]) -> dict[int, Found]:
        """The sentence of each edition that speaks of it: the first that says so of the same domain, else the first."""
        best: dict[int, tuple[bool, Found]] = {}
        for passage, mention in spoken:
            domain = mention.attrs.get("domain", "unspecified")
            if "unspecified" not in (domain, self.domain) and domain != self.domain:
                continue
            same = domain == self.domain
            if passage.year not in best or (same and not best[passage.year][0]):
                span = sentence_at(passage, mention.start)
                best[passage.year] = same, Found(passage, 1.0, 1.0, frozenset(), span)
        return {year: found for year, (_, found) in sorted(best.items())}


def otherwise(said: Statement) -> Statement:
    """The claim without the word for offsets, where it means something else by it: the verb, or those of carbon."""
    if not _OTHERWISE.search(said.text) or _own(said):
        return said
    return replace(said, matter=said.matter.without(frozenset({chapters.OFFSET})))


def named(said: Statement) -> Practice | None:
    """The practice that a claim is about; None where it is about none, or about more things of which it is one."""
    own, matter = _own(said), set(said.matter.stems)
    if not own & matter:
        return None
    rest = matter - own - {stem(word) for word in practices.beside()}
    words = " ".join(word for _, word in said.matter.words)
    return Practice(domain_of(words, 0, len(words)), not rest) if 2 * len(rest) <= len(matter) else None


def _own(said: Statement) -> frozenset[str]:
    """The stems of the words by which a claim names the practice; the tagger knows fewer turns than the press has."""
    text = translated(said.text)
    mentions = [m for m in find_offsets(text) if _NOUN.search(text, m.start, m.end)]
    if not mentions:
        return frozenset() if _OTHERWISE.search(text) else frozenset({chapters.OFFSET})
    return frozenset(key for m in mentions for key in stems(text[m.start : m.end]))
