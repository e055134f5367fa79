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
_HEAD = re.compile(r"\b([A-Z]\w+(?:\s[A-Z]\w+)?)\s?[\"”]?\s?:\s")
_OF_ALL = re.compile(r"\b[Mm]ember [Ss]tates\b")
_REACH = 12  # passages looked back for the heading of a paragraph


def whose(passage: Passage, mention: Mention, before: Sequence[Passage] = ()) -> tuple[str, ...]:
    """The economies that a mention is about; `before` are the passages before it in the chapter, the nearest first.

    In a bloc's chapter it is about the members that its sentence names, those before it first; where it names none,
    about the member whose paragraph it is ("Austria: ..."), else about all that the passage is about; where that is the
    bloc alone, about the member whose paragraph goes on there. A sentence that begins with another economy, in a
    chapter that it strayed into, is about that one.
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
    ahead = {m.norm for m in named if start + m.start < mention.start} & set(members)
    anywhere = ahead or {m.norm for m in named} & set(members)
    told = tuple(sorted(anywhere)) or _headed(passage, 0, start) or passage.economies[1:]
    return told or _going_on(passage, before) or passage.economies


@lru_cache(maxsize=4096)  # all sentences on offsets of 28 editions are a thousand
def _named(sentence: str, year: int) -> tuple[Mention, ...]:
    from analyzer.mentions.country import find_countries

    return tuple(find_countries(sentence, year=year))


def spoken(store: Store, series: str, *, blocs: bool = False) -> list[Spoken]:
    """Economy, passage that speaks of its offsets, and the mentions that do, by year and order.

    With `blocs` what a bloc's chapter says of a member counts for the bloc as well.
    """
    found: list[Spoken] = []
    for passage, mentions in list(store.mentioned(series, Label.OFFSET.value, placed=False)):
        of_bloc = bool(economies.members(passage.chapter, passage.year))
        bloc = (passage.chapter,) if blocs and of_bloc else ()
        before = store.before(passage, _REACH) if of_bloc and len(passage.economies) == 1 else ()
        told: dict[str, list[Mention]] = {}
        for mention in mentions:
            for who in dict.fromkeys((*bloc, *whose(passage, mention, before))):
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

    Countertrade alone does not count: `countertrade_years` has it.
    """
    return _years(store, series, countertrade=False)


def countertrade_years(store: Store, series: str) -> dict[str, tuple[int, ...]]:
    """Economy -> the editions that speak of its countertrade, by which older ones mean what later ones call offsets."""
    return _years(store, series, countertrade=True)


def _years(store: Store, series: str, *, countertrade: bool) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for who, told in offset_mentions(store, series).items():
        for passage, mention in told:
            if (mention.norm == "countertrade") is countertrade:
                found.setdefault(who, set()).add(passage.year)
    return {who: tuple(sorted(years)) for who, years in sorted(found.items())}


def _going_on(passage: Passage, before: Sequence[Passage]) -> tuple[str, ...]:
    """The member whose paragraph goes on in a passage that names none, by the passages before it under its heading."""
    named: set[str] = set()
    if _OF_ALL.search(passage.text):
        return ()
    for earlier in before:
        if (earlier.section, earlier.heading) != (passage.section, passage.heading):
            return ()
        if head := _headed(earlier, 0, len(earlier.text)):
            return head if named <= set(head) else ()
        if _OF_ALL.search(earlier.text):
            return ()
        named.update(earlier.economies[1:])
    return ()


def _headed(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """The member whose paragraph this is by the last "Austria:" between two places, where there is one."""
    heads = list(_HEAD.finditer(passage.text, start, end))
    code = economies.code_of(heads[-1].group(1), year=passage.year) if heads else None
    return (code,) if code is not None and code in economies.members(passage.chapter, passage.year) else ()
