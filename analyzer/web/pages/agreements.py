"""Procurement agreements: what the editions state, economy by economy, beside the dated reference lists."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from analyzer import queries
from analyzer.queries.agreements import LETTERS, MEANINGS
from analyzer.queries.reference import MARKS
from analyzer.web.asking import Series, Year
from analyzer.web.desk import desk
from analyzer.web.views import economy_name, show

router = APIRouter()


@router.get("/agreements/{series}")
def matrix(request: Request, series: Series) -> HTMLResponse:
    """Every economy's standing in every edition held."""
    at = desk(request)
    name = at.series(series)
    rows: dict[str, dict[int, queries.Standing]] = {}
    for standing in at.standings(name):
        rows.setdefault(standing.economy, {})[standing.year] = standing
    told = {code: rows[code] for code in sorted(rows, key=economy_name) if any(s.stated for s in rows[code].values())}
    values = {
        "series": name,
        "rows": told,
        "silent": len(rows) - len(told),
        "letters": LETTERS,
        "meanings": MEANINGS,
        "marks": at.texts.get(("marks", name), lambda: _marks(at.standings(name))),
        "events": at.events(name),
    }
    return show(request, "agreements_matrix.html", values)


def _marks(standings: Iterable[queries.Standing]) -> dict[tuple[str, int], tuple[str, str]]:
    """The mark of each standing that the dated list does not bear out, with what the list has, by economy and year."""
    marks = {}
    for row in (queries.beside(s) for s in standings if s.stated):
        if row["check"]:
            since = f" since {row['reference_since']}" if row["reference_since"] else ""
            listed = "; ".join(filter(None, (f"{row['reference']}{since}", row["reference_also"])))
            told = row["check"] if listed == "not listed" else f"{row['check']}; the list has: {listed}"
            marks[row["economy"], row["year"]] = (MARKS[row["check"]], told)
    return marks


@router.get("/agreements/{series}/{year}")
def agreements(request: Request, series: Series, year: Year) -> HTMLResponse:
    """What an edition states of the GPA and other procurement agreements, economy by economy."""
    at = desk(request)
    name = at.series(series)
    queries.year_held(at.store, name, year)
    there = sorted((s for s in at.standings(name) if s.year == year), key=lambda s: economy_name(s.economy, year))
    rows = [queries.beside(s) for s in there]
    return show(request, "agreements.html", {"series": name, "year": year, "rows": rows})
