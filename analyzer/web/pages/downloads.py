"""Files to take away: the briefing note, and tables."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from analyzer import briefs, exports, queries
from analyzer.records import Finding, Listing
from analyzer.web.asking import Economy, Filter, Series, Year, asked_filter
from analyzer.web.desk import Desk, desk

router = APIRouter()
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}
Note = Literal["docx", "html", "md"]
Table = Literal["xlsx", "csv", "jsonl", "json", "parquet"]
Chosen = Annotated[Filter, Depends(asked_filter)]


@router.get("/note/{series}/{year}/{economy}.{kind}")
def note(request: Request, series: Series, year: Year, economy: Economy, kind: Note) -> Response:
    """The briefing note on an economy."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)

    def write() -> bytes:
        composed = briefs.compose(at.store, code, year, series=name)
        with tempfile.TemporaryDirectory() as folder:
            return briefs.render(composed, Path(folder) / f"note.{kind}").read_bytes()

    return _file(at.files.get(("note", name, year, code, kind), write), f"{name}-{year}-{code}", kind)


@router.get("/note/{series}/{year}.{kind}")
def overview(request: Request, series: Series, year: Year, kind: Note) -> Response:
    """The overview of an edition over all economies."""
    at = desk(request)
    name = at.series(series)

    def write() -> bytes:
        composed = briefs.compose_overview(at.store, year, series=name)
        with tempfile.TemporaryDirectory() as folder:
            return briefs.render_overview(composed, Path(folder) / f"overview.{kind}").read_bytes()

    return _file(at.files.get(("overview", name, year, kind), write), f"{name}-{year}", kind)


@router.get("/findings/{series}/{year}/{economy}.{kind}")
def economy_findings(
    request: Request, series: Series, year: Year, economy: Economy, kind: Table, chosen: Chosen
) -> Response:
    """An economy's findings as a table, filtered as its page is."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)
    found = chosen.chosen(at.findings(name, code, year))
    return _table(
        at,
        name,
        _rows(at, name, found, kind),
        f"findings-{name}-{year}-{code}",
        kind,
        head=exports.example(Finding),
    )


@router.get("/findings/{series}/{year}.{kind}")
def findings(request: Request, series: Series, year: Year, kind: Table, chosen: Chosen) -> Response:
    """All findings of an edition as a table."""
    at = desk(request)
    name = at.series(series)
    found = chosen.chosen(queries.findings(at.store, year=year, series=name))
    return _table(
        at,
        name,
        _rows(at, name, found, kind),
        f"findings-{name}-{year}",
        kind,
        head=exports.example(Finding),
    )


@router.get("/agreements/{series}/{year}.{kind}")
def agreements(request: Request, series: Series, year: Year, kind: Table) -> Response:
    """An edition's standings under the GPA beside the reference lists."""
    at = desk(request)
    name = at.series(series)
    queries.year_held(at.store, name, year)
    rows = [queries.beside(s) for s in at.standings(name) if s.year == year]
    return _table(at, name, rows, f"agreements-{name}-{year}", kind)


@router.get("/offsets/{series}.{kind}")
def offsets(request: Request, series: Series, kind: Table) -> Response:
    """All offset regimes."""
    at = desk(request)
    name = at.series(series)
    return _table(
        at, name, [asdict(r) for r in at.regimes(name)], f"offsets-{name}", kind, head=exports.example(queries.Regime)
    )


@router.get("/listings/{series}/{economy}.{kind}")
def listings(request: Request, series: Series, economy: Economy, kind: Table) -> Response:
    """All matters ever listed of an economy."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)
    rows = [exports.listing_row(entry) for entry in at.store.listings(name, code)]
    return _table(at, name, rows, f"listings-{name}-{code}", kind, head=exports.example(Listing))


def _rows(at: Desk, series: str, found: Iterable[Finding], kind: str) -> list[dict[str, Any]]:
    """Findings as rows: in Excel for people to read, else with all that is known of them."""
    if kind != "xlsx":
        return [exports.finding_row(f) for f in found]
    addresses = queries.addresses(at.store, series)
    return [exports.sheet_row(f, addresses) for f in found]


def _table(
    at: Desk, series: str, rows: Sequence[Mapping[str, Any]], name: str, kind: str, *, head: Iterable[str] = ()
) -> Response:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table.{kind}"
        exports.write(rows, kind, path, head=head, notes=exports.notes(series, at.years(series)))
        return _file(path.read_bytes(), name, kind)


def _file(content: bytes, name: str, kind: str) -> Response:
    named = {"content-disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(content, media_type=TYPES[kind], headers=named)
