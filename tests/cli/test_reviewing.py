from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from analyzer.cli.verbs import app


@pytest.fixture
def run(sample_file, tmp_path, monkeypatch):
    shutil.copy(sample_file, tmp_path / "own.sqlite")
    monkeypatch.setenv("ANALYZER_STORE", str(tmp_path / "own.sqlite"))

    def call(*arguments, typed=None):
        return CliRunner().invoke(app, [str(a) for a in arguments], input=typed)

    return call


def test_the_least_certain_findings_come_first(run):
    rows = json.loads(run("review", "--json", "--limit", 10).output)
    distances = [abs(row["p_new"] - 0.5) for row in rows]
    assert len(rows) == 10
    assert distances == sorted(distances)
    assert not any(row["boilerplate"] or row["status"] == "dropped" for row in rows)


def test_a_decision_typed_is_recorded_and_not_asked_again(run):
    first, *_ = json.loads(run("review", "--json", "--limit", 2).output)
    shown = run("review", "--limit", 2, "--by", "Kim", typed="n\nread both\nq\n")
    assert "1 of 2" in shown.output
    assert "recorded: new" in shown.output
    written = [json.loads(line) for line in run("rulings").output.splitlines()]
    assert [(r["about"], r["decision"], r["by"], r["why"]) for r in written] == [
        (first["passage_id"], "new", "Kim", "read both")
    ]
    assert json.loads(run("review", "--json", "--limit", 1).output)[0]["passage_id"] != first["passage_id"]


def test_findings_say_who_decided(run):
    first = json.loads(run("review", "--json", "--limit", 1).output)[0]
    asked = ("findings", first["economy"], "--year", first["year"], "--status", "New,relisted,changed,continued")
    assert "ruled by" not in run(*asked).output
    run("rule", first["passage_id"], "new", "--by", "Kim", "--economy", first["economy"])
    assert "ruled by Kim" in run(*asked).output


def test_leaving_a_finding_open_records_nothing(run):
    assert run("review", "--limit", 1, typed="\n").exit_code == 0
    assert run("rulings").output == ""


def test_rulings_travel_as_lines(run, tmp_path):
    row = json.loads(run("review", "--json", "--limit", 1).output)[0]
    run("rule", row["passage_id"], "continued", "--by", "Kim", "--economy", row["economy"], "--why", "a\u2028b\x85c")
    kept = tmp_path / "rulings.jsonl"
    assert run("rulings", "-o", kept).exit_code == 0
    assert "0 ruling(s) taken in" in run("rulings", kept).output  # they are recorded already
    assert json.loads(run("rulings", kept, "--json").output) == {"taken": 0, "known": 1, "file": str(kept)}
    assert run("rulings").output == kept.read_text()


def test_an_economy_is_named_as_everywhere_and_the_user_may_have_no_name(run, monkeypatch):
    def nameless():
        raise KeyError("getpwuid(): uid not found: 4321")

    monkeypatch.setattr("getpass.getuser", nameless)
    row = next(row for row in json.loads(run("findings", "Korea", "--json").output) if row["status"] == "relisted")
    assert run("rule", row["passage_id"], "new", "--economy", "Republic of Korea").exit_code == 0
    (ruling,) = map(json.loads, run("rulings").output.splitlines())
    assert (ruling["economy"], ruling["by"]) == ("KOR", "a reader")
    assert "no economy" in str(run("rule", row["passage_id"], "new", "--economy", "Koreaa").exception)


def test_a_line_that_is_no_ruling_is_named(run, tmp_path):
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"about": "x"}\n')
    result = run("rulings", wrong)
    assert result.exit_code == 1
    assert "line 1" in str(result.exception)


def test_a_ruling_is_withdrawn_once(run):
    row = json.loads(run("review", "--json", "--limit", 1).output)[0]
    about = (row["passage_id"], "withdrawn", "--economy", row["economy"])
    assert "no ruling on" in str(run("rule", *about).exception)
    run("rule", row["passage_id"], "new", "--by", "Kim", "--economy", row["economy"])
    assert run("rule", *about, "--by", "Lee").exit_code == 0
    assert [json.loads(line)["decision"] for line in run("rulings").output.splitlines()] == ["new", "withdrawn"]
    assert json.loads(run("review", "--json", "--limit", 1).output) == [row]
    assert "no ruling on" in str(run("rule", *about).exception)
