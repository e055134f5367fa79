"""What stands before every page: names, token, origin, sizes, rates; and the headers that browsers keep to."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers

from analyzer.web.bounds import Bounds
from analyzer.web.door import COOKIE, Door, asked_token, own_page, tokens
from analyzer.web.rates import Rate
from analyzer.web.refusing import HEADERS, Refusal, refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = ("GET", "HEAD")
_ALLOWED = (*_SAFE, "POST")
_ENTRY, _STATIC = "/enter", "/static/"  # for visitors without the token, too
_COSTLY = ("/note/", "/findings/", "/check")
_YEAR = 365 * 24 * 3600


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, *, door: Door, bounds: Bounds) -> None:
        self._app, self._door, self._bounds = app, door, bounds
        self._requests = Rate(bounds.requests, bounds.burst)
        self._costly = Rate(bounds.costly, bounds.costly_burst)
        self._guesses = Rate(bounds.guesses, bounds.guesses_burst)
        self._uploads = 0  # under way

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it with a refusal."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)  # of two alike the first counts, as it does in pages
        query = scope.get("query_string", b"").decode("latin-1")
        clean = _with_headers(send, bare=scope["method"] == "HEAD")
        refused = self._refused(scope, headers, query)
        if refused is not None:
            answer = refusal(refused, api=scope["path"].startswith("/api/"))
            if refused is Refusal.TOKEN and "cookie" in headers:
                answer.delete_cookie(COOKIE)  # an old one would count as a wrong guess again and again
            await answer(scope, receive, clean)
        elif self._door.token is not None and asked_token(query) and self._door.opens(headers, query):
            await self._welcome(scope, query)(scope, receive, clean)
        else:
            uploads = scope["path"] == "/add" and scope["method"] == "POST"
            limit = self._bounds.upload if uploads else self._bounds.body
            if scope["method"] == "HEAD":
                scope = {**scope, "method": "GET"}
            self._uploads += uploads
            try:
                await self._app(scope, _bounded(receive, limit, self._bounds.patience), clean)
            finally:
                self._uploads -= uploads

    def _refused(self, scope: Scope, headers: Mapping[str, str], query: str) -> Refusal | None:
        method, path = scope["method"], scope["path"]
        visitor = scope["client"][0] if scope.get("client") else "?"
        if not self._door.answers_to(headers.get("host", "")):
            return Refusal.HOST
        if method not in _ALLOWED:
            return Refusal.METHOD
        if not self._requests.allows(visitor):
            return Refusal.RATE
        if self._guesses.exhausted(visitor):
            return Refusal.GUESSES
        if not path.startswith(_STATIC) and not self._door.opens(headers, query):
            if tokens(headers, query):
                self._guesses.allows(visitor)
            if path != _ENTRY:
                return Refusal.TOKEN
        if method not in _SAFE and not own_page(headers):
            return Refusal.ORIGIN
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return Refusal.LENGTH
        if int(length) > (self._bounds.upload if path == "/add" else self._bounds.body):
            return Refusal.SIZE
        if (method not in _SAFE or path.startswith(_COSTLY)) and not self._costly.allows(visitor):
            return Refusal.RATE
        if path == "/add" and method == "POST" and self._uploads >= self._bounds.waiting:
            return Refusal.UPLOADS
        if path == _ENTRY and method == "POST" and not self._guesses.allows(visitor):
            return Refusal.GUESSES
        return None

    def _welcome(self, scope: Scope, query: str) -> ASGIApp:
        """Lead who carries the token on to the same page without it in the address, and keep it as a cookie."""
        from starlette.responses import RedirectResponse

        left = urlencode([(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if k != "token"])
        # One slash: "//elsewhere" would lead to another server.
        target = "/" + scope["path"].lstrip("/\\") + (f"?{left}" if left else "")
        answer = RedirectResponse(target, status_code=303)
        keep_token(answer, self._door.token or "", secure=scope.get("scheme") == "https")
        return answer


def keep_token(answer: object, token: str, *, secure: bool) -> None:
    """Put the token into a cookie that scripts cannot read and that other sites' forms do not send."""
    answer.set_cookie(COOKIE, token, max_age=_YEAR, httponly=True, samesite="lax", secure=secure)  # type: ignore[attr-defined]


def _with_headers(send: Send, *, bare: bool) -> Send:
    """The answer with our headers; without its body where only the head was asked for."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            held = {name for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *((k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in held),
            ]
        elif bare:
            message = {**message, "body": b""}
        await send(message)

    return sending


def _bounded(receive: Receive, limit: int, patience: float) -> Receive:
    """The request's body, cut off where it is longer than its head said it would be, or where it does not come."""
    taken, ended = 0, False

    async def receiving() -> Message:
        nonlocal taken, ended
        if ended:  # nothing more to wait for but the visitor's leaving
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), patience)
        except TimeoutError:
            return {"type": "http.disconnect"}
        taken += len(message.get("body", b""))
        ended = message["type"] != "http.request" or not message.get("more_body", False)
        return {"type": "http.disconnect"} if taken > limit else message

    return receiving
