"""Offsets: who is said to ask for them, on which terms, in which editions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from analyzer import queries
from analyzer.queries.senses import ASKED
from analyzer.web.asking import Series, year_asked
from analyzer.web.desk import desk
from analyzer.web.views import economy_name, show

router = APIRouter()
Short = Annotated[str, Query(max_length=80)]


@router.get("/offsets/{series}")
def offsets(
    request: Request, series: Series, economy: Short = "", year: Annotated[str, Query(max_length=8)] = ""
) -> HTMLResponse:
    """Offset regimes, those of the latest edition first, with their terms and their latest sentence."""
    at = desk(request)
    name, chosen = at.series(series), year_asked(year)
    code = queries.economy_code(economy) if economy.strip() else ""
    every = at.regimes(name, chosen)
    rows = sorted((r for r in every if code in ("", r.economy)), key=lambda r: (-r.last, economy_name(r.economy)))
    values = {
        "series": name,
        "rows": rows,
        "economy": code,
        "codes": sorted({r.economy for r in at.regimes(name)}, key=economy_name),
        "chosen": chosen,
        "asked": ASKED,
        "by_year": at.offset_years(name),
    }
    return show(request, "offsets.html", values)
