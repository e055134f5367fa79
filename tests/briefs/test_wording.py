from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.briefs.wording import compare

WORDS = st.lists(st.sampled_from(("duty", "rate", "three", "five", "of", "the")), max_size=25).map(" ".join)


def test_one_changed_figure_is_marked_alone():
    assert [(w.kind, w.text) for w in compare("a fee of 3 percent", "a fee of 5 percent")] == [
        ("same", "a fee of "),
        ("removed", "3"),
        ("added", "5"),
        ("same", " percent"),
    ]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(old, new):
    stretches = compare(old, new)
    assert "".join(w.text for w in stretches if w.kind != "removed") == new
    assert "".join(w.text for w in stretches if w.kind != "added") == old
