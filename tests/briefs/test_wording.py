from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from analyzer.briefs.wording import compare

WORDS = st.lists(st.sampled_from(("duty", "rate", "three", "five", "of", "the")), max_size=25).map(" ".join)


def test_one_changed_figure_is_marked_alone():
    assert [(w.kind, w.text) for w in compare("a fee of 3 percent", "a fee of 5 percent")] == [
        ("same", "a fee of "),
        ("removed", "3 "),
        ("added", "5"),
        ("same", " percent"),
    ]


def test_a_mark_stands_close_to_the_word_before_it():
    assert [(w.kind, w.text) for w in compare("a fee, and a duty of ten", "a fee. And a duty of ten")][1:3] == [
        ("removed", ", and"),
        ("added", ". And"),
    ]


def test_in_a_note_the_blank_stands_between_removed_and_added_and_not_twice_after_them():
    shown = "".join(w.text for w in compare("a fee of 3 percent", "a fee of 5 percent"))
    assert shown == "a fee of 3 5 percent"


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(old, new):
    stretches = compare(old, new)
    assert "".join(w.text for w in stretches if w.kind != "removed") == new
    assert "".join(w.text for w in stretches if w.kind != "added").split() == old.split()
    for left, right in itertools.pairwise(stretches):
        assert left.text[-1].isspace() or right.text[0].isspace()
