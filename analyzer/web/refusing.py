"""Answers that are no page: what is refused and why, and what is said where something is wrong."""

from __future__ import annotations

import logging
from enum import Enum
from typing import TYPE_CHECKING, Any

from analyzer.errors import (
    AnalyzerError,
    NothingHeld,
    OutlineError,
    QuoteMismatch,
    ReadingError,
    StoreError,
    UnknownChoice,
)

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from starlette.responses import Response

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With "no-referrer" browsers would call the origin of our own forms "null".
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "private, no-cache",
}
_LOG = logging.getLogger("analyzer.web")


class Refusal(Enum):
    """A request that is not let through: its status, what is wrong, and what to do."""

    HOST = (421, "This server does not go by that name.", "Open it by the address that it printed at its start.")
    METHOD = (405, "This server answers GET, HEAD and POST.", "")
    TOKEN = (401, "A token is needed.", "Open the address that the server printed at its start, or give the token.")
    GUESSES = (429, "Too many wrong tokens.", "Wait a minute, then try again.")
    RATE = (429, "Too many requests.", "Wait a moment, then try again.")
    UPLOADS = (429, "Other reports are being uploaded.", "Wait a moment, then try again.")
    ORIGIN = (403, "This request comes from another site's page.", "Use the forms of this server.")
    LENGTH = (400, "The length of the request is no number.", "")
    SIZE = (413, "The request is too large.", "Shorten the text, or add large reports with: analyzer add REPORT")


def refusal(why: Refusal, *, api: bool) -> Response:
    """The answer to a request that is not let through."""
    status, what, remedy = why.value
    answer = _answer(api, status, what, remedy, template="enter.html" if why is Refusal.TOKEN else "refused.html")
    if status == 429:
        answer.headers["retry-after"] = "60" if why is Refusal.GUESSES else "2"
    if status == 401:
        answer.headers["www-authenticate"] = "Bearer"
    if status == 405:
        answer.headers["allow"] = "GET, HEAD, POST"
    return answer


def _answer(api: bool, status: int, what: str, remedy: str | None, *, template: str = "refused.html") -> Response:
    from starlette.responses import HTMLResponse, JSONResponse

    if api:
        return JSONResponse({"error": what, "remedy": remedy or None}, status_code=status)
    from analyzer.web.views import environment

    text = environment().get_template(template).render(what=what, remedy=remedy, status=status, wrong=False)
    return HTMLResponse(text, status_code=status)


def status_of(error: AnalyzerError) -> int:
    """The status that says best what kind of error this is."""
    if isinstance(error, NothingHeld | UnknownChoice):
        return 404
    if isinstance(error, StoreError):
        return 503
    if isinstance(error, ReadingError | OutlineError):
        return 422
    return 409 if isinstance(error, QuoteMismatch) else 400


def explain_errors(app: FastAPI) -> None:
    """Let every error be answered in words: on a page for people, as JSON under /api/; never with a stack trace."""
    from fastapi.exceptions import RequestValidationError
    from starlette.exceptions import HTTPException

    def said(request: Request, status: int, what: str, remedy: str | None) -> Response:
        from analyzer.web.desk import desk
        from analyzer.web.views import show

        api = request.url.path.startswith("/api/")
        if api or not desk(request).door.opens(request.headers):  # a page of ours would tell what is held
            return _answer(api, status, what, remedy)

        return show(request, "error.html", {"what": what, "remedy": remedy, "series": None}, status=status)

    @app.exception_handler(AnalyzerError)
    def ours(request: Request, error: AnalyzerError) -> Response:
        return said(request, status_of(error), str(error.what), error.remedy)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        return said(request, 422, "; ".join(_fault(one) for one in error.errors()[:5]), None)

    @app.exception_handler(HTTPException)
    def known(request: Request, error: HTTPException) -> Response:
        what = "There is no such page." if error.status_code == 404 else f"{error.detail}."
        answer = said(request, error.status_code, what, None)
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    def unknown(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        api = request.url.path.startswith("/api/")
        answer = _answer(api, 500, "Something went wrong on our side.", "The server's own output says more.")
        answer.headers.update(HEADERS)  # this answer is given outside the guard
        return answer


def _fault(error: dict[str, Any]) -> str:
    place = ".".join(str(part) for part in error.get("loc", ())[1:])
    return f"{place}: {error.get('msg', 'wrong')}" if place else str(error.get("msg", "wrong"))
