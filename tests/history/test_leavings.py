"""What is told as dropped, measured on labels made by reading."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from analyzer import assets
from analyzer.errors import AnalyzerError
from analyzer.history import leavings
from analyzer.records import Status, Verdict

GOLD = assets.corpora() / "gold" / "dropped.jsonl"


def _dropped(passage, follows=None):
    return Verdict(passage, "KOR", 2025, Status.DROPPED, 0.0, "L", 2022, (), None, 2022, follows=follows)


def _row(passage, label, stands_for=1.0, **more):
    row = {"passage": passage, "economy": "KOR", "next": 2025, "label": label, "sure": True, "drawn": "all"}
    return json.dumps({**row, "stands_for": stands_for, **more})


def test_the_shipped_labels_can_be_read_and_hold_each_kind():
    labels = leavings.read(GOLD)
    assert len({(one.passage, one.next) for one in labels}) == len(labels) == 360
    assert set(Counter(one.label for one in labels)) == set(leavings.LABELS)


def test_shares_are_weighed_and_points_left_out_are_not_told_as_gone(tmp_path):
    path = tmp_path / "dropped.jsonl"
    rows = [_row("a", "gone", 3.0), _row("b", "gone"), _row("c", "stands"), _row("d", "gone", 2.0), _row("e", "none")]
    path.write_text("\n".join(rows))
    (found,) = leavings.score(leavings.read(path), [_dropped("a"), _dropped("b", follows="x"), _dropped("c")])
    assert (found.passages, found.gone, found.told, found.right) == (5, 3, 2, 1)
    assert (found.precision, found.recall, found.f1) == (0.75, 0.5, 0.6)


def test_nothing_told_has_no_precision(tmp_path):
    path = tmp_path / "dropped.jsonl"
    path.write_text(_row("a", "gone"))
    (found,) = leavings.score(leavings.read(path), [])
    assert (found.precision, found.recall) == (None, 0.0)


@pytest.mark.parametrize("line", ["{", "[]", '{"passage": "a"}', _row("a", "perhaps")])
def test_a_line_that_is_no_label_is_named(tmp_path, line):
    path = tmp_path / "dropped.jsonl"
    path.write_text(_row("a", "gone") + "\n" + line)
    with pytest.raises(AnalyzerError, match="line 2"):
        leavings.read(path)
