"""What the overview of an edition says, before it is a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.briefs.brief import GpaStanding, Matter, Place, Quote, Sources


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """One economy's chapter: how many matters have each status, and its length against the edition before."""

    economy: str
    name: str
    place: Place
    counts: Mapping[str, int]
    words: int
    words_before: int | None  # None where the edition before has no such chapter
    compared_with: int | None

    @property
    def anew(self) -> int:
        """Matters newly listed or relisted."""
        return self.counts["new"] + self.counts["relisted"]


@dataclass(frozen=True, slots=True)
class Item:
    """A matter of one economy."""

    name: str
    matter: Matter


@dataclass(frozen=True, slots=True)
class OffsetRow:
    """What the edition says of an economy's offsets: whether they are asked for, on what terms, and since when."""

    name: str
    polarity: str
    terms: tuple[str, ...]
    years: tuple[int, ...]
    quote: Quote
    countertrade: tuple[int, ...] = ()  # the editions that speak of its countertrade
    reach: int = 0  # characters of the quote up to the end of the last term that it holds


@dataclass(frozen=True, slots=True)
class Overview:
    """An edition over all economies; render it with `briefs.render_overview`."""

    series: str
    year: int
    report: str
    sources: Sources
    chapters: tuple[ChapterRow, ...]
    anew: tuple[Item, ...]
    sections: tuple[tuple[str, Mapping[str, int]], ...]
    new_chapters: tuple[str, ...]
    gone_chapters: tuple[str, ...]
    offsets: tuple[OffsetRow, ...]
    offsets_gone: tuple[str, ...]
    standings: tuple[GpaStanding, ...]
    silent: tuple[str, ...]  # economies whose standing under the GPA is not stated
    cautions: tuple[str, ...] = ()
    addresses: Mapping[int, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The overview's title."""
        return f"{self.report}: all economies"

    @property
    def against(self) -> int | None:
        """The latest earlier edition held."""
        return self.sources.compared_with

    @property
    def counts(self) -> Mapping[str, int]:
        """Matters by status over all chapters."""
        return {s: sum(row.counts[s] for row in self.chapters) for s in STATUSES}


STATUSES = ("new", "relisted", "changed", "dropped", "continued")
