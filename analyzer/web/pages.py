"""Pages for people. Every one is a permalink; none changes anything."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from analyzer import queries
from analyzer.errors import NothingHeld
from analyzer.records import Finding, Passage, Status
from analyzer.store import Store
from analyzer.vocab import economies, sections
from analyzer.vocab import series as all_series
from analyzer.web.counting import ORDER, counts
from analyzer.web.drawing import page_image
from analyzer.web.views import compared, show

router = APIRouter(include_in_schema=False)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


@router.get("/")
def start(request: Request) -> Response:
    """The latest edition held."""
    store = _store(request)
    series = queries.series_held(store)
    return RedirectResponse(f"/edition/{series}/{queries.year_held(store, series)}", status_code=307)


@router.get("/edition/{series}/{year}")
def edition(request: Request, series: str, year: int) -> HTMLResponse:
    """All economies of an edition, with their findings counted by status."""
    store = _store(request)
    name = queries.series_held(store, series)
    queries.year_held(store, name, year)
    rows = counts(store, name, year)
    held = queries.years_held(store, name)
    return show(
        request,
        "edition.html",
        {
            "series": name,
            "year": year,
            "rows": rows,
            "order": ORDER,
            "totals": {s: sum(r.by_status[s] for r in rows) for s in ORDER},
            "missing": [y for y in all_series.published(name) if y < year and y not in held],
            "notes": all_series.notes(name, year),
        },
    )


@router.get("/economy/{series}/{year}/{economy}")
def economy(
    request: Request,
    series: str,
    year: int,
    economy: str,
    status: Annotated[list[str] | None, Query()] = None,
    section: str = "",
    label: str = "",
    boilerplate: bool = False,
) -> HTMLResponse:
    """One economy's findings in an edition, by section."""
    store = _store(request)
    code = queries.economy_code(economy)
    found = queries.findings(
        store,
        code,
        year=year,
        status=status,
        section=section or None,
        label=label or None,
        boilerplate=boilerplate,
        series=series,
    )
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.passage.section, []).append(finding)
    return show(
        request,
        "economy.html",
        {
            "series": series,
            "year": year,
            "code": code,
            "groups": groups,
            "found": found,
            "order": ORDER,
            "chosen": status or [],
            "section": section,
            "label": label,
            "boilerplate": boilerplate,
            "sections": {key: s.title for key, s in sections.sections().items()},
            "tally": {s: sum(f.verdict.status.value == s for f in found) for s in ORDER},
            "missing": sorted({y for f in found for y in f.verdict.missing_editions}),
        },
    )


@router.get("/listing/{series}/{economy}/{listing}")
def listing(
    request: Request, series: str, economy: str, listing: str, left: int | None = None, right: int | None = None
) -> HTMLResponse:
    """One matter through the years, and its wording in two of them side by side."""
    store = _store(request)
    code = queries.economy_code(economy)
    entry = next((e for e in store.listings(series, code) if e.id == listing), None)
    if entry is None:
        raise NothingHeld(f"no listing {listing} is held for {economies.name_of(code)}.")
    from analyzer.queries.thread import thread

    found = thread(store, series, entry)
    texts: dict[int, str] = {}
    for a in found.appearances:
        texts[a.year] = f"{texts[a.year]} {a.text}" if a.year in texts else a.text
    years = sorted(texts)
    new = right if right in texts else years[-1]
    old = left if left in texts else (years[-2] if len(years) > 1 else years[0])
    held = queries.years_held(store, series)
    published = [y for y in all_series.published(series) or held if y <= max(held)]
    before, after = compared(texts[old], texts[new])
    return show(
        request,
        "listing.html",
        {
            "series": series,
            "code": code,
            "thread": found,
            "span": published,
            "years_held": held,
            "listed": years,
            "left": old,
            "right": new,
            "before": before,
            "after": after,
        },
    )


@router.get("/agreements/{series}/{year}")
def agreements(request: Request, series: str, year: int) -> HTMLResponse:
    """What an edition states of the GPA and other procurement agreements, economy by economy."""
    rows = queries.agreements(_store(request), year=year, series=series)
    return show(request, "agreements.html", {"series": series, "year": year, "rows": rows})


@router.get("/offsets/{series}")
def offsets(request: Request, series: str, economy: str = "", year: str = "") -> HTMLResponse:
    """Offset regimes by economy."""
    chosen = int(year) if year.isdigit() else None
    rows = queries.offsets(_store(request), series=series, economy=economy or None, year=chosen)
    return show(request, "offsets.html", {"series": series, "rows": rows, "economy": economy, "chosen": chosen})


@router.get("/search")
def search(request: Request, q: str = "", economy: str = "", year: str = "") -> HTMLResponse:
    """Passages that hold words, ranked, the words marked."""
    chosen = int(year) if year.isdigit() else None
    hits = queries.search(_store(request), q, economy=economy or None, year=chosen, limit=50) if q.strip() else []
    return show(request, "search.html", {"q": q, "economy": economy, "chosen": chosen, "hits": hits})


@router.get("/check")
def ask(request: Request) -> HTMLResponse:
    """A form for an article or a claim."""
    return show(request, "check.html", {"text": "", "judged": None})


@router.post("/check")
def check(request: Request, text: Annotated[str, Form(max_length=200_000)] = "") -> HTMLResponse:
    """Judgements on the claims of a text that was pasted; nothing is kept."""
    from analyzer import claims

    return show(request, "check.html", {"text": text, "judged": claims.check(text, _store(request))})


def _passage(store: Store, key: str) -> Passage:
    held = store.by_ids([key])
    if key not in held:
        raise NothingHeld(f"no passage {key} is held.")
    return held[key][0]


@router.get("/passage/{key}")
def passage(request: Request, key: str) -> HTMLResponse:
    """A passage with its status for each economy, and the report's page beside it."""
    store = _store(request)
    found = _passage(store, key)
    verdicts = [
        v
        for code in found.economies
        for v in store.verdicts(found.series, economy=code, year=found.year)
        if v.passage_id == key and v.status is not Status.DROPPED
    ]
    pages = sorted({s.pdf_page for s in found.segments if s.pdf_page and s.box})
    values = {"series": found.series, "year": found.year, "passage": found, "verdicts": verdicts, "pages": pages}
    return show(request, "passage.html", values)


@router.get("/passage/{key}/page.png")
def image(request: Request, key: str, page: int | None = None) -> Response:
    """The report's page with the passage marked."""
    store = _store(request)
    return Response(page_image(store, _passage(store, key), page=page), media_type="image/png")


@router.get("/report/{series}/{year}/report.pdf")
def report(request: Request, series: str, year: int) -> Response:
    """The report's own file."""
    store = _store(request)
    held = next((r for r in store.reports(series) if r["year"] == year and r["kind"] == "pdf"), None)
    content = store.source_bytes(held["sha256"]) if held else None
    if content is None:
        raise NothingHeld(f"no PDF of {series.upper()} {year} is held.")
    return Response(content, media_type="application/pdf")


@router.get("/note/{series}/{year}/{economy}.docx")
def note(request: Request, series: str, year: int, economy: str) -> Response:
    """The briefing note as a Word file."""
    from analyzer import briefs

    code = queries.economy_code(economy)
    composed = briefs.compose(_store(request), code, year, series=series)
    with tempfile.TemporaryDirectory() as folder:
        content = briefs.render(composed, Path(folder) / "note.docx").read_bytes()
    named = f'attachment; filename="{series}-{year}-{code}.docx"'
    return Response(content, media_type=_WORD, headers={"Content-Disposition": named})
