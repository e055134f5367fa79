"""What is called new beside what has gone: a law in place of another, a bill become law, a matter told anew.

The links between editions tell passages apart that share few words, and a law shares few with the one that it replaces.
What both sides name tells that they are one matter, perhaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyzer.briefs import titling
from analyzer.briefs.headless import Headed
from analyzer.records import Finding, Passage, Status
from analyzer.vocab import sections

Group = Sequence[Finding]
LIKELY = 0.18  # chance from which on the nearest earlier passage, if it has gone, is told beside the new one
_MOST = 2  # matters that may name a law which tells one from another
_LAWS = re.compile(r"\b(?:Law|Act|Code|Bill|Directive|Regulation)s?\b")
_BETWEEN_STATES = re.compile(r"\b(?:Agreement|Convention|Treaty|Protocol|WTO|Special 301)\b")


@dataclass(frozen=True, slots=True)
class Laws:
    """The laws that a matter names: what each is about -> its name."""

    named: Mapping[frozenset[str], str]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Laws:
        """The laws that passages name."""
        return cls({core: name for passage in passages for core, name in _laws(passage)})

    def shared(self, other: Laws) -> Iterator[frozenset[str]]:
        """What laws are about that both name: all the words of one, two of them at least, or the only one of both."""
        for mine in self.named:
            for theirs in other.named:
                if (mine <= theirs or theirs <= mine) and (len(mine & theirs) > 1 or mine == theirs):
                    yield mine & theirs

    def holds(self, core: frozenset[str]) -> bool:
        """Whether one of the laws is about this."""
        return any(core <= named for named in self.named)


def _laws(passage: Passage) -> Iterator[tuple[frozenset[str], str]]:
    text = passage.text[titling.run_in(passage) :].lstrip()
    for name in titling.instruments(text, passage):
        core = titling.core(name, passage)
        if core and _LAWS.search(name) and not _BETWEEN_STATES.search(name):
            yield core, name


@dataclass(frozen=True, slots=True)
class Heir:
    """A new passage, and in what it is told to be of one matter with what has gone: a law, a heading, or neither."""

    passage: str
    by: str = ""


def heirs(together: Sequence[Group], away: Sequence[Group], old: Headed) -> tuple[Heir | None, ...]:
    """What is perhaps in place of each matter of the `old` edition that has gone, of the matters of this one."""
    fresh = [group for group in together if group[0].verdict.status is Status.NEW]
    laws = {f.passage.id: Laws.of([f.passage]) for group in together for f in group}

    def heir(gone: Group) -> Heir | None:
        law = _by_law(Laws.of([p for f in gone for p in old.beside(f.passage)]), fresh, together, laws)
        named = law or _by_name(titling.title(old.head(gone[0].passage), ""), gone[0], fresh)
        found = named or _by_chance({f.passage.id for f in gone}, fresh)
        return Heir(found, "law" if law else "heading" if named else "") if found else None

    return tuple(heir(gone) for gone in away)


def _by_law(named: Laws, fresh: Sequence[Group], together: Sequence[Group], laws: Mapping[str, Laws]) -> str:
    """The new passage that names the law, or one about the same, where few matters do."""
    for finding in (f for group in fresh for f in group if f.verdict.status is Status.NEW):
        for core in named.shared(laws[finding.passage.id]):
            if sum(any(laws[f.passage.id].holds(core) for f in group) for group in together) <= _MOST:
                return finding.passage.id
    return ""


def _by_name(name: str, gone: Finding, fresh: Sequence[Group]) -> str:
    """The lead of a matter that is wholly new and bears the same name in the same part of the chapter."""
    for group in fresh:
        wholly = all(finding.verdict.status is Status.NEW for finding in group)
        near = sections.family(group[0].passage.section) == sections.family(gone.passage.section)
        if wholly and near and titling.same(titling.title(group[0].passage, ""), name):
            return group[0].passage.id
    return ""


def _by_chance(gone: set[str], fresh: Sequence[Group]) -> str:
    """The new passage of which one that has gone is the nearest of all."""
    for finding in (f for group in fresh for f in group):
        nearest = finding.verdict.evidence
        if nearest is not None and nearest.passage_id in gone and nearest.score >= LIKELY:
            return finding.passage.id
    return ""
