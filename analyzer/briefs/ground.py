"""All that a note stands on, fetched from the store once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from analyzer.briefs.quoting import PageText
from analyzer.briefs.repeated import Edition
from analyzer.queries import Past, Standing
from analyzer.records import Finding, Passage, Status


@dataclass(frozen=True, slots=True)
class Stated:
    """A standing under the GPA, the passage that states it, what the edition before stated, and what the list says."""

    standing: Standing
    passage: Passage | None
    before: str = ""
    listed: str = ""


@dataclass(frozen=True)
class Ground:
    """One economy in one edition: findings with the earlier passages and pages that they point to."""

    economy: str
    name: str
    series: str
    year: int
    report: str  # the edition's title
    findings: tuple[Finding, ...]
    pages: PageText
    held: tuple[int, ...]  # earlier editions held with this economy
    before: tuple[int, ...] = ()  # earlier editions held at all
    earlier: Mapping[str, Passage] = field(default_factory=dict)
    old: tuple[Passage, ...] = ()  # the edition compared with, in order, without the places of its lines
    files: tuple[str, ...] = ()
    linked: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # passage -> earlier years that list its matter
    past: Past = field(default_factory=Past)  # what the earlier editions say of the economy
    standings: tuple[Stated, ...] = ()
    addresses: Mapping[int, str] = field(default_factory=dict)  # year -> where its PDF opens
    offset_turns: tuple[str, ...] = ()  # where this edition says otherwise of offsets than the last that spoke of them
    offset_years: tuple[int, ...] = ()  # editions held that speak of offsets for this economy
    countertrade_years: tuple[int, ...] = ()  # and those that speak of its countertrade

    @cached_property
    def before_it(self) -> Edition:
        """What the edition compared with says."""
        return Edition(self.old)

    @cached_property
    def in_it(self) -> Edition:
        """What this edition says."""
        return Edition(f.passage for f in self.findings if f.verdict.status is not Status.DROPPED)
