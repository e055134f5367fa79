"""Files of labels made by reading."""

from __future__ import annotations

import pytest

from analyzer import labelled
from analyzer.errors import AnalyzerError
from analyzer.history import labels
from analyzer.mentions import scoring
from analyzer.records import Label

NEEDS = "a label needs a name."


def _name(row):
    return {"a": "A", "b": "B"}[row["name"]]


def test_labels_come_in_the_order_of_the_file_without_its_empty_lines(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text('{"name": "b"}\n\n{"name": "a"}\n', encoding="utf-8")
    assert labelled.read(path, _name, needs=NEEDS) == ("B", "A")


@pytest.mark.parametrize("line", ["{", "[]", '"name"', "{}", '{"name": 1}'])
def test_a_line_that_is_no_label_is_named_with_what_it_needs(tmp_path, line):
    path = tmp_path / "labels.jsonl"
    path.write_text(f'{{"name": "a"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(AnalyzerError) as caught:
        labelled.read(path, _name, needs=NEEDS, remedy="Give it one.")
    assert str(caught.value) == "labels.jsonl, line 3: a label needs a name. Give it one."


@pytest.mark.parametrize(
    "read",
    [labels.read, scoring.read_terms, lambda path: scoring.read_mentions(path, Label.OFFSET)],
    ids=["statuses", "terms", "mentions"],
)
def test_every_reader_names_the_line(tmp_path, read):
    path = tmp_path / "labels.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(AnalyzerError, match="line 1: a label needs"):
        read(path)


def test_a_sentence_is_named_by_its_letters_and_digits():
    assert labelled.fingerprint("It is 5 %, or so.") == labelled.fingerprint("it is  5 or so")
    assert labelled.fingerprint("It is 5.") != labelled.fingerprint("It is 6.")
    assert len(labelled.fingerprint("")) == 12
