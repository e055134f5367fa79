from __future__ import annotations

from dataclasses import replace

from analyzer.briefs.procurement import in_lists, in_words, standing_before
from analyzer.queries import Standing

NEITHER = Standing("KOR", 2024, "neither", None, "Korea is neither.", None, None, None)


def test_what_the_edition_before_stated_is_told_where_this_one_is_silent():
    silent = replace(NEITHER, year=2025, status="silent", sentence="")
    assert standing_before(silent, NEITHER, 2024) == "in the 2024 edition: neither Party nor observer"


def test_what_both_state_and_silence_before_are_told_once():
    assert standing_before(replace(NEITHER, year=2025), NEITHER, 2024) == ""
    assert standing_before(NEITHER, replace(NEITHER, status="silent"), 2023) == ""
    assert standing_before(NEITHER, None, 2023) == ""


def test_not_a_party_before_is_nothing_else_than_what_an_observer_is():
    no_party = replace(NEITHER, status="non-party")
    assert in_words(no_party) == "not a Party to the GPA"
    for status in ("observer", "acceding", "neither"):
        assert standing_before(replace(NEITHER, year=2025, status=status), no_party, 2024) == ""
    for status in ("party", "named", "silent"):
        told = standing_before(replace(NEITHER, year=2025, status=status), no_party, 2024)
        assert told == "in the 2024 edition: not a Party to the GPA"


def test_the_lists_tell_every_standing_the_weightiest_first():
    told = in_lists(Standing("CHN", 2025, "observer"))
    assert told == "acceding since December 2007; observer since February 2002"
