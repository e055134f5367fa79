"""An edition at a glance: findings by economy, by section and by status."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from analyzer.records import Chapter, Status
from analyzer.store import Store, Tally, new_chapters, tallies, tallies_by_section
from analyzer.vocab import economies, sections

ORDER = tuple(s.value for s in Status)


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of each status an economy or a section has in one edition (boilerplate aside)."""

    key: str  # economy or section
    name: str
    by_status: dict[str, int] = field(default_factory=dict)
    page: str = ""  # on which its chapter begins, as printed
    pdf_page: int | None = None
    new_chapter: bool = False
    chapter: bool = True  # it has a chapter of its own, not only a place in a bloc's

    @property
    def total(self) -> int:
        """Findings of all statuses but dropped ones: what the edition says."""
        return sum(n for status, n in self.by_status.items() if status != Status.DROPPED.value)


@dataclass(frozen=True, slots=True)
class Glance:
    """One edition's counts."""

    rows: tuple[Count, ...]
    sections: tuple[Count, ...]
    totals: dict[str, int]


def glances(store: Store, series: str) -> dict[int, Glance]:
    """The counts of every edition held: economies by name, sections in the order of reports.

    A section's counts and the totals are those of the chapters: a passage about several economies counts once.
    """
    whole, parts = tallies(store, series), tallies_by_section(store, series)
    fresh = new_chapters(store, series)
    by_year: dict[int, list[Tally]] = {}
    by_section: dict[int, list[Tally]] = {}
    for tally in whole:
        by_year.setdefault(tally.year, []).append(tally)
    for tally in parts:
        by_section.setdefault(tally.year, []).append(tally)
    return {
        report["year"]: _glance(
            report["year"],
            store.chapters(series, report["year"]),
            by_year.get(report["year"], []),
            by_section.get(report["year"], []),
            {code for code, year in fresh if year == report["year"]},
        )
        for report in store.reports(series)
    }


def _glance(
    year: int, held: Sequence[Chapter], whole: Sequence[Tally], parts: Sequence[Tally], fresh: Collection[str]
) -> Glance:
    found: dict[str, dict[str, int]] = {}
    for tally in whole:
        found.setdefault(tally.economy, dict.fromkeys(ORDER, 0))[tally.status] = tally.count
    chapters = {c.economy: c for c in held}
    rows = []
    for code in sorted({*found, *chapters} & economies.codes()):
        chapter = chapters.get(code)
        rows.append(
            Count(
                code,
                economies.name_of(code, year=year),
                found.get(code) or dict.fromkeys(ORDER, 0),
                (chapter.printed_page or "") if chapter else "",
                chapter.pdf_page if chapter else None,
                code in fresh,
                chapter is not None,
            )
        )
    totals = {s: sum(row.by_status[s] for row in rows if row.chapter) for s in ORDER}
    by_section = _sections([t for t in parts if t.economy in chapters])
    return Glance(tuple(sorted(rows, key=lambda row: row.name)), by_section, totals)


def _sections(parts: Sequence[Tally]) -> tuple[Count, ...]:
    found: dict[str, dict[str, int]] = {}
    for tally in parts:
        counts = found.setdefault(tally.key, dict.fromkeys(ORDER, 0))
        counts[tally.status] += tally.count
    order = list(sections.sections())
    known = sorted(found, key=lambda key: (order.index(key) if key in order else len(order), key))
    return tuple(Count(key, sections.title(key) if key in order else key, found[key]) for key in known)
