"""What a claim is about: words, phrases, names."""

from __future__ import annotations

import pytest

from analyzer.claims.terms import matter, translated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Green Claims Directive was newly cited", ["green", "claims", "directive"]),  # part of a name
        ("claims about the list", []),
        ("Bill 96 was added to the 2025 report", ["bill", "96"]),  # a number that names a law, and one that does not
        ("beef from cattle aged 30 months", ["beef", "cattle", "aged", "30", "months"]),
        ("the National Trade Estimate Report on Foreign Trade Barriers", []),
    ],
)
def test_words_that_name_a_matter(text, words):
    assert [word for _, word in matter(text).words] == words


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
    ],
)
def test_the_press_has_words_of_its_own(press, report):
    assert translated(press) == report
