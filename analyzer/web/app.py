"""The application: pages for people, JSON for programs, over one store."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import __version__
from analyzer.errors import AnalyzerError, MissingExtra, NothingHeld, StoreError, UnknownChoice
from analyzer.store import Store

if TYPE_CHECKING:
    from fastapi import FastAPI, Request, Response

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})
MOST_BYTES = 2_000_000  # of a request's body
_COOKIE = "analyzer_token"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def create_app(store_url: str | Path, *, token: str | None = None) -> FastAPI:
    """An ASGI application over the store at this path or URL.

    Without a token it answers only requests that were sent to this machine's own names, so that no page elsewhere can
    reach it under a name of its own. With a token it asks for it once, as `?token=...` or `Authorization: Bearer ...`.
    Raises StoreMissing (and its kin) where there is no store, MissingExtra without the extra "web".
    """
    try:
        from fastapi import FastAPI
        from fastapi.staticfiles import StaticFiles
    except ImportError as error:
        raise MissingExtra("the pages need FastAPI.", remedy="pip install 'analyzer[web]'") from error
    from analyzer.web import api, pages

    app = FastAPI(
        title="analyzer", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.store = Store.open(store_url)
    app.mount("/static", StaticFiles(directory=Path(__file__).with_name("static")), name="static")
    app.include_router(api.router)
    app.include_router(pages.router)
    _guard(app, token)
    _explain(app)
    return app


def _guard(app: FastAPI, token: str | None) -> None:
    from fastapi.responses import PlainTextResponse, RedirectResponse

    @app.middleware("http")
    async def guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        refused = _refused(request, token)
        if refused is not None:
            answer: Response = PlainTextResponse(refused[1], status_code=refused[0])
        elif token is not None and "token" in request.query_params:
            answer = RedirectResponse(request.url.path, status_code=303)
            answer.set_cookie(_COOKIE, token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
        else:
            answer = await call_next(request)
        for name, value in _HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer


def _refused(request: Request, token: str | None) -> tuple[int, str] | None:
    host = request.headers.get("host", "")
    name = host if host.endswith("]") else host.rsplit(":", 1)[0]
    if token is None:
        if name not in LOCAL:
            return 421, "This server answers only to this machine. Start it with a token to open it to others."
    else:
        given = request.query_params.get("token") or request.cookies.get(_COOKIE, "")
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not any(hmac.compare_digest(x.encode(), token.encode()) for x in (given, bearer)):
            return 401, "A token is needed: open the address that the server printed at its start."
    if request.method == "POST":
        length = request.headers.get("content-length", "")
        if not length.isdigit():
            return 411, "The length of the request is missing."
        if int(length) > MOST_BYTES:
            return 413, "The text is too long: two million bytes at most."
        site = request.headers.get("sec-fetch-site", "same-origin")
        if site not in ("same-origin", "none"):
            return 403, "This request comes from another site."
    return None


def _explain(app: FastAPI) -> None:
    from fastapi.responses import JSONResponse

    from analyzer.web.views import show

    @app.exception_handler(AnalyzerError)
    def explain(request: Request, error: AnalyzerError) -> Response:
        status = (
            404 if isinstance(error, NothingHeld | UnknownChoice) else 503 if isinstance(error, StoreError) else 409
        )
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": error.what, "remedy": error.remedy}, status_code=status)
        return show(request, "error.html", {"error": error}, status=status)
