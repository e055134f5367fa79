"""What a claim is about: words, phrases, names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analyzer.claims import words
from analyzer.claims.terms import matter, translated
from analyzer.claims.words import stems


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Green Claims Directive was newly cited", ["green", "claims", "directive"]),  # part of a name
        ("claims about the list", []),
        ("Bill 96 was added to the 2025 report", ["bill", "96"]),  # a number that names a law, and one that does not
        ("beef from cattle aged 30 months", ["beef", "cattle", "aged", "30", "months"]),
        ("the National Trade Estimate Report on Foreign Trade Barriers", []),
    ],
)
def test_words_that_name_a_matter(text, named):
    assert [word for _, word in matter(text).words] == named


def test_phrases_are_words_side_by_side():
    found = matter("network usage fees for content")
    assert found.phrases == (("network", "usage"), ("usage", "fee"), ("network", "usage", "fee"))
    assert found.names == ()
    assert matter("the Data Security Law").names == (
        ("data", "securit"),
        ("securit", "law"),
        ("data", "securit", "law"),
    )


@pytest.mark.parametrize(
    ("press", "report"),
    [
        ("the CBAM", "the carbon border adjustment mechanism"),
        ("a carbon border levy (CBAM)", "a carbon border adjustment mechanism"),
        ("DSTs", "digital services tax"),
        ("taxes on strong spirits", "taxes on distilled spirits"),
        ("companies selling door-to-door", "companies direct selling"),  # other endings, joined otherwise
        ("customs men’s bonuses, again", "customs officials rewards, again"),
        ("a ban on e-cigarettes", "a ban on electronic cigarettes"),
        ("A seizure of farms without a vote", "A expropriation land without a vote"),
        ("the door, to door bells", "the door, to door bells"),  # not side by side
        ("the Green Claims Directive", "the Green Claims Directive"),  # a name
    ],
)
def test_the_press_has_words_of_its_own(press, report):
    assert translated(press) == report


def test_phrases_of_the_press_stand_once_and_in_order():
    with Path(words.__file__).with_name("press_phrases.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    press = [row["press"] for row in rows]
    assert press == sorted(set(press), key=str.lower)
    same = [row for row in rows if stems(row["press"]) == stems(row["report"])]
    assert same == []


def test_groups_of_like_words_stand_in_order_and_none_within_another():
    lines = Path(words.__file__).with_name("like_words.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    groups = [frozenset(stems(line)) for line in lines]
    assert [g for g in groups if any(g < other for other in groups)] == []
