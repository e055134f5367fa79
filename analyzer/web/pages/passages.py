"""A passage: its text and status, and the report's page with the passage marked."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from analyzer.errors import NothingHeld
from analyzer.records import Finding, Mention, Passage, Status
from analyzer.store import report_id
from analyzer.web.asking import Series, Year
from analyzer.web.desk import Desk, desk
from analyzer.web.drawing import page_image, pdf
from analyzer.web.pages.ruling import namely
from analyzer.web.parts import part
from analyzer.web.views import show

router = APIRouter()
Key = Annotated[str, Path(max_length=120, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("/passage/{key}")
def passage(request: Request, key: Key) -> HTMLResponse:
    """A passage with its status for each economy, and the report's page beside it."""
    at = desk(request)
    found, mentions = passage_held(at, key)
    chapter = _chapter(at, found)
    index = chapter.index(key) if key in chapter else -1
    values = {
        "series": found.series,
        "year": found.year,
        "passage": found,
        "mentions": mentions,
        "findings": verdicts_of(at, found, mentions),
        "pages": sorted({s.pdf_page for s in found.segments if s.pdf_page and s.box}) or _page(found),
        "paged": found.pdf_page is not None,
        "previous": chapter[index - 1] if index > 0 else None,
        "next": chapter[index + 1] if 0 <= index < len(chapter) - 1 else None,
        "ruler": namely(request),
    }
    return show(request, "passage.html", values)


@router.get("/passage/{key}/page.png")
def image(
    request: Request, key: Key, page: Annotated[int | None, Query(ge=1, le=100_000)] = None, v: str = ""
) -> Response:
    """The report's page with the passage marked."""
    at = desk(request)
    found, _ = passage_held(at, key)
    content = page_image(at, found, page=page)
    return Response(content, media_type="image/png", headers={"cache-control": "private, max-age=3600"})


@router.get("/report/{series}/{year}/report.pdf")
def report(request: Request, series: Series, year: Year) -> Response:
    """The report's own file, as it was added, or a part of it."""
    named = {"content-disposition": f'inline; filename="{series}-{year}.pdf"', "cache-control": "private, max-age=600"}
    content = pdf(desk(request), series, year)
    tag = hashlib.sha256(content).hexdigest()[:32]
    return part(content, request.headers, tag=tag, media_type="application/pdf", headers=named)


def passage_held(at: Desk, key: str) -> tuple[Passage, tuple[Mention, ...]]:
    """A passage with its mentions. Raises NothingHeld."""
    held = at.store.by_ids([key])
    if key not in held:
        raise NothingHeld(f"no passage {key} is held.", remedy="Search for its words instead.")
    return held[key]


def verdicts_of(at: Desk, found: Passage, mentions: tuple[Mention, ...]) -> list[Finding]:
    """The passage's findings: one for each economy that it is about."""
    return [
        Finding(found, v, mentions, report_id(found.series, found.year))
        for code in found.economies
        for v in at.store.verdicts(found.series, economy=code, year=found.year, passages=[found.id])
        if v.status is not Status.DROPPED
    ]


def _page(found: Passage) -> list[int]:
    return [found.pdf_page] if found.pdf_page else []


def _chapter(at: Desk, found: Passage) -> list[str]:
    """The ids of the chapter's passages in the report's order."""

    def look() -> list[str]:
        held = at.store.passages(found.series, [found.chapter], years=[found.year], placed=False)
        return [p.id for p in held if p.chapter == found.chapter]

    return at.texts.get(("chapter", found.series, found.year, found.chapter), look)
