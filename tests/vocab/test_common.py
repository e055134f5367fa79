from __future__ import annotations

from analyzer.vocab import common


def test_forms_of_a_word_begin_alike() -> None:
    assert common.beginning("Procured") == common.beginning("procurement")


def test_common_words_are_beginnings_and_leave_subjects_alone() -> None:
    known = common.beginnings()
    assert all(word == common.beginning(word) for word in known)
    assert common.beginning("government") in known
    assert common.beginning("cosmetics") not in known
