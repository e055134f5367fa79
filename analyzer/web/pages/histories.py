"""What all editions held say of a matter of an economy, year by year."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from analyzer import queries
from analyzer.errors import AnalyzerError
from analyzer.vocab.word_forms import pattern_of, places
from analyzer.web.asking import Economy, Series, Words
from analyzer.web.desk import desk
from analyzer.web.views import show

router = APIRouter()


@router.get("/history/{series}/{economy}")
def history(request: Request, series: Series, economy: Economy, q: Words = "") -> HTMLResponse:
    """The editions that say what is asked for, with the best passage of each."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)
    found, wrong = None, ""
    if q.strip():
        try:
            found = queries.history(at.store, code, q, series=name)
        except AnalyzerError as error:  # beside the form, which asks again while one types
            wrong = f"{error.what} {error.remedy or ''}"
    words = [pattern_of(word.ways) for word in found.looked_for] if found else []
    rows = [(a, places(a.sentence, words)) for a in found.best_by_year] if found else []
    values = {"series": name, "code": code, "q": q, "found": found, "rows": rows, "wrong": wrong}
    return show(request, "history.html", values)
