"""Editions, chapters, findings, listings and search."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from analyzer import exports, queries
from analyzer.records import Passage
from analyzer.web.api import rows
from analyzer.web.api.rows import AnyYear, SeriesAsked, Short, Text, YearAsked, answer
from analyzer.web.asking import Filter, asked_filter
from analyzer.web.desk import desk

router = APIRouter()
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Asked = Annotated[str, Query(max_length=80, pattern=r"^[^\x00]*$", description="Economy, by code or name")]


@router.get("/reports", response_model=list[rows.Report])
def reports(request: Request, series: SeriesAsked = None) -> Response:
    """The editions held."""
    return answer([r for r in desk(request).reports() if series in (None, r["series"])])


@router.get("/chapters", response_model=list[rows.Chapter])
def chapters(request: Request, year: YearAsked = None, series: SeriesAsked = None) -> Response:
    """The chapters of an edition, in print order."""
    at = desk(request)
    name = at.series(series)
    return answer([asdict(c) for c in at.store.chapters(name, queries.year_held(at.store, name, year))])


@router.get("/findings", response_model=list[rows.FoundFinding])
def findings(
    request: Request,
    chosen: Annotated[Filter, Depends(asked_filter)],
    economy: Short = None,
    year: YearAsked = None,
    series: SeriesAsked = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Response:
    """Findings of an edition, in the rows of `analyzer export findings`; how many there are says X-Total-Count."""
    at = desk(request)
    name = at.series(series)
    chosen_year = queries.year_held(at.store, name, year)
    if economy:
        every = at.findings(name, queries.economy_code(economy), chosen_year)
    else:
        every = at.chapters.get(
            ("edition", name, chosen_year), lambda: queries.findings(at.store, year=chosen_year, series=name)
        )
    found = chosen.chosen(every)
    return answer([exports.finding_row(f) for f in found[offset : offset + limit]], total=len(found))


@router.get("/history")
def history(
    request: Request,
    economy: Asked,
    query: Text,
    series: SeriesAsked = None,
    first: AnyYear = None,
    last: AnyYear = None,
) -> queries.History:
    """What the editions (from the year `first` to `last`) say of a matter, year by year."""
    return queries.history(desk(request).store, economy, query, series=series, first=first, last=last)


@router.get("/listings", response_model=list[rows.Listing])
def listings(request: Request, economy: Asked, series: SeriesAsked = None) -> Response:
    """All matters ever listed of an economy."""
    at = desk(request)
    held = at.store.listings(at.series(series), queries.economy_code(economy))
    return answer([exports.listing_row(entry) for entry in held])


@router.get("/search", response_model=list[rows.Hit])
def search(
    request: Request,
    query: Text,
    economy: Short = None,
    year: AnyYear = None,
    first: AnyYear = None,
    last: AnyYear = None,
    series: SeriesAsked = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
) -> Response:
    """Passages that hold the words, ranked."""
    hits = queries.search(
        desk(request).store, query, economy=economy, series=series, year=year, first=first, last=last, limit=limit
    )
    return answer([{"passage": passage_row(h.passage), "rank": h.rank, "snippet": h.snippet} for h in hits])


def passage_row(passage: Passage) -> dict[str, Any]:
    """A passage as a row, without the places of its lines."""
    row = asdict(passage)
    del row["segments"]
    return row
