from __future__ import annotations

import pytest

from analyzer import assets
from analyzer.mentions.offset_terms import Term
from analyzer.mentions.scoring import LabelledSentence, read_labels, score_terms, sentence_key
from analyzer.records import Passage

LABELS = assets.corpora() / "gold" / "offset_terms.jsonl"


def passage(text, cut):
    return Passage("p", "nte", 2030, "FJI", ("FJI",), "procurement", None, (), 0, text, ((0, cut), (cut, len(text))))


FIRST = "The army asks for offsets. "
TEXT = FIRST + "This obligation is 35 percent of contracts above $5 million."


def labelled(*terms):
    return [LabelledSentence("t1", 2030, "FJI", sentence_key(TEXT[len(FIRST) :]), terms)]


def test_a_term_is_right_with_its_place_and_its_norm():
    score = score_terms(
        labelled(Term(19, 29, "percentage", "35 %"), Term(49, 59, "threshold", "5000000 USD")),
        [passage(TEXT, len(FIRST))],
    )
    assert (score.precision, score.recall, score.sentences, score.wrong) == (1.0, 1.0, 1, ())


def test_a_wrong_norm_is_both_missed_and_extra():
    score = score_terms(labelled(Term(19, 29, "percentage", "30 %")), [passage(TEXT, len(FIRST))])
    assert (score.precision, score.recall) == (0.0, 0.0)
    assert [(kind, term.kind) for _, kind, term in score.wrong] == [
        ("missed", "percentage"),
        ("extra", "percentage"),
        ("extra", "threshold"),
    ]


def test_a_sentence_that_is_not_held_is_lost():
    assert score_terms(labelled(), [passage(FIRST, len(FIRST))]).lost == ("t1",)


def test_the_labels_hold_no_text_and_enough_sentences():
    rows = read_labels(LABELS)
    assert len(rows) >= 80 and len({row.id for row in rows}) == len(rows)
    assert all(len(row.sentence) == 12 for row in rows)
    assert {'"text"', '"sentences"'}.isdisjoint(LABELS.read_text(encoding="utf-8").split())


@pytest.mark.real
def test_terms_of_offsets_reach_the_goal(real_passages):
    score = score_terms(read_labels(LABELS), real_passages)
    assert len(score.lost) <= 3
    assert score.precision >= 0.95
    assert score.recall >= 0.90
