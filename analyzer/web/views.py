"""Templates, and what they need to show statuses, pages and places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analyzer import __version__, queries
from analyzer.errors import NothingHeld
from analyzer.records import Finding
from analyzer.vocab import economies, sections, years
from analyzer.web.desk import desk
from analyzer.web.static import address
from analyzer.web.wording import marked, spans

if TYPE_CHECKING:
    from fastapi import Request
    from fastapi.responses import HTMLResponse

MEANING = {
    "new": "described for this economy in no earlier edition held",
    "relisted": "not in the latest earlier edition held, but in one before it",
    "changed": "in the latest earlier edition held, now with a new law, step, date, rate or scope",
    "continued": "in the latest earlier edition held; wording or the year's figures updated at most",
    "dropped": "in the latest earlier edition held, not in this one; that is not removal of the barrier",
}


@cache
def environment() -> Environment:
    """The templates' environment: everything is escaped, a missing name is an error."""
    found = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {
        "economy": economy_name,
        "section": section_title,
        "marked": marked,
        "spans": spans,
        "years": years.ranges,
        "place": place,
        "basis": basis,
        "query": query,
    }
    found.globals |= {"meaning": MEANING, "asset": address, "version": __version__}
    return found


def show(request: Request, name: str, values: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page made of a template, with the editions held for its navigation."""
    from fastapi.responses import HTMLResponse

    at = desk(request)
    series = values.get("series") or _series(request)
    held = at.years(series)
    year = values.get("year") if values.get("year") in held else (held[-1] if held else None)
    every = sorted({r["series"] for r in at.reports()})
    shared = {"series": series, "year": year, "held": held, "every_series": every, "path": request.url.path}
    text = environment().get_template(name).render(**{**values, **shared, "key": at.key})
    return HTMLResponse(text, status_code=status)


def _series(request: Request) -> str | None:
    try:
        return queries.series_held(desk(request).store)
    except NothingHeld:
        return None


def economy_name(code: str, year: int | None = None) -> str:
    """The economy's name, or its code where it is not known."""
    return economies.name_of(code, year=year) if code in economies.codes() else code


def section_title(key: str) -> str:
    """A section's title today."""
    return sections.title(key) if key in sections.sections() else key.replace("_", " ")


def place(printed: str | None, pdf: int | None) -> str:
    """A page as readers cite it: "p. 251 (PDF 259)"."""
    if printed and pdf:
        return f"p. {printed} (PDF {pdf})"
    return f"PDF p. {pdf}" if pdf else "no page (table)"


def basis(finding: Finding) -> str:
    """What a status rests on, in a sentence."""
    v = finding.verdict
    if v.ruled_by is not None:
        return f"Ruled by {v.ruled_by}."
    if v.status == "relisted" and v.last_listed_before:
        return f"Last listed before in {v.last_listed_before}; not in {v.compared_with}."
    if v.status == "new":
        if v.compared_with is None:
            return "No earlier edition held speaks of this economy."
        return f"Compared with {v.compared_with} and all earlier editions held."
    if v.left_out:
        return f"A point left out: in {v.compared_with or finding.passage.year}, not in {v.year}. Its matter goes on."
    if v.status == "dropped":
        return f"In {v.compared_with or finding.passage.year}, not in {v.year}."
    return f"Linked back to {v.first_listed}." if v.first_listed else ""


def query(values: Mapping[str, object]) -> str:
    """A query string of what is not empty, with its question mark; "" where nothing is left."""
    text = urlencode({k: v for k, v in values.items() if v not in ("", None, [], False)}, doseq=True)
    return f"?{text}" if text else ""
