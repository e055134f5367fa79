"""Search over everything."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from analyzer import queries
from analyzer.vocab import economies
from analyzer.web.asking import Words, year_asked
from analyzer.web.desk import desk
from analyzer.web.views import show

router = APIRouter()
_STEPS = (25, 50, 100, 200)


@router.get("/search")
def search(
    request: Request,
    q: Words = "",
    economy: Annotated[str, Query(max_length=80)] = "",
    year: Annotated[str, Query(max_length=8)] = "",
    most: Annotated[int, Query(ge=1, le=_STEPS[-1])] = _STEPS[0],
) -> HTMLResponse:
    """Passages that hold words, ranked, the words marked."""
    at = desk(request)
    chosen, code = year_asked(year), queries.economy_code(economy) if economy.strip() else ""
    hits = []
    if q.strip():
        hits = queries.search(at.store, q, economy=code or None, year=chosen, limit=most + 1)
    series = at.series() if at.reports() else None
    codes = at.memo.get(("codes", series), lambda: at.store.economies(series)) if series else ()
    names = sorted((economies.name_of(c), c) for c in codes if c in economies.codes())
    values = {
        "q": q,
        "economy": code,
        "of_series": series,
        "names": names,
        "chosen": chosen,
        "hits": hits[:most],
        "more": next((s for s in _STEPS if s > most), None) if len(hits) > most else None,
    }
    return show(request, "search.html", values)
