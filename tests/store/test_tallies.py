"""Counts made in the database agree with counts made by hand."""

from __future__ import annotations

from collections import Counter

from analyzer.store import new_chapters, revision, tallies, tallies_by_section


def test_tallies_count_what_is_no_boilerplate(sample_store):
    held = [v for v in sample_store.verdicts("ite", year=2025) if not v.boilerplate]
    expected = Counter((v.economy, v.status.value) for v in held)
    assert {(t.economy, t.status): t.count for t in tallies(sample_store, "ite", year=2025)} == dict(expected)
    korea = tallies(sample_store, "ite", economy="KOR")
    assert sorted({t.year for t in korea}) == [1996, 2022, 2024, 2025]


def test_tallies_by_section_add_up_to_the_whole(sample_store):
    whole = Counter()
    for t in tallies_by_section(sample_store, "ite", year=2025):
        whole[t.economy, t.status] += t.count
    assert dict(whole) == {(t.economy, t.status): t.count for t in tallies(sample_store, "ite", year=2025)}


def test_all_editions_at_once_are_the_same_as_each_alone(sample_store):
    for count in (tallies, tallies_by_section):
        every = count(sample_store, "ite")
        for year in (1996, 2025):
            assert [t for t in every if t.year == year] == count(sample_store, "ite", year=year)


def test_new_chapters_are_those_of_the_verdicts(sample_store):
    expected = {(v.economy, v.year) for v in sample_store.verdicts("ite") if v.new_chapter}
    assert new_chapters(sample_store, "ite") == expected


def test_every_change_gives_another_revision(own_store):
    before = revision(own_store)
    assert revision(own_store) == before
    with own_store.writing() as writer:
        writer.remove("ite", 1996)
    assert revision(own_store) != before
