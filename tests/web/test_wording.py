"""Marked words and marked differences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.queries.wordings import aligned
from analyzer.web.wording import compared, marked


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Offsets & offset rules", "offset", "<mark>Offsets</mark> &amp; <mark>offset</mark> rules"),
        ("a <b> c", "", "a &lt;b&gt; c"),
        ("procured goods", "procurement", "<mark>procured</mark> goods"),
        ("a.b", ".", "a.b"),
    ],
)
def test_words_are_marked(text, words, expected):
    assert str(marked(text, words)) == expected


def test_only_what_differs_is_marked():
    old = "The ministry of trade may ask for a fee of 5 percent of the value of all imported goods."
    left, right = compared(aligned(old, old.replace("5", "7")))
    assert str(left) == old.replace("5", "<del>5</del>")
    assert str(right) == old.replace("5", "<ins>7</ins>")


TEXT = st.text(alphabet="ab<& \n.", max_size=60)


@given(TEXT, TEXT)
def test_both_texts_come_through_whole(old, new):
    def bare(markup):
        return re.sub(r"</?(?:ins|del)>", "", str(markup)).replace("&lt;", "<").replace("&amp;", "&")

    left, right = compared(aligned(old, new))
    assert (bare(left), bare(right)) == (old, new)
