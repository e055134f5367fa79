"""Fetches from the store all that a note on one economy in one edition stands on."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from analyzer import queries
from analyzer.briefs.ground import Ground, Stated
from analyzer.briefs.procurement import in_lists, standing_before
from analyzer.errors import NothingHeld
from analyzer.records import Finding, Passage
from analyzer.vocab import economies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from analyzer.store import Store


def survey(store: Store, economy: str, year: int, *, series: str | None = None) -> Ground:
    """The findings on an economy with what they point to. Raises `NothingHeld` where the edition is not held."""
    report = edition(store, year, series=series)
    key = str(report["series"])
    findings = tuple(store.findings(key, economy=economy, year=year))
    evidence = {finding.verdict.evidence.passage_id for finding in findings if finding.verdict.evidence}
    held = store.by_ids(sorted(evidence))
    before = [row for row in store.reports(key, counted=False) if row["year"] < year]
    linked = store.linked(key, economy, [finding.passage.id for finding in findings])
    listings = store.listings(key, economy)
    told = store.passages(key, [economy], placed=False)
    compared = compared_with(findings)
    years = {listed for listing in listings for listed in listing.years}
    return Ground(
        economy=economy,
        name=economies.name_of(economy, year=year),
        series=key,
        year=year,
        report=str(report["title"]),
        findings=findings,
        pages=Pages(store),
        held=tuple(row["year"] for row in before if row["year"] in years),
        before=tuple(row["year"] for row in before),
        earlier={name: passage for name, (passage, _) in held.items()},
        linked=linked,
        old=tuple(passage for passage in told if passage.year == compared),
        past=queries.Past.of(told, listings, before=year),
        standings=stated(store, key, economy, year, findings),
        addresses=queries.addresses(store, key),
        offset_turns=queries.offset_turns(store, economy, year, series=key),
        offset_years=queries.offset_years(store, key).get(economy, ()),
        countertrade_years=queries.countertrade_years(store, key).get(economy, ()),
        files=tuple(sorted({str(row["file"]) for row in (*before, report)})),
    )


def compared_with(findings: Iterable[Finding]) -> int | None:
    """The edition that most findings are compared with."""
    years = Counter(f.verdict.compared_with for f in findings if f.verdict.compared_with is not None)
    return years.most_common(1)[0][0] if years else None


def stated(store: Store, series: str, economy: str, year: int, findings: Iterable[Finding]) -> tuple[Stated, ...]:
    """What the edition states of the economy's (or its members') standing under the GPA, beside the edition before."""
    compared = max((f.verdict.compared_with for f in findings if f.verdict.compared_with), default=None)
    told = partial(queries.agreements, store, series=series, economy=economy)
    now = {one.economy: one for one in told(year=year)}
    old = {one.economy: one for one in told(year=compared)} if compared else {}
    wanted = [economy] if now.get(economy) and now[economy].stated else []
    wanted += [code for code in economies.members(economy, year) if code in now] if not wanted else []
    wanted = wanted or [economy] * (economy in now)
    held = store.by_ids([passage for code in wanted if (passage := now[code].passage_id)])
    return tuple(
        Stated(
            now[code],
            held[str(now[code].passage_id)][0] if now[code].passage_id in held else None,
            standing_before(now[code], old.get(code), compared),
            in_lists(now[code]),
        )
        for code in wanted
    )


def edition(store: Store, year: int, *, series: str | None = None) -> Mapping[str, Any]:
    """The edition of a year, as `store.reports` tells it; of two series the National Trade Estimate."""
    reports = store.reports(series, counted=False)
    held = [row for row in reports if row["year"] == year]
    if not held:
        years = ", ".join(sorted({f"{row['series'].upper()} {row['year']}" for row in reports}))
        raise NothingHeld(
            f"no edition of {year} is held.",
            remedy=f"Held: {years}." if years else "Add reports with: analyzer add REPORT...",
        )
    return min(held, key=lambda row: (row["series"] != "nte", row["series"]))


class Pages:
    """Page texts of the store, each fetched once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._fetched: dict[tuple[str, int, int], tuple[str | None, str] | None] = {}

    def __call__(self, passage: Passage, page: int | None) -> tuple[str | None, str] | None:
        """(printed page number, text) of a PDF page of the passage's edition."""
        if page is None:
            return None
        key = (passage.series, passage.year, page)
        if key not in self._fetched:
            self._fetched[key] = self._store.page(*key)
        return self._fetched[key]
