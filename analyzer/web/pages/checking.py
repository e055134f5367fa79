"""What an article says, checked against the editions held."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse

from analyzer import claims
from analyzer.web.desk import Desk, desk
from analyzer.web.forms import keyed
from analyzer.web.views import show

router = APIRouter()
MOST = 100_000  # characters of an article
LEFT = 20  # sentences that are told to have been passed over
SHORT = 1_000  # characters of a claim that fits into an address


@router.get("/check")
def ask(request: Request, text: Annotated[str, Query(max_length=SHORT)] = "") -> HTMLResponse:
    """A form for an article or a claim; a claim in the address is judged at once."""
    return _judged(request, text)


@router.post("/check", dependencies=[Depends(keyed)])
def check(request: Request, text: Annotated[str, Form(max_length=MOST)] = "") -> HTMLResponse:
    """Judgements on the claims of a text that was pasted; nothing is kept."""
    return _judged(request, text)


def judge(at: Desk, text: str) -> tuple[claims.Judgement, ...]:
    """Judgements on the claims of a text; what they are checked against is kept until the editions change."""
    return claims.judged(text, at.ground())


def _told(at: Desk, text: str) -> tuple[tuple[claims.Judgement, ...], tuple[str, ...]]:
    """The judgements on a text, and its sentences that were not judged."""
    judged = judge(at, text)
    return judged, claims.passed_over(text, {j.claim for j in judged})[:LEFT]


def _judged(request: Request, text: str) -> HTMLResponse:
    at, said = desk(request), text.strip()
    short = len(said) <= SHORT
    judged: tuple[claims.Judgement, ...] | None = None
    left: tuple[str, ...] = ()
    if said and short:  # its address is a permalink: the same claim comes again
        judged, left = at.memo.get(("claim", said), lambda: _told(at, said))
    elif said:
        judged, left = _told(at, said)
    link = said if short else ""
    return show(request, "check.html", {"text": text, "judged": judged, "left": left, "most": MOST, "link": link})
