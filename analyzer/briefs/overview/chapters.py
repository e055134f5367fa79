"""Chapters that came, that went, and their length against the edition before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analyzer.briefs.spans import years
from analyzer.records import Chapter, Passage
from analyzer.vocab import economies


def lengths(now: Sequence[Chapter], before: Sequence[Chapter], year: int) -> dict[str, int]:
    """Code -> words of the chapter in the edition before; a bloc that took over its members' chapters counts them."""
    words = {chapter.economy: chapter.words for chapter in before}
    found = {}
    for chapter in now:
        if chapter.economy in words:
            found[chapter.economy] = words[chapter.economy]
        elif taken := _taken_over(chapter.economy, now, before, year):
            found[chapter.economy] = sum(words[code] for code in taken)
    return found


def new(
    now: Sequence[Chapter],
    before: Sequence[Chapter],
    year: int,
    held: Mapping[str, Sequence[int]],
    referred: Mapping[str, Sequence[int]],
) -> tuple[str, ...]:
    """Chapters that the edition before lacks, each with where the economy stood until then.

    `held` are the years with a chapter on each, `referred` those in which another chapter refers to one.
    """
    had = {chapter.economy for chapter in before}
    return tuple(
        f"{economies.name_of(c.economy, year=year)} ({_until(c.economy, now, before, year, held, referred)})"
        for c in now
        if before and c.economy not in had
    )


def _until(
    code: str,
    now: Sequence[Chapter],
    before: Sequence[Chapter],
    year: int,
    held: Mapping[str, Sequence[int]],
    referred: Mapping[str, Sequence[int]],
) -> str:
    if taken := _taken_over(code, now, before, year):
        single = (economies.name_of(member, year=year) for member in taken)
        return f"before in chapters on {', '.join(sorted(single))}"
    earlier = tuple(listed for listed in held.get(code, ()) if listed < year)
    if earlier:
        return f"chapters before: {years(earlier)}"
    if referred.get(code):
        return f"no chapter in the earlier editions as held, but those of {years(referred[code])} refer to one"
    return "no chapter in any earlier edition held"


def _taken_over(code: str, now: Sequence[Chapter], before: Sequence[Chapter], year: int) -> tuple[str, ...]:
    """The members of a bloc that had chapters of their own, where none of these has one any more."""
    members = set(economies.members(code, year))
    single = tuple(chapter.economy for chapter in before if chapter.economy in members)
    return () if {chapter.economy for chapter in now} & set(single) else single


def refers(passage: Passage, code: str) -> bool:
    """Whether a passage of another chapter sends the reader to a section or chapter on an economy or bloc."""
    name = re.escape(economies.name_of(code, year=passage.year))
    return passage.chapter != code and bool(re.search(rf"\b{name}\b[^.]{{0,40}}\b(?:section|chapter)\b", passage.text))


def gone(now: Sequence[Chapter], before: Sequence[Chapter], year: int) -> tuple[str, ...]:
    """Chapters of the edition before that this one lacks, each with where the economy stands now, if anywhere."""
    has = {chapter.economy for chapter in now}
    places: dict[str, list[str]] = {}
    for chapter in before:
        if chapter.economy in has:
            continue
        blocs = [c for c in now if chapter.economy in economies.members(c.economy, year)]
        bloc = min(blocs, key=lambda c: (len(economies.members(c.economy, year)), c.economy), default=None)
        where = (
            "no chapter" if bloc is None else f"now in the chapter on the {economies.name_of(bloc.economy, year=year)}"
        )
        places.setdefault(where, []).append(economies.name_of(chapter.economy, year=year))
    return tuple(f"{', '.join(sorted(names))} ({where})" for where, names in sorted(places.items()))
