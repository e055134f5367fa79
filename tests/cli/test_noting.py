from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from analyzer.cli.verbs import app


@pytest.fixture
def run(sample_file):
    def call(*arguments):
        return CliRunner().invoke(app, [*map(str, arguments), "--store", str(sample_file)])

    return call


def test_a_note_says_in_json_where_it_was_written(run, tmp_path):
    path = tmp_path / "note.md"
    said = json.loads(run("brief", "Korea", "--year", 2025, "-o", path, "--json").stdout)
    assert (said["economy"], said["year"], said["file"]) == ("KOR", 2025, str(path))
    assert path.is_file()


def test_an_export_in_json_is_one_list(run):
    rows = json.loads(run("export", "listings", "--economy", "KOR", "--json").stdout)
    lines = run("export", "listings", "--economy", "KOR").stdout.splitlines()
    assert rows == [json.loads(line) for line in lines]
    assert rows
