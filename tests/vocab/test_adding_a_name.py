"""To teach the program a name is to add one line to one file: tried on a copy of the package, in a fresh process."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import analyzer

PACKAGE = Path(analyzer.__file__).parent
CASES = [
    (
        "economies.csv",
        "FJI,Sandwichia,name,,,a test,2026-11-24",
        "mentions_of('the rules of Sandwichia')",
        [("COUNTRY", "FJI")],
    ),
    (
        "economies.csv",
        "FJI,Fijiesque,demonym,,,a test,2026-11-24",
        "mentions_of('a Fijiesque rule')",
        [("COUNTRY", "FJI")],
    ),
    (
        "offsets.csv",
        "FJI,Give Back Plan,offset,,,,a test,2026-11-24",
        "mentions_of('bidders join the Give Back Plan')",
        [("OFFSET", "offset")],
    ),
    (
        "agreements.csv",
        "PACTA,FTA_GP,Pacific Trade Agreement,2030-01-01,,a test,2026-11-24",
        "mentions_of('PACTA opens procurement')",
        [("AGREEMENT", "FTA_GP")],
    ),
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copied")
    shutil.copytree(PACKAGE, folder / "analyzer", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.parametrize(("file", "line", "call", "expected"), CASES, ids=[case[1].split(",")[1] for case in CASES])
def test_a_line_in_one_file_is_enough(copied, file, line, call, expected):
    code = f"from analyzer.mentions import mentions_of\nprint([(str(m.label), m.norm) for m in {call}])"

    def found():
        command = [sys.executable, "-c", code]
        return subprocess.run(command, cwd=copied, capture_output=True, text=True, check=True).stdout.strip()

    path = copied / "analyzer" / "vocab" / file
    before = path.read_text(encoding="utf-8")
    assert found() != repr(expected)
    path.write_text(before.rstrip("\n") + "\n" + line + "\n", encoding="utf-8")
    try:
        assert found() == repr(expected)
    finally:
        path.write_text(before, encoding="utf-8")


def test_a_standing_added_to_the_list_stands_beside_the_report(copied):
    path = copied / "analyzer" / "vocab" / "gpa.csv"
    path.write_text(path.read_text(encoding="utf-8") + "FJI,observer,2024-02,,,a test,2026-11-24\n", encoding="utf-8")
    code = (
        "from analyzer.queries import Standing, beside\n"
        "row = beside(Standing('FJI', 2025, 'neither'))\n"
        "print(row['reference'], row['reference_since'], row['check'])"
    )
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, cwd=copied, capture_output=True, text=True, check=True).stdout
    assert out.split() == ["observer", "2024-02", "differs"]
