"""A client of the official SDK, joined to the server in this process or over stdio to one of its own."""

from __future__ import annotations

import json
import sys
from contextlib import asynccontextmanager

import pytest

anyio = pytest.importorskip("anyio")
pytest.importorskip("mcp")

from mcp import ClientSession, StdioServerParameters  # noqa: E402
from mcp.client.stdio import stdio_client  # noqa: E402
from mcp.shared.memory import create_connected_server_and_client_session  # noqa: E402

from analyzer.mcp.server import create_server  # noqa: E402


@asynccontextmanager
async def over_stdio(store):
    """A session with `analyzer mcp` in a process of its own."""
    started = StdioServerParameters(command=sys.executable, args=["-m", "analyzer", "mcp", "--store", str(store)])
    async with stdio_client(started) as (read, write), ClientSession(read, write) as session:
        yield session


@pytest.fixture
def talk():
    """Runs a conversation over stdio: talk(store file, coroutine function of a session)."""

    def run(store, conversation):
        async def whole():
            async with over_stdio(store) as session:
                greeting = await session.initialize()
                return await conversation(session, greeting)

        return anyio.run(whole)

    return run


@pytest.fixture
def ask(sample_store):
    """Asks one tool of a server over the sample: ask("findings", economy="KOR") -> (error?, answer or message)."""

    def call(tool, **arguments):
        async def whole():
            async with create_connected_server_and_client_session(create_server(sample_store)) as session:
                return await session.call_tool(tool, arguments)

        result = anyio.run(whole)
        return result.content[0].text if result.isError else json.loads(result.content[0].text)

    return call
