"""A bloc that has one standing for all its members speaks for those that have none of their own."""

from __future__ import annotations

from analyzer.queries import Standing, beside, standings_of

EU = [Standing("EUU", year, "party") for year in (2019, 2025)]
UK = Standing("GBR", 2025, "party")
GULF = Standing("GCC", 2025, "silent")


def test_a_member_state_has_the_standing_of_its_bloc():
    assert standings_of([*EU, UK, GULF], "DEU") == EU


def test_its_own_standing_counts_once_it_has_one():
    assert standings_of([*EU, UK, GULF], "GBR") == [EU[0], UK]


def test_a_bloc_whose_chapter_tells_its_members_apart_speaks_for_none():
    assert standings_of([*EU, UK, GULF], "QAT") == []


def test_defence_procurement_is_the_members_own():
    assert beside(EU[1])["rdp"] == ""
    assert beside(EU[1], asked="DEU")["rdp"] == "qualifying"
