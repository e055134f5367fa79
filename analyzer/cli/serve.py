"""The verb that opens the page in the browser."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated

import typer

from analyzer.cli.options import StorePath
from analyzer.errors import MissingExtra
from analyzer.settings import default_store

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; only this machine, by default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8765,
    token: Annotated[str | None, typer.Option(envvar="ANALYZER_TOKEN", help="Token that visitors need.")] = None,
    store: StorePath = None,
) -> None:
    """Serve the pages and the JSON interface for a browser on this machine.

    On any other address a token is asked for; one is made up where none is given.
    """
    try:
        import uvicorn
    except ImportError as error:
        raise MissingExtra("the server needs Uvicorn.", remedy="pip install 'analyzer[web]'") from error
    from analyzer.web.app import create_app

    if host not in LOOPBACK and token is None:
        token = secrets.token_urlsafe(24)
    app = create_app(store or default_store(), token=token)
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"http://{shown}:{port}/{'?token=' + token if token else ''}\n")
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
