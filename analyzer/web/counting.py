"""An edition at a glance: findings by economy and status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from analyzer.records import Status
from analyzer.store import Store
from analyzer.vocab import economies

ORDER = tuple(s.value for s in Status)


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of each status an economy has in one edition (boilerplate aside)."""

    economy: str
    name: str
    pdf_page: int | None
    new_chapter: bool
    by_status: dict[str, int]


def counts(store: Store, series: str, year: int) -> list[Count]:
    """One row for each economy with findings, by name."""
    found: dict[str, Counter[str]] = {}
    fresh: set[str] = set()
    for verdict in store.verdicts(series, year=year):
        tally = found.setdefault(verdict.economy, Counter())
        if not verdict.boilerplate:
            tally[verdict.status.value] += 1
        if verdict.new_chapter:
            fresh.add(verdict.economy)
    pages = {c.economy: c.pdf_page for c in store.chapters(series, year)}
    rows = [
        Count(code, economies.name_of(code, year=year), pages.get(code), code in fresh, {s: n[s] for s in ORDER})
        for code, n in found.items()
        if code in economies.codes()
    ]
    return sorted(rows, key=lambda row: row.name)
