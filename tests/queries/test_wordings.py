"""Two wordings aligned: what is the same in both, and what is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.queries import wordings
from analyzer.queries.wordings import aligned, in_common


def told(old, new):
    return [(s.old, s.new) for s in aligned(old, new) if not s.same]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a fee of 3 percent", "a fee of 5 percent", [("3", "5")]),
        ("a fee of 3 percent", "a fee of 3 percent or less", [("", " or less")]),
        ("one two three four five six seven", "one two three 4 five 6 seven", [("four five six", "4 five 6")]),
        ("fees and rates of all ports", "fees, and rates of all ports", [(" ", ", ")]),
        ("the  rates\nof all ports", "the rates of all ports", []),  # blanks are no wording
        ("", "a fee", [("", "a fee")]),
        # whole phrases are found again, not their most frequent words
        ("the fee of the port of the town", "a tax, and the fee of the port of the town", [("", "a tax, and ")]),
    ],
)
def test_what_differs(old, new, expected):
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("a fee of two", "a fee of two", 1.0),
        ("a fee of two", "In May the office asked for a fee of two and more", 1.0),  # of the shorter one
        ("a fee of two", "no tax on three or more", 0.0),
        ("a fee of two", "", 0.0),
    ],
)
def test_how_much_they_have_in_common(old, new, share):
    assert in_common(aligned(old, new)) == share


def test_long_texts_are_compared_at_their_ends(monkeypatch):
    monkeypatch.setattr(wordings, "_LONGEST", 10)
    assert told("same start here old text same end here", "same start here new words same end here") == [
        ("old text", "new words")
    ]


TEXT = st.text(alphabet="ab<& \n.", max_size=60)


@given(TEXT, TEXT)
def test_both_texts_come_through_whole(old, new):
    found = aligned(old, new)
    assert ("".join(s.old for s in found), "".join(s.new for s in found)) == (old, new)
    assert all("".join(s.old.split()) == "".join(s.new.split()) for s in found if s.same)
    assert all(one.same != other.same for one, other in pairwise(found))
