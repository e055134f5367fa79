"""Procurement agreements and offsets."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response

from analyzer import queries
from analyzer.web.api.rows import AnyYear, SeriesAsked, Short, StandingBeside, YearAsked, answer
from analyzer.web.desk import desk

router = APIRouter()


@router.get("/agreements", response_model=list[StandingBeside])
def agreements(request: Request, economy: Short = None, year: YearAsked = None, series: SeriesAsked = None) -> Response:
    """What an edition states of procurement agreements, economy by economy or of one, beside dated lists."""
    at = desk(request)
    name = at.series(series)
    chosen = queries.year_held(at.store, name, year)
    return answer(_beside([s for s in at.standings(name) if s.year == chosen], economy))


@router.get("/agreements/matrix", response_model=list[StandingBeside])
def matrix(request: Request, economy: Short = None, series: SeriesAsked = None) -> Response:
    """Every economy's standing, or that of one, in every edition held."""
    at = desk(request)
    return answer(_beside(at.standings(at.series(series)), economy))


def _beside(standings: list[queries.Standing], economy: str | None) -> list[dict[str, Any]]:
    code = queries.economy_code(economy) if economy else None
    return [queries.beside(standing, asked=code) for standing in queries.standings_of(standings, code)]


@router.get("/offsets", response_model=list[queries.Regime])
def offsets(request: Request, economy: Short = None, year: AnyYear = None, series: SeriesAsked = None) -> Response:
    """Offset regimes by economy, with their terms."""
    at = desk(request)
    name = at.series(series)
    code = queries.economy_code(economy) if economy else None
    every = at.regimes(name) if year is None else queries.offsets(at.store, year=year, series=name)
    return answer([asdict(r) for r in every if code in (None, r.economy)])
