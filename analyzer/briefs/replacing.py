"""What is called new beside what has gone: a law in place of another, a bill become law, a heading told anew.

The links between editions tell passages apart that share few words, and a law shares few with the one that it replaces.
What both sides name tells that they are one matter, perhaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.briefs import titling
from analyzer.briefs.headless import Headed
from analyzer.records import Finding, Passage, Status
from analyzer.vocab import sections

Group = Sequence[Finding]
Core = frozenset[str]
"""What a law is about: see `titling.core`."""

_MOST = 2  # matters that may name a law which tells one from another
_LAWS = re.compile(r"\b(?:Law|Act|Code|Bill|Directive|Regulation)s?\b")
_BETWEEN_STATES = re.compile(r"\b(?:Agreement|Convention|Treaty|Protocol|WTO|Special 301)\b")


@dataclass(frozen=True, slots=True)
class Heir:
    """A new passage, and whether a law tells it to be of one matter with what has gone, or else a heading."""

    passage: str
    by_law: bool


def heirs(together: Sequence[Group], away: Sequence[Group], old: Headed) -> tuple[Heir | None, ...]:
    """What is perhaps in place of each matter of the `old` edition that has gone, of the matters of this one."""
    fresh = [group for group in together if group[0].verdict.status is Status.NEW]
    laws = {f.passage.id: _laws([f.passage]) for group in together for f in group}

    def heir(gone: Group) -> Heir | None:
        law = _by_law(_laws(p for f in gone for p in old.beside(f.passage)), fresh, together, laws)
        named = "" if law else _by_name(titling.title(old.head(gone[0].passage), ""), gone[0], fresh)
        return Heir(law or named, by_law=bool(law)) if law or named else None

    return tuple(heir(gone) for gone in away)


def _laws(passages: Iterable[Passage]) -> frozenset[Core]:
    """What the laws that passages name are about."""
    found = set()
    for passage in passages:
        for name in titling.instruments(passage.text[titling.run_in(passage) :].lstrip(), passage):
            if _LAWS.search(name) and not _BETWEEN_STATES.search(name):
                found.add(titling.core(name, passage))
    return frozenset(core for core in found if core)


def _by_law(
    named: frozenset[Core], fresh: Sequence[Group], together: Sequence[Group], laws: Mapping[str, frozenset[Core]]
) -> str:
    """The new passage that names the law, or one about the same, where few matters do."""
    for finding in (f for group in fresh for f in group if f.verdict.status is Status.NEW):
        for mine, theirs in (
            (mine, theirs) for mine in sorted(named, key=sorted) for theirs in laws[finding.passage.id]
        ):
            if _alike(mine, theirs) and _holding(mine & theirs, together, laws) <= _MOST:
                return finding.passage.id
    return ""


def _alike(one: Core, other: Core) -> bool:
    """Whether one law is about all that the other is: about two words at least, or both about one alone."""
    return one == other or ((one <= other or other <= one) and len(one & other) > 1)


def _holding(core: Core, together: Sequence[Group], laws: Mapping[str, frozenset[Core]]) -> int:
    """How many matters name a law that is about this."""
    return sum(any(core <= law for finding in group for law in laws[finding.passage.id]) for group in together)


def _by_name(name: str, gone: Finding, fresh: Sequence[Group]) -> str:
    """The lead of a matter that is wholly new and bears the same name in the same part of the chapter."""
    for group in fresh:
        wholly = all(finding.verdict.status is Status.NEW for finding in group)
        near = sections.family(group[0].passage.section) == sections.family(gone.passage.section)
        if wholly and near and titling.same(titling.title(group[0].passage, ""), name):
            return group[0].passage.id
    return ""
