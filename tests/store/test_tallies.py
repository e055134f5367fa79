"""Counts made in the database agree with counts made by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from analyzer.records import Ruling, Status
from analyzer.store import Store, glimpses, new_chapters, revision, tallies, tallies_by_section


@pytest.fixture
def filled(filled_address):
    with Store.open(filled_address) as store:
        yield store


def test_tallies_count_what_is_no_boilerplate(filled):
    held = [v for v in filled.verdicts("ite", year=2025) if not v.boilerplate]
    expected = Counter((v.economy, v.status.value) for v in held)
    assert {(t.economy, t.status): t.count for t in tallies(filled, "ite", year=2025)} == dict(expected)
    korea = tallies(filled, "ite", economy="KOR")
    assert sorted({t.year for t in korea}) == [1996, 2022, 2024, 2025]


def test_points_left_out_of_matters_that_go_on_do_not_count(filled):
    held = filled.verdicts("ite", economy="KOR", year=2025)
    dropped = [v for v in held if v.status is Status.DROPPED]
    points = [replace(v, follows="ite2024-KOR-ffffffffffff") if v in dropped else v for v in held]
    with filled.writing() as writer:
        writer.history("ite", "KOR", [2025], points, (), ())
    counted = tallies(filled, "ite", economy="KOR", year=2025)
    assert dropped
    assert Status.DROPPED.value not in {t.status for t in counted}
    assert sum(t.count for t in counted) == sum(not v.boilerplate and not v.left_out for v in points)
    assert sum(g.left_out for g in glimpses(filled, "ite", "KOR", 2025)) == len(dropped)


def test_tallies_by_section_add_up_to_the_whole(filled):
    whole = Counter()
    for t in tallies_by_section(filled, "ite", year=2025):
        whole[t.economy, t.status] += t.count
    assert dict(whole) == {(t.economy, t.status): t.count for t in tallies(filled, "ite", year=2025)}


def test_all_editions_at_once_are_the_same_as_each_alone(filled):
    for count in (tallies, tallies_by_section):
        every = count(filled, "ite")
        for year in (1996, 2025):
            assert [t for t in every if t.year == year] == count(filled, "ite", year=year)


def test_new_chapters_are_those_of_the_verdicts(filled):
    expected = {(v.economy, v.year) for v in filled.verdicts("ite") if v.new_chapter}
    assert ("NOR", 2025) in expected
    assert new_chapters(filled, "ite") == expected


def test_every_change_gives_another_revision(filled):
    before = revision(filled), revision(filled, editions=True)
    assert (revision(filled), revision(filled, editions=True)) == before
    with filled.writing() as writer:
        writer.ruling(Ruling("ite2025-KOR-ffffffffffff", "KOR", "new", "A", "2025-04-01T09:00:00+00:00"))
    ruled = revision(filled), revision(filled, editions=True)
    assert ruled[0] != before[0]
    assert ruled[1] == before[1]
    with filled.writing() as writer:
        writer.remove("ite", 1996)
    assert revision(filled) != ruled[0]
    assert revision(filled, editions=True) != ruled[1]
