"""The labels made by reading, where they are at hand: goals that must not be lost again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.mentions import tag_lines

SHARED = Path(__file__).parents[3] / "shared"
needs_gold = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared with the gold labels is not here")


def scores(kind, label, tmp_path):
    gold, out = SHARED / "gold" / f"{kind}_dev.jsonl", tmp_path / "out.jsonl"
    tag_lines(gold, out)
    command = [
        sys.executable,
        str(SHARED / "tools" / "score_mentions.py"),
        str(gold),
        str(out),
        "--label",
        label,
        "--json",
    ]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.real
@needs_gold
@pytest.mark.parametrize(
    ("kind", "label", "exact", "overlap", "attrs"),
    [
        ("offsets", "OFFSET", 0.93, 0.97, {"domain": 0.92, "polarity": 0.93}),
        ("agreements", "AGREEMENT", 0.93, 0.97, {"status": 0.95, "status_of": 0.95}),
        ("countries", "COUNTRY", 0.98, 0.98, {}),
    ],
)
def test_the_goals_are_met(kind, label, exact, overlap, attrs, tmp_path):
    found = scores(kind, label, tmp_path)
    assert found["exact"]["f1"] >= exact
    assert found["overlap"]["f1"] >= overlap
    assert found["norm"] >= 0.97
    for name, least in attrs.items():
        assert found["attrs"][name] >= least
