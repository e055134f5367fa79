"""`analyzer mcp` as an assistant's program starts it: a process of its own, over stdio, with the SDK's own client."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys

import pytest

from analyzer.errors import StoreUnwritable
from analyzer.mcp.server import TOOLS
from analyzer.store import Store


def test_it_greets_lists_its_tools_and_answers(talk, sample_file):
    async def conversation(session, greeting):
        listed = await session.list_tools()
        answer = await session.call_tool("findings", {"economy": "KOR", "status": ["relisted"]})
        wrong = await session.call_tool("findings", {"economy": "Koreaa"})
        again = await session.call_tool("search", {"query": "offset", "limit": 1})
        return greeting, listed.tools, answer, wrong, again

    greeting, tools, answer, wrong, again = talk(sample_file, conversation)
    assert greeting.serverInfo.name == "analyzer" and "cite_as" in greeting.instructions
    assert tuple(tool.name for tool in tools) == TOOLS
    assert all(tool.annotations.readOnlyHint and tool.description for tool in tools)
    (finding,) = json.loads(answer.content[0].text)["findings"]
    assert finding["citation"]["cite_as"] == "ITE 2025, p. 6 (PDF p. 8)"
    assert answer.structuredContent["findings"] == [finding]
    assert wrong.isError and "no economy known here" in wrong.content[0].text
    assert not again.isError


def test_every_argument_says_what_it_is(talk, sample_file):
    async def conversation(session, greeting):
        return (await session.list_tools()).tools

    for tool in talk(sample_file, conversation):
        for name, schema in tool.inputSchema["properties"].items():
            told = [schema, *schema.get("anyOf", ())]
            assert any("description" in part or "enum" in json.dumps(part) for part in told), (tool.name, name)


def test_the_store_stays_byte_for_byte(talk, own_store):
    path = own_store.database.path
    own_store.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    async def conversation(session, greeting):
        for tool, arguments in (
            ("reports", {}),
            ("findings", {}),
            ("agreements", {}),
            ("check", {"text": "Offsets are listed for the first time in Korea in 2025."}),
        ):
            assert not (await session.call_tool(tool, arguments)).isError

    talk(path, conversation)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_the_database_itself_refuses_a_change(sample_file):
    with Store.open(sample_file, read_only=True) as store, pytest.raises(StoreUnwritable), store.writing():
        pass


def test_an_older_store_is_left_as_it_is_and_said_to_be_old(own_store):
    path = own_store.database.path
    own_store.close()
    with sqlite3.connect(path) as held:
        held.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
    with pytest.raises(StoreUnwritable, match="analyzer reports"):
        Store.open(path, read_only=True)
    with sqlite3.connect(path) as held:
        assert held.execute("SELECT value FROM meta WHERE key = 'version'").fetchone() == ("0",)


def test_without_a_store_it_says_so_and_ends(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "analyzer", "mcp", "--store", str(tmp_path / "none.sqlite")],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == 1 and result.stdout == ""
    assert "there is no store here" in result.stderr and not (tmp_path / "none.sqlite").exists()
