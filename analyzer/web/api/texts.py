"""Passages, claims, and uploads under way."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Request, Response

from analyzer import exports
from analyzer.web.api import rows
from analyzer.web.api.answers import passage_row
from analyzer.web.api.rows import answer
from analyzer.web.desk import desk
from analyzer.web.pages.adding import job_of
from analyzer.web.pages.checking import MOST, judge
from analyzer.web.pages.passages import passage_held, verdicts_of

router = APIRouter()
Key = Annotated[str, Path(max_length=120, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("/passages/{key}", response_model=rows.Passage)
def passage(request: Request, key: Key) -> Response:
    """A passage with its place and its mentions."""
    found, mentions = passage_held(desk(request), key)
    return answer({**passage_row(found), "mentions": [{**asdict(m), "attrs": dict(m.attrs)} for m in mentions]})


@router.get("/passages/{key}/findings", response_model=list[rows.FoundFinding])
def passage_findings(request: Request, key: Key) -> Response:
    """A passage's findings, one for each economy that it is about."""
    at = desk(request)
    return answer([exports.finding_row(f) for f in verdicts_of(at, *passage_held(at, key))])


@router.post("/check")
def check(request: Request, text: Annotated[str, Body(embed=True, max_length=MOST)]) -> list[dict[str, Any]]:
    """Judgements on the claims of a text; nothing is kept."""
    return [j.as_row() for j in judge(desk(request), text)]


@router.get("/jobs/{key}", response_model=rows.Job)
def job(request: Request, key: Key) -> Response:
    """An upload's progress."""
    return answer(job_of(desk(request), key).as_row())
