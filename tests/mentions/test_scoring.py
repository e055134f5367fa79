from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer import assets
from analyzer.labelled import fingerprint
from analyzer.mentions.offset_terms import Term
from analyzer.mentions.scoring import (
    ReadSentence,
    read_mentions,
    read_terms,
    score_mentions,
    score_terms,
)
from analyzer.records import Label, Mention, Passage

GOLD = assets.corpora() / "gold"
TERMS = GOLD / "offset_terms.jsonl"
MENTIONS = {label: GOLD / f"mentions_{label.lower()}.jsonl" for label in ("OFFSET", "AGREEMENT", "COUNTRY")}
FIRST = "The army asks for offsets. "
TERM_TEXT = "This obligation is 35 percent of contracts above $5 million."
TEXT = "The navy of Fiji requires offsets."
OFFSETS = Mention(26, 33, Label.OFFSET, "offset", {"domain": "defence", "polarity": "required"})


def passage(*sentences):
    text, spans = "", []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return Passage("p", "nte", 2030, "FJI", ("FJI",), "procurement", None, (), 0, text, tuple(spans))


def read(*spans, text=TEXT):
    return [ReadSentence("s1", 2030, "FJI", fingerprint(text), spans)]


def test_what_agrees_in_everything_is_right():
    score = score_mentions(read(OFFSETS), [passage(FIRST, TEXT)], Label.OFFSET)
    assert (score.sentences, score.exact, score.overlap, score.sentence, score.norm) == (1, 1.0, 1.0, 1.0, 1.0)
    assert (score.attrs, score.wrong, score.lost) == ({"domain": 1.0, "polarity": 1.0}, (), ())


def test_other_bounds_overlap_but_are_not_exact():
    label = Mention(17, 33, Label.OFFSET, "countertrade", {"polarity": "other"})
    score = score_mentions(read(label), [passage(TEXT)], Label.OFFSET)
    assert (score.exact, score.overlap, score.norm, score.attrs) == (0.0, 1.0, 0.0, {"polarity": 0.0})
    assert score.wrong == ("s1",)


def test_a_mention_in_a_negative_counts_against():
    score = score_mentions(read(), [passage(TEXT)], Label.OFFSET)
    assert (score.overlap, score.sentence, score.wrong) == (0.0, 0.0, ("s1",))


def test_a_term_is_right_with_its_place_and_its_norm():
    labels = read(Term(19, 29, "percentage", "35 %"), Term(49, 59, "threshold", "5000000 USD"), text=TERM_TEXT)
    score = score_terms(labels, [passage(FIRST, TERM_TEXT)])
    assert (score.precision, score.recall, score.sentences, score.wrong) == (1.0, 1.0, 1, ())


def test_a_wrong_norm_is_both_missed_and_extra():
    labels = read(Term(19, 29, "percentage", "30 %"), text=TERM_TEXT)
    score = score_terms(labels, [passage(FIRST, TERM_TEXT)])
    assert (score.precision, score.recall) == (0.0, 0.0)
    assert [(kind, term.kind) for _, kind, term in score.wrong] == [
        ("missed", "percentage"),
        ("extra", "percentage"),
        ("extra", "threshold"),
    ]


def test_spans_are_paired_one_to_one_the_longest_overlap_first():
    short = Mention(24, 27, Label.OFFSET, "countertrade")
    score = score_mentions(read(short, OFFSETS), [passage(TEXT)], Label.OFFSET)
    assert (score.labelled, score.overlap, score.norm) == (2, 2 / 3, 1.0)


@pytest.mark.parametrize(("start", "end", "overlap"), [(32, 34, 1.0), (20, 26, 0.0), (0, 5, 0.0)])
def test_one_shared_character_is_an_overlap(start, end, overlap):
    score = score_mentions(read(Mention(start, end, Label.OFFSET, "offset")), [passage(TEXT)], Label.OFFSET)
    assert score.overlap == overlap


