"""The verb that lets an assistant ask."""

from __future__ import annotations

from analyzer.cli.options import StorePath
from analyzer.settings import default_store


def mcp(store: StorePath = None) -> None:
    """Answer an assistant over the Model Context Protocol.

    It speaks over standard input and output, and only reads the store.

    An assistant's program starts it; by hand it waits for a client. Needs: pip install 'analyzer[mcp]'
    """
    from analyzer.mcp.server import serve

    serve(store or default_store())
