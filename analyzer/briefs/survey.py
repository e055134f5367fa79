"""Fetches from the store all that a note on one economy in one edition stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.briefs.ground import Ground
from analyzer.errors import NothingHeld
from analyzer.records import Label, Passage
from analyzer.vocab import economies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from analyzer.store import Store


def survey(store: Store, economy: str, year: int, *, series: str | None = None) -> Ground:
    """The findings on an economy with what they point to. Raises `NothingHeld` where the edition is not held."""
    report = edition(store, year, series=series)
    key = str(report["series"])
    findings = tuple(store.findings(key, economy=economy, year=year))
    named = sorted({finding.verdict.evidence.passage_id for finding in findings if finding.verdict.evidence})
    before = [row for row in store.reports(key) if row["year"] < year]
    years = {passage.year for passage in store.passages(key, [economy])} | {
        listed for listing in store.listings(key, economy) for listed in listing.years
    }
    offsets = store.mentioned(key, Label.OFFSET.value)
    return Ground(
        economy=economy,
        name=economies.name_of(economy, year=year),
        series=key,
        year=year,
        report=str(report["title"]),
        findings=findings,
        pages=_Pages(store),
        held=tuple(row["year"] for row in before if row["year"] in years),
        earlier={name: passage for name, (passage, _) in store.by_ids(named).items()},
        listings={listing.id: listing for listing in store.listings(key, economy)},
        offset_years=tuple(sorted({passage.year for passage, _ in offsets if economy in passage.economies})),
        files=tuple(sorted({str(row["file"]) for row in (*before, report)})),
    )


def edition(store: Store, year: int, *, series: str | None = None) -> Mapping[str, Any]:
    """The edition of a year, as `store.reports` tells it; of two series the National Trade Estimate."""
    held = [row for row in store.reports(series) if row["year"] == year]
    if not held:
        years = ", ".join(sorted({f"{row['series'].upper()} {row['year']}" for row in store.reports(series)}))
        raise NothingHeld(
            f"no edition of {year} is held.",
            remedy=f"Held: {years}." if years else "Add reports with: analyzer add REPORT...",
        )
    return min(held, key=lambda row: (row["series"] != "nte", row["series"]))


class _Pages:
    """Page texts of the store, each fetched once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._fetched: dict[tuple[str, int, int], tuple[str | None, str] | None] = {}

    def __call__(self, passage: Passage, page: int | None) -> tuple[str | None, str] | None:
        if page is None:
            return None
        key = (passage.series, passage.year, page)
        if key not in self._fetched:
            self._fetched[key] = self._store.page(*key)
        return self._fetched[key]