def test_sentences_add_up():
    label = Term(19, 29, "percentage", "35 %")
    labels = [ReadSentence(str(n), n, "FJI", fingerprint(TERM_TEXT), (label,)) for n in (2030, 2031)]
    held = [replace(passage(FIRST, TERM_TEXT, "It is 5 percent."), year=year) for year in (2030, 2031)]
    score = score_terms(labels, held)
    assert (score.labelled, score.found, score.right) == (2, 4, 2)  # the last sentence has no label
    labels = [ReadSentence(str(n), n, "FJI", fingerprint(TEXT), (OFFSETS,)) for n in (2030, 2031)]
    mentions = score_mentions(labels, [replace(passage(TEXT), year=year) for year in (2030, 2031)], Label.OFFSET)
    assert (mentions.labelled, mentions.attrs) == (2, {"domain": 1.0, "polarity": 1.0})


def test_a_sentence_that_is_not_held_is_lost():
    other = [passage(FIRST)]
    mentions, terms = score_mentions(read(), other, Label.OFFSET), score_terms(read(), other)
    assert (mentions.sentences, mentions.lost, terms.sentences, terms.lost) == (0, ("s1",), 0, ("s1",))
    assert (mentions.exact, mentions.overlap, mentions.sentence) == (1.0, 1.0, 1.0)
    assert (terms.precision, terms.recall) == (1.0, 1.0)


def test_what_follows_a_lost_sentence_counts():
    lost = ReadSentence("s0", 2030, "FJI", fingerprint("It is not held."), ())
    mentions = score_mentions([lost, *read(OFFSETS)], [passage(TEXT)], Label.OFFSET)
    assert (mentions.labelled, mentions.overlap, mentions.lost) == (1, 1.0, ("s0",))
    terms = score_terms([lost, *read(Term(19, 29, "percentage", "35 %"), text=TERM_TEXT)], [passage(TERM_TEXT)])
    assert (terms.sentences, terms.labelled, terms.lost) == (1, 1, ("s0",))


@pytest.mark.parametrize(
    "label",
    [
        Mention(17, 33, Label.OFFSET, "offset", OFFSETS.attrs),
        Mention(26, 33, Label.OFFSET, "countertrade", OFFSETS.attrs),
        Mention(26, 33, Label.OFFSET, "offset", {"domain": "defence", "polarity": "other"}),
    ],
)
def test_a_sentence_that_differs_in_anything_is_wrong(label):
    assert score_mentions(read(label), [passage(TEXT)], Label.OFFSET).wrong == ("s1",)


@pytest.mark.parametrize("label", MENTIONS)
def test_labels_of_mentions_hold_no_text_and_enough_sentences(label):
    rows = read_mentions(MENTIONS[label], Label(label))
    assert len(rows) >= 200 and len({row.id for row in rows}) == len(rows)
    assert all(len(row.sentence) == 12 for row in rows)
    assert sum(not row.spans for row in rows) >= 50
    assert '"text"' not in MENTIONS[label].read_text(encoding="utf-8")


def test_labels_of_terms_hold_no_text_and_enough_sentences():
    rows = read_terms(TERMS)
    assert len(rows) >= 80 and len({row.id for row in rows}) == len(rows)
    assert all(len(row.sentence) == 12 for row in rows)
    assert '"text"' not in TERMS.read_text(encoding="utf-8")


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
    score = score_mentions(read_mentions(MENTIONS[label], Label(label)), real_passages, Label(label))
    assert len(score.lost) <= 3
    assert score.exact >= exact
    assert min(score.overlap, score.sentence) >= overlap
    assert score.norm >= 0.98
    assert {name: share for name, share in score.attrs.items() if share < attrs[name]} == {}


@pytest.mark.real
def test_terms_of_offsets_reach_the_goal(real_passages):
    score = score_terms(read_terms(TERMS), real_passages)
    assert len(score.lost) <= 3
    assert score.precision >= 0.95
    assert score.recall >= 0.90
