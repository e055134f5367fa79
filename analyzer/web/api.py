"""The JSON interface, versioned; described at /api/v1/openapi.json."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request

from analyzer import queries
from analyzer.store import Store

router = APIRouter(prefix="/api/v1", tags=["v1"])
Rows = list[dict[str, Any]]


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


@router.get("/reports")
def reports(request: Request) -> Rows:
    """The editions held."""
    return _store(request).reports()


@router.get("/chapters")
def chapters(request: Request, year: int | None = None, series: str | None = None) -> Rows:
    """The chapters of an edition, in print order."""
    store = _store(request)
    name = queries.series_held(store, series)
    return [asdict(c) for c in store.chapters(name, queries.year_held(store, name, year))]


@router.get("/findings")
def findings(
    request: Request,
    economy: str | None = None,
    year: int | None = None,
    status: Annotated[list[str] | None, Query()] = None,
    label: str | None = None,
    section: str | None = None,
    boilerplate: bool = True,
    series: str | None = None,
) -> Rows:
    """Findings of an edition, in the rows of `analyzer export findings`."""
    from analyzer.exports import finding_row

    found = queries.findings(
        _store(request),
        economy,
        year=year,
        status=status,
        label=label,
        section=section,
        boilerplate=boilerplate,
        series=series,
    )
    return [dict(finding_row(f)) for f in found]


@router.get("/history")
def history(request: Request, economy: str, query: str, series: str | None = None) -> Rows:
    """The threads of an economy that speak of the query."""
    return [asdict(t) for t in queries.history(_store(request), economy, query, series=series)]


@router.get("/search")
def search(
    request: Request,
    query: str,
    economy: str | None = None,
    year: int | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
) -> Rows:
    """Passages that hold the words, ranked."""
    return [asdict(h) for h in queries.search(_store(request), query, economy=economy, year=year, limit=limit)]


@router.get("/agreements")
def agreements(request: Request, year: int | None = None, series: str | None = None) -> Rows:
    """What an edition states of procurement agreements."""
    return [asdict(s) for s in queries.agreements(_store(request), year=year, series=series)]


@router.get("/offsets")
def offsets(request: Request, economy: str | None = None, year: int | None = None, series: str | None = None) -> Rows:
    """Offset regimes by economy."""
    return [asdict(r) for r in queries.offsets(_store(request), economy=economy, year=year, series=series)]


@router.post("/check")
def check(request: Request, text: Annotated[str, Body(embed=True, max_length=200_000)]) -> Rows:
    """Judgements on the claims of a text; nothing is kept."""
    from analyzer import claims

    return [j.as_row() for j in claims.check(text, _store(request))]
