from __future__ import annotations

import json

import pytest

from analyzer.errors import BrokenFile
from analyzer.mentions import mentions_of, tag, tag_lines


def test_lines_keep_their_other_fields(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        '{"id": "a", "chapter": "Ghana", "year": 2001, "text": "It is a party to the GPA.", "x": 1}\n\n{"text": ""}'
    )
    assert tag_lines(source, target) == 2
    row, empty = map(json.loads, target.read_text().splitlines())
    assert empty == {"text": "", "spans": []}
    assert (row["id"], row["x"]) == ("a", 1)
    assert row["spans"] == [
        {"start": 21, "end": 24, "label": "AGREEMENT", "norm": "GPA", "attrs": {"status": "party", "status_of": "GHA"}}
    ]


def test_a_lines_year_tells_which_names_are_in_use(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "the EC ruled", "year": 1998}\n{"text": "the EC ruled", "year": 2020}\n')
    tag_lines(source, target)
    assert [len(json.loads(line)["spans"]) for line in target.read_text().splitlines()] == [1, 0]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": 5}', '{"text": "caf\udce9"}'])  # \xe9: not UTF-8
def test_a_line_that_is_no_text_says_which(tmp_path, line):
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": ""}\n' + line + "\n", encoding="utf-8", errors="surrogateescape")
    (tmp_path / "out.jsonl").write_text("what stood there")
    with pytest.raises(BrokenFile, match="line 2"):
        tag_lines(source, tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == "what stood there"


def test_texts_come_back_in_order():
    tagged = list(tag(["Korea", "", "Peru and Chile"], chapters=["KOR", None, None], years=[1999, None, 2001]))
    assert [[m.norm for m in found] for found in tagged] == [["KOR"], [], ["PER", "CHL"]]
    assert [[m.norm for m in found] for found in tag(["Korea", "a fee of $5"])] == [["KOR"], []]


@pytest.mark.parametrize("beside", [{"chapters": ["KOR"]}, {"years": [2001]}, {"years": [1999, 2000, 2001]}])
def test_no_text_is_lost_for_lack_of_a_chapter_or_year(beside):
    with pytest.raises(ValueError, match="argument"):
        list(tag(["Peru", "Chile"], **beside))


def test_amounts_only_when_asked():
    assert mentions_of("a fee of $5 million") == ()
    assert [m.norm for m in mentions_of("a fee of $5 million", all_labels=True)] == ["5000000 USD"]


def test_a_text_without_end_is_read_in_stretches_with_places_of_the_whole():
    sentence = "Korea is a Party to the GPA, but its navy requires offsets of 100 percent. "
    found = mentions_of(sentence * 200)
    assert [m for m in found if m.end <= len(sentence)] == list(mentions_of(sentence))
    for mention in found[-2:]:
        assert (sentence * 200)[mention.start : mention.end] in {"Korea", "GPA", "offsets"}
    assert len(found) == 200 * len(mentions_of(sentence))


@pytest.mark.parametrize("run", ["A", "offsets and "])
def test_a_run_of_letters_or_mentions_is_read_in_time(run):  # each took minutes
    assert mentions_of("The trade agreement and the GPA of Korea " + run * (20_000 // len(run)) + " end.")
