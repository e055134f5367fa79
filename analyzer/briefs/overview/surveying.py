"""Fetches what the overview of an edition stands on: all findings, in a few questions to the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analyzer import queries
from analyzer.briefs.ground import Ground, Stated
from analyzer.briefs.procurement import in_lists, standing_before
from analyzer.briefs.survey import Pages, compared_with
from analyzer.records import Finding
from analyzer.vocab import economies

if TYPE_CHECKING:
    from analyzer.store import Store


def grounds(store: Store, report: dict[str, Any], spoken: Mapping[str, tuple[int, ...]]) -> Iterator[Ground]:
    """The ground of each chapter of an edition, in the order of print, without standings.

    `spoken` are the editions that speak of offsets, by economy.
    """
    key, year = str(report["series"]), int(report["year"])
    by_economy: dict[str, list[Finding]] = {}
    for finding in store.findings(key, year=year):
        by_economy.setdefault(finding.verdict.economy, []).append(finding)
    evidence = {f.verdict.evidence.passage_id for found in by_economy.values() for f in found if f.verdict.evidence}
    earlier = {name: passage for name, (passage, _) in store.by_ids(sorted(evidence)).items()}
    pages, addresses = Pages(store), queries.addresses(store, key)
    held = tuple(row["year"] for row in store.reports(key) if row["year"] < year)
    for chapter in store.chapters(key, year):
        found = by_economy.get(chapter.economy, [])
        compared, said = compared_with(found), store.bare(key, [chapter.economy])
        yield Ground(
            economy=chapter.economy,
            name=economies.name_of(chapter.economy, year=year),
            series=key,
            year=year,
            report=str(report["title"]),
            findings=tuple(found),
            pages=pages,
            held=held,
            earlier=earlier,
            old=tuple(bare.passage() for bare in said if bare.year == compared),
            linked=store.linked(key, chapter.economy, [finding.passage.id for finding in found]),
            addresses=addresses,
            offset_years=spoken.get(chapter.economy, ()),
            past=queries.Past.of(said, store.listings(key, chapter.economy), before=year),
        )


def stated(store: Store, series: str, year: int, against: int | None) -> tuple[Stated, ...]:
    """What the edition states of each economy's standing under the GPA; the silent ones have no passage."""
    now = queries.agreements(store, year=year, series=series)
    old = {s.economy: s for s in queries.agreements(store, year=against, series=series)} if against else {}
    held = store.by_ids(sorted({s.passage_id for s in now if s.passage_id}))
    return tuple(
        Stated(
            one,
            held[one.passage_id][0] if one.passage_id in held else None,
            standing_before(one, old.get(one.economy), against),
            in_lists(one),
        )
        for one in now
    )
