import json

import pytest
from typer.testing import CliRunner

from analyzer.cli.verbs import app


@pytest.fixture
def run(sample_file, monkeypatch):
    monkeypatch.setenv("ANALYZER_STORE", str(sample_file))
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])


def test_tag_writes_spans_or_a_page(run, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "Korea requires offsets."}) + "\n", encoding="utf-8")
    assert run("tag", source, tmp_path / "out.jsonl").exit_code == 0
    row = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [s["label"] for s in row["spans"]] == ["COUNTRY", "OFFSET"]
    assert set(row) == {"id", "text", "spans"}
    assert run("tag", source, tmp_path / "out.html").exit_code == 0
    assert "COUNTRY KOR" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_show_marks_a_passage_of_the_store(run, tmp_path):
    (row,) = json.loads(
        run("findings", "KOR", "--year", 2025, "--label", "OFFSET", "--status", "relisted", "--json").output
    )
    page = tmp_path / "passage.html"
    assert run("show", row["passage_id"], "-o", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "KOR 2025 p. 6 (PDF 8)" in text and "OFFSET" in text
    assert run("show", "nothing-of-the-kind").exit_code == 1
