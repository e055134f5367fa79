"""All that a note stands on, fetched from the store once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.briefs.quoting import PageText
from analyzer.records import Finding, Listing, Passage


@dataclass(frozen=True, slots=True)
class Ground:
    """One economy in one edition: findings with the earlier passages, listings and pages that they point to."""

    economy: str
    name: str
    series: str
    year: int
    report: str  # the edition's title
    findings: tuple[Finding, ...]
    pages: PageText
    held: tuple[int, ...]  # earlier editions held with this economy
    earlier: Mapping[str, Passage] = field(default_factory=dict)
    listings: Mapping[str, Listing] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    offset_years: tuple[int, ...] = ()  # editions held that speak of offsets for this economy
