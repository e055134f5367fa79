"""An edition: its economies with their findings counted, on a map and in a table."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from analyzer import queries
from analyzer.vocab import series as all_series
from analyzer.web.asking import Economy, Series, Year
from analyzer.web.counting import ORDER, Count
from analyzer.web.desk import desk
from analyzer.web.mapping import SIZE, tile_map
from analyzer.web.views import show

router = APIRouter()
KINDS = {
    "news": ("new", "relisted"),
    **{s: (s,) for s in ORDER},
    "all": ("new", "relisted", "changed", "continued"),
}
Kind = Literal["news", "new", "relisted", "changed", "continued", "dropped", "all"]


@router.get("/")
def start(request: Request) -> Response:
    """The latest edition held, or the form to add one."""
    at = desk(request)
    if not at.reports():
        return RedirectResponse("/add", status_code=307)
    series = at.series()
    return RedirectResponse(f"/edition/{series}/{at.years(series)[-1]}", status_code=307)


@router.get("/edition/{series}")
def latest(request: Request, series: Series) -> Response:
    """The latest edition held of a series."""
    at = desk(request)
    name = at.series(series)
    return RedirectResponse(f"/edition/{name}/{at.years(name)[-1]}", status_code=307)


@router.get("/edition/{series}/{year}")
def edition(
    request: Request, series: Series, year: Year, by: Kind = "news", sort: Annotated[str, Query(max_length=12)] = ""
) -> HTMLResponse:
    """All economies of an edition, with their findings counted by status."""
    at = desk(request)
    name = at.series(series)
    queries.year_held(at.store, name, year)
    glance, held = at.glance(name, year), at.years(name)
    chapters = [row for row in glance.rows if row.chapter]
    ever = at.texts.get(("ever", name), lambda: frozenset(at.store.chapter_years(name)))
    return show(
        request,
        "edition.html",
        {
            "series": name,
            "year": year,
            "rows": _sorted(chapters, sort),
            "members": [row for row in glance.rows if not row.chapter],
            "sections": glance.sections,
            "totals": glance.totals,
            "order": ORDER,
            "by": by,
            "kinds": tuple(KINDS),
            "sort": sort if sort in ORDER else "",
            "map": tile_map(glance.rows, ever, KINDS[by], year=year),
            "size": SIZE,
            "report": next(r for r in at.reports() if (r["series"], r["year"]) == (name, year)),
            "missing": [y for y in all_series.published(name) if y < year and y not in held],
            "notes": all_series.notes(name, year),
        },
    )


@router.get("/chart/{series}.svg")
def chart(request: Request, series: Series) -> Response:
    """Findings by status through the editions, as a drawing."""
    at = desk(request)
    return _drawing(at.chart(at.series(series)))


@router.get("/chart/{series}/{economy}.svg")
def economy_chart(request: Request, series: Series, economy: Economy) -> Response:
    """An economy's findings by status through the editions, as a drawing."""
    at = desk(request)
    return _drawing(at.chart(at.series(series), queries.economy_code(economy)))


def _sorted(rows: list[Count], sort: str) -> list[Count]:
    return sorted(rows, key=lambda r: (-r.by_status[sort], r.name)) if sort in ORDER else rows


def _drawing(svg: bytes) -> Response:
    return Response(svg, media_type="image/svg+xml")
