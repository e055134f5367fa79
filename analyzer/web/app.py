"""The application: pages for people, JSON for programs, over one store."""

from __future__ import annotations

import gc
import threading
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import __version__
from analyzer.errors import AnalyzerError, MissingExtra
from analyzer.store import Store
from analyzer.web.bounds import ALONE, OPEN, Bounds
from analyzer.web.desk import Desk
from analyzer.web.door import Door
from analyzer.web.jobs import Jobs
from analyzer.web.memo import Memo

if TYPE_CHECKING:
    from fastapi import FastAPI

_THREADS = 12  # pages made at a time: more would only wait for one another


def create_app(
    store_url: str | Path,
    *,
    token: str | None = None,
    names: Collection[str] = (),
    bounds: Bounds | None = None,
    create: bool = False,
) -> FastAPI:
    """An ASGI application over the store at this path or URL.

    Without a token it answers only requests that were sent to this machine's own names. With a token it asks for it
    once, as `?token=...`, on a form, or as `Authorization: Bearer ...`; `names` are the host names that it then answers
    to. `create` makes an empty store where there is none. Raises AnalyzerError where `Door` does, StoreMissing (and its
    kin) where there is no store, MissingExtra without the extra "web".
    """
    try:
        from fastapi import FastAPI
    except ImportError as error:
        raise MissingExtra("the pages need FastAPI.", remedy="pip install 'analyzer[web]'") from error
    from analyzer.web import api, pages
    from analyzer.web.guard import Guard
    from analyzer.web.refusing import explain_errors
    from analyzer.web.static import Static

    door = Door(token, names)
    limits = bounds or (ALONE if token is None else OPEN)
    store = Store.open(store_url, create=create)
    desk = Desk(
        store=store,
        memo=Memo(store),
        texts=Memo(store, editions=True),
        chapters=Memo(store, most=40),
        files=Memo(store, most=50),
        images=Memo(store, most=100, editions=True),
        jobs=Jobs(str(store_url), waiting=limits.waiting),
        door=door,
        bounds=limits,
    )
    app = FastAPI(
        title="analyzer",
        version=__version__,
        summary="Reports on trade barriers: findings with their status, history and page.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_life,
    )
    app.state.desk = desk
    app.mount("/static", Static(), name="static")
    app.include_router(api.router)
    app.include_router(pages.router)
    explain_errors(app)
    app.add_middleware(Guard, door=door, bounds=limits)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    """From the server's start, at which slow answers are worked out beforehand, to its end."""
    from anyio import to_thread

    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    desk: Desk = app.state.desk
    desk.ready.open()
    threading.Thread(target=_warm_up, args=(desk,), name="warm-up", daemon=True).start()
    try:
        yield
    finally:
        desk.jobs.close()
        desk.ready.close()
        desk.store.close()


def _warm_up(desk: Desk) -> None:
    with suppress(AnalyzerError):
        desk.warm_up()
    settle()


def settle() -> None:
    """Look for garbage seldom, and not in what is kept from the start: pages leave little, and chapters stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
