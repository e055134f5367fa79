"""The README's first two commands are what a new user and CI run."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = re.findall(
    r"^```[a-z]*\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)


def test_the_first_block_installs_and_runs_the_demo_in_one_line():
    assert BLOCKS[0] == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/analyzer demo\n"


def test_the_second_block_installs_and_tests_in_one_line():
    install = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]'"
    assert BLOCKS[1] == f"{install} && .venv/bin/python -m pytest -n auto\n"


def test_ci_runs_the_second_block_as_it_stands():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "block == 2' README.md" in script
    assert 'eval "${command//.venv/$venv}"' in script
