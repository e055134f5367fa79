from __future__ import annotations

from dataclasses import replace

from analyzer.briefs.procurement import standing_before
from analyzer.queries import Standing

NEITHER = Standing("KOR", 2024, "neither", None, "Korea is neither.", None, None, None)


def test_what_the_edition_before_stated_is_told_where_this_one_is_silent():
    silent = replace(NEITHER, year=2025, status="silent", sentence="")
    assert standing_before(silent, NEITHER, 2024) == "in the 2024 edition: neither Party nor observer"


def test_what_both_state_and_silence_before_are_told_once():
    assert standing_before(replace(NEITHER, year=2025), NEITHER, 2024) == ""
    assert standing_before(NEITHER, replace(NEITHER, status="silent"), 2023) == ""
    assert standing_before(NEITHER, None, 2023) == ""
