"""An edition held as a table of texts, whose headings are lost but for those that run into a sentence.

A passage stands under the heading that was printed last before it, as long as the words still speak of one matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from analyzer.briefs import titling
from analyzer.briefs.quoting import telling
from analyzer.records import Passage
from analyzer.vocab import common, economies, kind_words

LEANS = re.compile(
    r"^(?:as such|these|this|those|such|it|its|they|their|the (?:amended|revised|new|law|act|draft|changes?|measure|"
    r"regulation|decree|amendments?)|in addition|moreover|furthermore|however|although|while|despite|another)\b|"
    r"^(?:\S+\s+){0,6}(?:also|subsequently|further|however|therefore)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:\S+\s+){0,7}(?:this|these|such|those)\b|^(?:it|its|they|their|in addition|moreover|furthermore|the "
    r"(?:amended|revised|new|law|act|draft|changes?|measures?|regulations?|decree|amendments?|guidelines))\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"^(?:in (?:\w+ )?\d{4},? )?(?:the )?(?:united states|u\.s\.|ustr)\s", re.IGNORECASE)
_SHORT = re.compile(r"\b[A-Z]{2,}\b")
_LONG = re.compile(r"[^\W\d_]{6,}")
_EVERYWHERE = frozenset(("US", "WTO", "EU", "FTA", "GPA", "TBT", "SPS", "tbt", "sps"))
_BETWEEN = 6  # how far two passages of a matter may stand apart, under no heading, for what is between to be of it
_LATELY = 2  # passages before one whose words it may go on with
_AHEAD = 2  # passages in between that need not share a word with what stands around them


@dataclass(frozen=True, slots=True)
class Headed:
    """The passages of an edition in order, and for those that a heading was found for the one that begins with it."""

    passages: tuple[Passage, ...] = ()
    heads: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Headed:
        """The passages of an edition; in one held with pages, which has its headings, none are looked for."""
        heads: dict[str, str] = {}
        for stretch in _stretches(passages):
            if _begins(stretch[0]):
                heads.update((passage.id, stretch[0].id) for passage in stretch[: _reach(stretch)])
        return cls(tuple(passages), heads)

    def head(self, passage: Passage) -> Passage:
        """The passage that begins with the heading that this one stands under, or this one."""
        head = self.heads.get(passage.id)
        return next((p for p in self.passages if p.id == head), passage) if head else passage

    def beside(self, passage: Passage) -> tuple[Passage, ...]:
        """All passages under the heading that one stands under, or itself."""
        head = self.heads.get(passage.id)
        return tuple(p for p in self.passages if self.heads.get(p.id) == head) if head else (passage,)

    def leant_on(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage before one that points back, in the same section."""
        place = next((k for k, p in enumerate(self.passages) if p.id == passage.id), 0)
        before = self.passages[place - 1 : place]
        points = LEANS.search(passage.text) or _POINTS_BACK.search(passage.text)
        return tuple(before) if points and before and _section(before[0]) == _section(passage) else ()

    def goes_on_in(self, became: Mapping[str, str]) -> dict[str, str]:
        """Passage id -> the matter in which it goes on, for passages that became none themselves.

        `became` tells of passages which matter of the new edition they are. One between two of a matter, with no
        heading and nothing else that goes on in between, is of that matter.
        """
        found: dict[str, str] = {}
        for stretch in _stretches(self.passages):
            kept = [place for place, passage in enumerate(stretch) if passage.id in became]
            for first, last in pairwise(kept):
                near = _begins(stretch[0]) or last - first <= _BETWEEN
                if near and became[stretch[first].id] == became[stretch[last].id]:
                    found.update((p.id, became[stretch[first].id]) for p in stretch[first + 1 : last])
        return found


def _begins(passage: Passage) -> bool:
    return passage.pdf_page is None and (bool(passage.heading) or titling.run_in(passage) > 0)


def _stretches(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """The passages from one heading, or section, to the next."""
    starts = [k for k, p in enumerate(passages) if k == 0 or _begins(p) or _section(p) != _section(passages[k - 1])]
    yield from (passages[a:b] for a, b in pairwise([*starts, len(passages)]))


def _section(passage: Passage) -> tuple[int, str, str]:
    return passage.year, passage.chapter, passage.section


def _reach(stretch: Sequence[Passage]) -> int:
    """How many passages from a heading on speak of its matter: they share words with the first or the last of them."""
    head, shared, reach = _words(stretch[0]) | _named(stretch[0]), 0, 1
    lately: list[frozenset[str]] = []
    for place, passage in enumerate(stretch[1:], 1):
        words, next_to = _words(passage), reach == place
        shares = (words | _beginnings(passage.text)) & head or words & head.union(*lately)
        if shares or (next_to and _POINTS_BACK.search(passage.text)):
            lately = [*lately, words][-_LATELY:]
            shared = place
        elif place > shared + _AHEAD:
            break
        if shared == place or (next_to and _REMARK.search(passage.text)):
            reach = place + 1
    return reach


def _named(passage: Passage) -> frozenset[str]:
    """What the heading with which a passage begins names, by the beginnings of its words."""
    kinds = {common.beginning(word) for word in kind_words.kinds()}
    return _beginnings(titling.title(passage, "")) - kinds


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(common.beginning(word) for word in _LONG.findall(text))


def _words(passage: Passage) -> frozenset[str]:
    """The telling words and short names ("BNM") of a passage, but for those that name its economy."""
    codes = (passage.chapter, *passage.economies)
    named = {name for code in codes for name in (economies.name_of(code, year=passage.year), *economies.demonyms(code))}
    own = {common.beginning(word) for name in named for word in name.split()}
    found = telling(passage.text) | frozenset(_SHORT.findall(passage.text))
    return frozenset(word for word in found if not word.isdigit()) - own - _EVERYWHERE
