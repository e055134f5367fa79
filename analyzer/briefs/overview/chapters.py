"""Chapters that came, that went, and their length against the edition before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analyzer.briefs.spans import years
from analyzer.records import Chapter
from analyzer.vocab import economies


def lengths(now: Sequence[Chapter], before: Sequence[Chapter], year: int) -> dict[str, int]:
    """Code -> words of the chapter in the edition before; a bloc that had none counts its members' chapters."""
    words = {chapter.economy: chapter.words for chapter in before}
    found = {}
    for chapter in now:
        members = [words[code] for code in economies.members(chapter.economy, year) if code in words]
        if chapter.economy in words:
            found[chapter.economy] = words[chapter.economy]
        elif members:
            found[chapter.economy] = sum(members)
    return found


def new(
    now: Sequence[Chapter], before: Sequence[Chapter], year: int, held: Mapping[str, Sequence[int]]
) -> tuple[str, ...]:
    """Chapters that the edition before lacks, each with where the economy stood until then."""
    had = {chapter.economy for chapter in before}
    return tuple(
        f"{economies.name_of(c.economy, year=year)} ({_until(c.economy, now, before, year, held)})"
        for c in now
        if before and c.economy not in had
    )


def _until(
    code: str, now: Sequence[Chapter], before: Sequence[Chapter], year: int, held: Mapping[str, Sequence[int]]
) -> str:
    own = {chapter.economy for chapter in now}
    members = set(economies.members(code, year))
    single = [economies.name_of(c.economy, year=year) for c in before if c.economy in members]
    if single and not own & members & {chapter.economy for chapter in before}:
        return f"before in chapters on {', '.join(sorted(single))}"
    earlier = tuple(listed for listed in held.get(code, ()) if listed < year)
    return f"chapters before: {years(earlier)}" if earlier else "no chapter in any earlier edition held"


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
