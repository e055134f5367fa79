"""A person's decisions: recorded with one click, listed, taken along as a file."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from analyzer import pipeline
from analyzer.records import Ruling
from analyzer.settings import user
from analyzer.web.desk import desk
from analyzer.web.forms import keyed
from analyzer.web.views import show

router = APIRouter()
_COOKIE = "analyzer_name"
_YEAR = 365 * 24 * 3600
_OWN = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f]*")


def namely(request: Request) -> str:
    """Whom decisions of this visitor are recorded for."""
    given = unquote(request.cookies.get(_COOKIE, "")).strip()[:60]
    if given:
        return given
    if desk(request).door.token is not None:
        return "a visitor"
    return user()


@router.post("/rule", dependencies=[Depends(keyed)])
def rule(
    request: Request,
    about: Annotated[str, Form(max_length=120)],
    economy: Annotated[str, Form(max_length=20)],
    decision: Annotated[str, Form(max_length=20)],
    against: Annotated[str, Form(max_length=120)] = "",
    why: Annotated[str, Form(max_length=500)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/rulings",
) -> RedirectResponse:
    """Record a decision; the economy's history is worked out anew."""
    paired = decision in ("same", "different", "withdrawn")  # a status is told of one passage, whatever the form names
    now = datetime.now(UTC).isoformat(timespec="seconds")
    ruling = Ruling(about, economy, decision, namely(request), now, why.strip(), (against or None) if paired else None)
    pipeline.rule(desk(request).store, ruling)
    return RedirectResponse(_own(back), status_code=303)


@router.get("/rulings")
def rulings(request: Request) -> HTMLResponse:
    """Every decision recorded, the latest first."""
    every = desk(request).store.rulings()
    values = {"rulings": every[::-1], "standing": pipeline.standing(every), "ruler": namely(request)}
    return show(request, "rulings.html", values)


@router.get("/rulings.jsonl")
def as_lines(request: Request) -> Response:
    """Every decision, a JSON object a line, as `analyzer rulings` writes and takes them."""
    lines = [json.dumps(asdict(ruling), ensure_ascii=False) + "\n" for ruling in desk(request).store.rulings()]
    named = {"content-disposition": 'attachment; filename="rulings.jsonl"'}
    return Response("".join(lines), media_type="application/jsonl", headers=named)


@router.post("/name", dependencies=[Depends(keyed)])
def name(request: Request, by: Annotated[str, Form(max_length=60)] = "") -> RedirectResponse:
    """Remember in this browser whom decisions are recorded for."""
    answer = RedirectResponse("/rulings", status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(_COOKIE, quote(by.strip()), max_age=_YEAR, httponly=True, samesite="lax", secure=secure)
    return answer


def _own(back: str) -> str:
    """The address to go back to, if it is one of this server's."""
    return back if _OWN.fullmatch(back) else "/rulings"
