"""What two editions state of the GPA, against a reading of every statement."""

from __future__ import annotations

import json

import pytest

from analyzer import assets
from analyzer.labelled import fingerprint
from analyzer.mentions.gpa_statements import gpa_statements, weightiest
from analyzer.vocab import economies

LABELS = assets.corpora() / "gold" / "gpa_standings.jsonl"
ROWS = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def test_the_labels_hold_no_text():
    assert {key for row in ROWS for key in row} == {"year", "economy", "status", "since", "sentence", "also"}
    assert all(len(row["sentence"]) == 12 for row in ROWS)


@pytest.mark.real
@pytest.mark.parametrize(("year", "stated"), [(2022, 58), (2025, 43)])
def test_every_standing_is_right_and_none_invented(year, stated, real_passages):
    said, texts = [], {}
    for passage in real_passages:
        if passage.year == year:
            members = economies.members(passage.chapter, year)
            for statement in gpa_statements(passage.text, chapter=passage.chapter, members=members):
                said.append(statement)
                texts[id(statement)] = passage.text[statement.start : statement.end].strip()
    found = {code: (s.status, fingerprint(texts[id(s)])) for code, s in weightiest(said).items()}
    expected = {row["economy"]: (row["status"], row["sentence"]) for row in ROWS if row["year"] == year}
    assert len(expected) == stated
    assert found == expected
