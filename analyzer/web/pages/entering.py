"""The token given on a form, for visitors whose address does not carry it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from analyzer.web.desk import desk
from analyzer.web.guard import keep_token
from analyzer.web.views import environment

router = APIRouter()


@router.get("/enter")
def form(request: Request) -> Response:
    """The form, or the start where no token is needed."""
    door = desk(request).door
    if door.opens(request.headers):
        return RedirectResponse("/", status_code=303)
    return _form(wrong=False)


@router.post("/enter")
def enter(request: Request, token: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Keep the token as a cookie, if it is the right one."""
    door = desk(request).door
    if not door.fits(token.strip()):
        return _form(wrong=True)
    answer = RedirectResponse("/", status_code=303)
    keep_token(answer, token.strip(), secure=request.url.scheme == "https")
    return answer


def _form(*, wrong: bool) -> HTMLResponse:
    text = environment().get_template("enter.html").render(what="A token is needed.", remedy="", wrong=wrong)
    return HTMLResponse(text, status_code=401)
