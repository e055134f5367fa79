"""Whose practice a mention of offsets speaks of: in a bloc's chapter a member's, in a stray row another economy's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analyzer.queries.citing import sentence_at
from analyzer.records import Label, Mention, Passage
from analyzer.store import Store
from analyzer.vocab import economies

Spoken = tuple[str, Passage, Sequence[Mention]]
_HEAD = re.compile(r"\b([A-Z]\w+(?:\s[A-Z]\w+)?)\s?:\s")


def whose(passage: Passage, mention: Mention) -> tuple[str, ...]:
    """The economies that a mention is about.

    In a bloc's chapter it is about the members that its sentence names, those before it first; where it names none,
    about the member whose paragraph it is ("Austria: ..."), else about all that the passage is about. A sentence that
    begins with another economy, in a chapter that it strayed into, is about that one.
    """
    start, end = sentence_at(passage, mention.start)
    members = economies.members(passage.chapter, passage.year)
    if not members and economies.begins_with(passage.text[start:end]) <= {*passage.economies[:1], "USA"}:
        return passage.economies
    named = _named(passage.text[start:end], passage.year)
    if not members:
        first = named[0] if named and named[0].start == 0 else None
        strayed = first is not None and first.norm != "USA" and passage.economies[0] not in {m.norm for m in named}
        return (first.norm,) if first is not None and strayed else passage.economies
    if own := _headed(passage, start, mention.start):
        return own
    before = {m.norm for m in named if start + m.start < mention.start} & set(members)
    anywhere = before or {m.norm for m in named} & set(members)
    return tuple(sorted(anywhere)) or _headed(passage, 0, start) or passage.economies[1:] or passage.economies


@lru_cache(maxsize=4096)  # all sentences on offsets of 28 editions are a thousand
def _named(sentence: str, year: int) -> tuple[Mention, ...]:
    from analyzer.mentions.country import find_countries

    return tuple(find_countries(sentence, year=year))


def spoken(store: Store, series: str, *, blocs: bool = False) -> list[Spoken]:
    """Economy, passage that speaks of its offsets, and the mentions that do, by year and order.

    With `blocs` what a bloc's chapter says of a member counts for the bloc as well.
    """
    found: list[Spoken] = []
    for passage, mentions in store.mentioned(series, Label.OFFSET.value, placed=False):
        bloc = (passage.chapter,) if blocs and economies.members(passage.chapter, passage.year) else ()
        told: dict[str, list[Mention]] = {}
        for mention in mentions:
            for who in dict.fromkeys((*bloc, *whose(passage, mention))):
                told.setdefault(who, []).append(mention)
        found.extend((who, passage, own) for who, own in told.items())
    return found


def offset_mentions(store: Store, series: str) -> dict[str, list[tuple[Passage, Mention]]]:
    """Economy -> the mentions of offsets that are about it, by year and order; a bloc's are its members' too."""
    found: dict[str, list[tuple[Passage, Mention]]] = {}
    for who, passage, mentions in spoken(store, series, blocs=True):
        found.setdefault(who, []).extend((passage, mention) for mention in mentions)
    return found


def offset_years(store: Store, series: str) -> dict[str, tuple[int, ...]]:
    """Economy -> the editions that speak of its offsets; a bloc's count those of its members in its chapter.

    Countertrade alone does not count.
    """
    every = offset_mentions(store, series)
    years = {e: tuple(sorted({p.year for p, m in told if m.norm != "countertrade"})) for e, told in every.items()}
    return {economy: found for economy, found in sorted(years.items()) if found}


def _headed(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """The member whose paragraph this is by the last "Austria:" between two places, where there is one."""
    heads = list(_HEAD.finditer(passage.text, start, end))
    code = economies.code_of(heads[-1].group(1), year=passage.year) if heads else None
    return (code,) if code is not None and code in economies.members(passage.chapter, passage.year) else ()
