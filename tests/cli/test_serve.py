"""`analyzer serve`: where it listens, and what it asks of visitors."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from analyzer.cli.verbs import app

uvicorn = pytest.importorskip("uvicorn", reason="needs the web extra")


@pytest.fixture
def served(monkeypatch, sample_file):
    """Runs the verb and gives what would have been served, with what was printed."""
    found = {}
    monkeypatch.setattr(uvicorn, "run", lambda made, **options: found.update(options, app=made))

    def run(*arguments: str):
        result = CliRunner().invoke(app, ["serve", "--store", str(sample_file), *arguments])
        assert result.exit_code == 0, result.output
        return {**found, "said": result.stderr, "desk": found["app"].state.desk}

    return run


def test_it_listens_on_this_machine_alone(served):
    found = served()
    assert (found["host"], found["port"]) == ("127.0.0.1", 8765)
    assert found["desk"].door.token is None
    assert found["said"] == "http://127.0.0.1:8765/\n"


def test_elsewhere_a_token_is_made_up_and_printed(served):
    found = served("--host", "0.0.0.0", "--port", "9000")
    token = re.fullmatch(r"http://0\.0\.0\.0:9000/\?token=([\w-]{32})\n", found["said"])[1]
    assert found["desk"].door.fits(token)
    assert found["desk"].bounds.requests == 50


def test_the_address_printed_leads_in_whatever_the_token_holds(served):
    found = served("--token", "50% a+b&c")
    query = found["said"].strip().partition("?")[2]
    assert found["desk"].door.opens({}, query)


def test_limits_and_names_are_taken(served):
    found = served("--token", "s3cret", "--name", "reports.example", "--upload", "5", "--rate", "7")
    desk = found["desk"]
    assert desk.door.answers_to("reports.example:8765")
    assert not desk.door.answers_to("192.0.2.1")
    assert (desk.bounds.upload, desk.bounds.requests) == (5 * 2**20, 7)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--host", "0.0.0.0", "--token", ""), "Is the variable set that it comes from?"),
        (("--name", "reports.example"), "under other names (reports.example)"),
        (("--port", "0"), "Invalid value for '--port'"),
    ],
)
def test_what_would_open_the_server_or_lead_nowhere_is_refused(monkeypatch, sample_file, arguments, said):
    monkeypatch.setattr(uvicorn, "run", lambda *_, **__: pytest.fail("was served"))
    result = CliRunner().invoke(app, ["serve", "--store", str(sample_file), *arguments])
    assert result.exit_code != 0
    assert said in f"{result.stderr}{result.exception}"


def test_a_variable_that_is_set_to_nothing_gives_no_token(served, monkeypatch):
    monkeypatch.setenv("ANALYZER_TOKEN", "")
    assert served()["desk"].door.token is None
    assert len(served("--host", "0.0.0.0")["desk"].door.token) == 32


def test_its_help_tells_what_visitors_can_do():
    said = " ".join(re.sub(r"[│╭╮╰╯─]", " ", CliRunner().invoke(app, ["serve", "--help"]).output).split())
    for words in ("Listens on this machine alone", "a token is needed", "no encryption", "No network is needed"):
        assert words in said
