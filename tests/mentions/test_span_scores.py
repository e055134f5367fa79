from __future__ import annotations

import pytest

from analyzer import assets
from analyzer.mentions.scoring import sentence_key
from analyzer.mentions.span_scores import ReadSentence, read_sentences, score_spans, texts_of
from analyzer.records import Label, Mention, Passage

GOLD = assets.corpora() / "gold"
FILES = {label: GOLD / f"mentions_{label.lower()}.jsonl" for label in ("OFFSET", "AGREEMENT", "COUNTRY")}
TEXT = "The navy of Fiji requires offsets."
OFFSETS = Mention(26, 33, Label.OFFSET, "offset", {"domain": "defence", "polarity": "required"})


def read(*spans, text=TEXT):
    return ReadSentence("s1", "A", 2030, "FJI", sentence_key(text), spans)


def test_what_agrees_in_everything_is_right():
    score = score_spans([read(OFFSETS)], {"s1": TEXT}, Label.OFFSET)
    assert (score.exact, score.overlap, score.sentence, score.norm) == (1.0, 1.0, 1.0, 1.0)
    assert (score.attrs, score.wrong, score.lost) == ({"domain": 1.0, "polarity": 1.0}, (), ())


def test_other_bounds_overlap_but_are_not_exact():
    label = Mention(17, 33, Label.OFFSET, "countertrade", {"polarity": "other"})
    score = score_spans([read(label)], {"s1": TEXT}, Label.OFFSET)
    assert (score.exact, score.overlap, score.norm, score.attrs) == (0.0, 1.0, 0.0, {"polarity": 0.0})
    assert score.wrong == ("s1",)


def test_a_mention_in_a_negative_counts_against():
    score = score_spans([read()], {"s1": TEXT}, Label.OFFSET)
    assert (score.overlap, score.sentence, score.wrong) == (0.0, 0.0, ("s1",))


def test_sentences_are_found_by_their_hash_alone():
    text = f"First one. {TEXT}"
    passage = Passage("p", "nte", 2030, "FJI", ("FJI",), "procurement", None, (), 0, text, ((0, 11), (11, len(text))))
    assert texts_of([read()], [passage]) == {"s1": TEXT}
    assert score_spans([read()], {}, Label.OFFSET).lost == ("s1",)


@pytest.mark.parametrize("label", FILES)
def test_the_labels_hold_no_text_and_enough_sentences(label):
    rows = read_sentences(FILES[label], Label(label))
    assert len(rows) >= 200 and len({row.id for row in rows}) == len(rows)
    assert all(len(row.sentence) == 12 for row in rows)
    assert sum(not row.spans for row in rows) >= 50
    assert '"text"' not in FILES[label].read_text(encoding="utf-8")


@pytest.mark.real
@pytest.mark.parametrize(
    ("label", "exact", "overlap", "attrs"),
    [
        ("OFFSET", 0.97, 0.98, {"domain": 0.96, "polarity": 0.96}),
        ("AGREEMENT", 0.97, 0.98, {"status": 0.96, "status_of": 0.90}),
        ("COUNTRY", 0.98, 0.98, {}),
    ],
)
def test_sentences_drawn_afresh_reach_the_goals(label, exact, overlap, attrs, real_passages):
    rows = read_sentences(FILES[label], Label(label))
    score = score_spans(rows, texts_of(rows, real_passages), Label(label))
    assert len(score.lost) <= 3
    assert score.exact >= exact
    assert min(score.overlap, score.sentence) >= overlap
    assert score.norm >= 0.98
    assert {name: share for name, share in score.attrs.items() if share < attrs[name]} == {}
