from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("run")


@pytest.mark.slow
def test_every_row_of_the_table_is_measured(benchmarks, sample_paths, tmp_path):
    setting = benchmarks.Setting(sample_paths[-1], tuple(sample_paths[:-1]), 2025, 1, tmp_path, False, times=(2,))
    rows = {row.work: row for row in benchmarks.measure(setting)}
    assert all(row.value > 0 for row in rows.values())
    for work in (
        "analyzer --help",
        "import analyzer",
        "report: file to passages, one core",
        "report: pdfplumber, text alone",
        "4 editions: files to findings",
        "4 editions: most memory, all processes",
        "report to all findings, 3 editions held",
        "findings: p95 in process",
        "history: whole command",
        "search: whole command",
        "one edition added where 2 are held",
        "the same (2 held): most memory",
    ):
        assert work in rows
    assert rows["4 editions: most memory, all processes"].value > 50  # Python alone holds that much


def test_made_up_editions_are_the_same_each_time_and_change_by_the_year(benchmarks, tmp_path):
    made_up = importlib.import_module("made_up")
    (tmp_path / "again").mkdir()
    first, again = (made_up.editions(folder, 3, passages=20) for folder in (tmp_path, tmp_path / "again"))
    texts = [[json.loads(line)["text"] for line in path.open()] for path in first]
    assert texts == [[json.loads(line)["text"] for line in path.open()] for path in again]
    assert len(texts[0]) == 20 * len(made_up.COUNTRIES)
    kept = sum(a == b for a, b in zip(texts[0], texts[1], strict=True)) / len(texts[0])
    assert 0.5 < kept < 0.8


def test_the_command_prints_one_line_a_figure():
    run = subprocess.run(
        [sys.executable, FOLDER / "run.py", "--only", "starting", "--repeat", "1", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [json.loads(line)["work"] for line in run.stdout.splitlines()] == ["analyzer --help", "import analyzer"]
