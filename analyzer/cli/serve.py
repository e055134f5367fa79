"""The verb that opens the pages in the browser."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated
from urllib.parse import quote

import typer

from analyzer.cli.options import StorePath
from analyzer.errors import MissingExtra
from analyzer.settings import default_store


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; only this machine, by default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="ANALYZER_TOKEN",
            help="Token that visitors need; made up and printed where HOST is not this machine.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(help="Host name that visitors use, behind a proxy or in a network; with --token; repeatable."),
    ] = None,
    upload: Annotated[int, typer.Option(min=1, max=512, help="MiB that an uploaded report may have.")] = 64,
    rate: Annotated[
        float | None,
        typer.Option(min=0, help="Requests a second from one address; 0 is no limit. 50 with a token, else no limit."),
    ] = None,
    create: Annotated[bool, typer.Option("--create", help="Make an empty store where there is none.")] = False,
    store: StorePath = None,
) -> None:
    """Serve the pages, and answers in JSON, for a browser.

    The JSON stands under /api/v1, described at /api/v1/openapi.json.

    Listens on this machine alone unless told otherwise, and then answers only to this machine's own names. On any other
    address a token is needed: it is printed with the address, kept by the browser as a cookie, and sent by programs as
    `Authorization: Bearer TOKEN`. There is no encryption: put a proxy with TLS before it in a network that others use.

    Visitors can read everything in the store, record rulings and add reports. Nothing is changed by opening a page;
    forms of other sites are refused. Uploads are limited in size and kind, read one at a time in a process of their
    own; requests, wrong tokens and what takes long are limited for each address. No network is needed.
    """
    try:
        import uvicorn
    except ImportError as error:
        raise MissingExtra("the server needs Uvicorn.", remedy="pip install 'analyzer[web]'") from error
    from dataclasses import replace

    from analyzer.web.app import create_app
    from analyzer.web.bounds import ALONE, OPEN
    from analyzer.web.door import LOOPBACK

    if host not in LOOPBACK and token is None:
        token = secrets.token_urlsafe(24)
    bounds = replace(ALONE if token is None else OPEN, upload=upload * 2**20)
    if rate is not None:
        bounds = replace(bounds, requests=rate)
    names = list(name or ())
    app = create_app(store or default_store(), token=token, names=names, bounds=bounds, create=create)
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"http://{shown}:{port}/{'?token=' + quote(token, safe='') if token else ''}\n")
    uvicorn.run(
        app, host=host, port=port, log_level="warning", access_log=False, server_header=False, limit_concurrency=500
    )
