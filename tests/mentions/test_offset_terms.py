from __future__ import annotations

import pytest

from analyzer.mentions import mentions_of
from analyzer.mentions.offset_terms import offset_terms


def terms(text):
    return {(t.kind, t.norm) for t in offset_terms(text, mentions_of(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It requires offsets of 30 percent for contracts above $10 million.",
            {("percentage", "30 %"), ("threshold", "10000000 USD")},
        ),
        ("Offsets apply to contracts in excess of 10 million.", {("threshold", "10000000 ?")}),
        ("Tenders of at least 100 000 contain offset requirements.", {("threshold", "100000 ?")}),
        ("Offsets can range from 30 to 50 percent.", {("percentage", "30-50 %")}),
        ("Half of all offsets must be direct.", {("directness", "direct")}),
        ("Offset multipliers of 2 to 5 exist.", {("multiplier", "2-5")}),
        ("Offsets need a bank guarantee of 6 percent.", {("guarantee", "6 %")}),
        ("The law requires foreign suppliers to accept offsets.", {("binds", "foreign suppliers")}),
        ("An offset applies to contracts of KD 1 million or more.", {("threshold", "1000000 KWD")}),
        ("Thirty percent of the offset value is investment.", {("percentage", "30 %")}),
        ("Its offset programme raises the share by 10 percent each year.", set()),
        ("A firm was awarded a contract worth over 1 billion when the offset was reviewed.", set()),
        (
            "The National Offset Company asks for 35 percent.",
            {("agency", "National Offset Company"), ("percentage", "35 %")},
        ),
        ("The implementing agency for countertrade is the island trading house.", {("agency", "island trading house")}),
        ("Fiji's Trade Ministry requests offsets.", {("agency", "Trade Ministry")}),
        ("It reported its offsets to the WTO Committee on Government Procurement.", set()),
        (
            "The Fiji Work Program, previously known as the Fiji Offset Program, runs.",
            {("programme", "Fiji Work Program"), ("programme", "Offset Program")},
        ),
        ("An offset obligation may arise for a foreign contractor.", {("binds", "a foreign contractor")}),
        ("U.S. suppliers complain about offsets.", set()),
        ("Offset purchases fall. Duties are 12 percent.", set()),
        ("DAPA requires offsets.", {("agency", "DAPA")}),
        ("Tenders are slow. The Fiji Offset Program runs.", {("programme", "Offset Program")}),
    ],
)
def test_terms_of_a_regime(text, expected):
    assert terms(text) == expected


def test_a_conversion_in_brackets_is_no_second_threshold():
    text = "Offsets bind contracts above 3 billion rupees (approximately $56 million)."
    (term,) = offset_terms(text, mentions_of(text))
    assert (term.norm, term.attrs) == ("3000000000 INR", {"about": "56000000 USD"})
    assert text[term.start : term.end] == "3 billion rupees"


def test_a_conversion_belongs_to_the_amount_before_it():
    text = (
        "Offsets bind contracts above $2 million at the army, above 3 billion rupees (approximately $56 million) at "
        "the navy, and above $9 million elsewhere."
    )
    found = [(text[t.start : t.end], t.norm, t.attrs) for t in offset_terms(text, mentions_of(text))]
    assert found == [
        ("$2 million", "2000000 USD", {}),
        ("3 billion rupees", "3000000000 INR", {"about": "56000000 USD"}),
        ("$9 million", "9000000 USD", {}),
    ]


def test_an_amount_in_brackets_far_behind_is_one_of_its_own():
    text = (
        "Offsets bind contracts above $10 million for the army and, as of this spring, those of the navy "
        "(about $5 million or more)."
    )
    assert terms(text) == {("threshold", "10000000 USD"), ("threshold", "5000000 USD")}


def test_a_term_has_its_own_place():
    text = "DAPA requires offsets."
    (term,) = offset_terms(text, mentions_of(text))
    assert (term.start, term.end) == (0, 4)


def test_a_body_named_after_the_practice_is_enough():
    assert terms("The Industrial Cooperation Authority asks for 35 percent.") == {
        ("agency", "Industrial Cooperation Authority"),
        ("percentage", "35 %"),
    }


def test_under_the_programme_goes_on():
    text = "Bids need an industrial participation plan. Under the program the seller must invest 30 percent."
    assert terms(text) == {("binds", "the seller"), ("percentage", "30 %")}


def test_the_next_sentence_goes_on():
    text = "The state asks for offsets. This obligation is 35 percent of the price."
    assert terms(text) == {("percentage", "35 %")}
