from __future__ import annotations

from dataclasses import replace

import pytest
from history_made import CHEESE, CLOUD, OFFSET, TARIFF, Everything, NoStandards, edition, passage

from analyzer.history.tracing import trace
from analyzer.records import Ruling, Status


def run(*editions, scope=None, **options):
    passages = [p for one in editions for p in one]
    held = {p.year for p in passages}
    return trace("KOR", passages, held=held, scope=scope or Everything(), **options)


def statuses(found, year):
    return {v.passage_id: v.status for v in found.verdicts if v.year == year and v.status is not Status.DROPPED}


EARLY = edition(1997, TARIFF.format(rate=20), OFFSET)
MIDDLE = edition(2022, TARIFF.format(rate=20), CHEESE)
LATE = edition(2025, TARIFF.format(rate=20), OFFSET, CLOUD)


def test_continued_relisted_and_new_are_told_apart():
    found = run(EARLY, MIDDLE, LATE)
    assert list(statuses(found, 2025).values()) == [Status.CONTINUED, Status.RELISTED, Status.NEW]


def test_a_relisted_matter_names_its_years_and_shows_the_old_passage():
    found = run(EARLY, MIDDLE, LATE)
    verdict = next(v for v in found.verdicts if v.passage_id == LATE[1].id)
    assert (verdict.first_listed, verdict.last_listed_before) == (1997, 1997)
    assert verdict.evidence.text == OFFSET
    assert verdict.evidence.reasons
    assert (verdict.compared_with, verdict.missing_editions) == (2022, (2023, 2024))
    assert verdict.listing_id == f"L-{EARLY[1].id}"


def test_a_matter_without_counterpart_is_dropped_under_the_year_that_lacks_it():
    found = run(EARLY, MIDDLE, LATE)
    gone = [v for v in found.verdicts if v.status is Status.DROPPED and v.year == 2025]
    assert [v.passage_id for v in gone] == [MIDDLE[1].id]
    assert gone[0].last_listed_before == 2022


def test_threads_have_gaps_where_editions_held_lack_the_matter():
    listing = next(one for one in run(EARLY, MIDDLE, LATE).listings if one.id == f"L-{EARLY[1].id}")
    assert (listing.years, listing.gaps) == ((1997, 2025), (2022,))


def test_an_added_edition_leaves_earlier_verdicts_as_they_were():
    before = run(EARLY, MIDDLE)
    after = run(EARLY, MIDDLE, LATE)
    assert list(before.verdicts) == [v for v in after.verdicts if v.year < 2025]


def test_editions_compared_one_after_the_other_give_what_all_together_do(monkeypatch):
    editions = (EARLY, edition(2000, CHEESE, CLOUD), MIDDLE, LATE)
    together = run(*editions)
    monkeypatch.setattr("analyzer.history.similarity._CELLS", 1)
    assert run(*editions) == together


JOINT = OFFSET + " " + CHEESE
BRANCHING = [
    *(edition(year, JOINT, CLOUD) for year in (1995, 1996, 1997)),
    edition(2021, CHEESE, CLOUD),
    edition(2022, JOINT, CLOUD),
    edition(2024, CHEESE, CLOUD),
    edition(2025, CHEESE, OFFSET),
]


DRIFTING = [
    edition(2001, CHEESE, CLOUD),
    edition(2002, JOINT, CLOUD),
    edition(2003, OFFSET, CLOUD),
    edition(2004, OFFSET, CLOUD),
    edition(2005, OFFSET + " " + TARIFF.format(rate=20), CLOUD),
    edition(2006, TARIFF.format(rate=20), CLOUD),
]


@pytest.mark.parametrize("editions", [[EARLY, MIDDLE, LATE], BRANCHING, DRIFTING])
def test_editions_added_one_by_one_give_the_same_history_as_a_full_run(editions):
    whole = run(*editions)
    known, verdicts = {}, []
    for n, one in enumerate(editions, 1):
        added = run(*editions[:n], years=[one[0].year], known=list(known.values()))
        partly = run(*editions[:n], years=[one[0].year], known=list(known.values()), partly=True)
        assert partly.verdicts == added.verdicts
        known |= {listing.id: listing for listing in partly.listings}
        assert sorted(known.values(), key=lambda e: e.id) == sorted(added.listings, key=lambda e: e.id)
        verdicts += added.verdicts
    assert verdicts == list(whole.verdicts)
    assert added.listings == whole.listings


def test_years_worked_out_again_give_the_same_listings():
    whole = run(*DRIFTING)
    again = run(*DRIFTING, years=[2003, 2004, 2005, 2006], known=whole.listings)
    assert again.listings == whole.listings
    assert again.links == tuple(link for link in whole.links if int(link.later[3:7]) >= 2003)


def test_a_listing_begins_where_the_links_have_come_to_another_matter():
    found = run(*DRIFTING)
    cheese, offset, tariff = (DRIFTING[k][0] for k in (0, 2, 5))
    by_id = {one.id: one for one in found.listings}
    assert by_id[f"L-{cheese.id}"].years == (2001, 2002)
    assert by_id[f"L-{offset.id}"].years == (2002, 2003, 2004, 2005)  # the passage that told both stands in both
    assert by_id[f"L-{tariff.id}"].years == (2005, 2006)
    assert by_id[f"L-{offset.id}"].continues == f"L-{cheese.id}"
    assert by_id[f"L-{tariff.id}"].continues == f"L-{offset.id}"
    assert statuses(found, 2003)[offset.id] is Status.CONTINUED


def test_what_a_person_called_the_same_stays_in_one_listing():
    ruling = Ruling(LATE[2].id, "KOR", "same", by="desk", at="2025-04-01T00:00:00Z", against=MIDDLE[1].id)
    found = run(MIDDLE, LATE, rulings=[ruling])
    assert next(v.listing_id for v in found.verdicts if v.passage_id == LATE[2].id) == f"L-{MIDDLE[1].id}"


def test_the_example_above_has_a_branch():
    assert any(one.id.startswith("R-") for one in run(*BRANCHING).listings)


def test_the_order_in_which_passages_come_does_not_matter():
    passages = [*EARLY, *MIDDLE, *LATE]
    one = trace("KOR", passages, held={1997, 2022, 2025}, scope=Everything())
    other = trace("KOR", passages[::-1], held={2025, 2022, 1997}, scope=Everything())
    assert one == other


def test_the_first_edition_is_a_new_chapter():
    verdicts = run(EARLY).verdicts
    assert {v.status for v in verdicts} == {Status.NEW}
    assert all(v.new_chapter and v.compared_with is None and v.evidence is None for v in verdicts)


def test_a_section_that_returns_is_compared_with_the_last_edition_that_had_it():
    label = "Labels on frozen poultry must be printed in three scripts and glued on before shipment."
    old = [passage(2009, label, section="tbt"), passage(2009, TARIFF.format(rate=20), ordinal=1)]
    between = edition(2014, TARIFF.format(rate=20))
    back = [passage(2015, label, section="tbt")]
    verdict = next(v for v in run(old, between, back, scope=NoStandards()).verdicts if v.passage_id == back[0].id)
    assert (verdict.status, verdict.compared_with) == (Status.CONTINUED, 2009)
    assert any("2014" in note for note in verdict.notes)


def test_a_matter_in_another_section_has_moved_and_is_not_new():
    moved = [replace(passage(2025, CHEESE), section="sps")]
    verdict = next(v for v in run(MIDDLE, moved).verdicts if v.passage_id == moved[0].id)
    assert (verdict.status, verdict.moved_from) == (Status.CONTINUED, "import_policies")


def test_a_sentence_that_moved_to_another_passage_was_not_removed_from_the_matter():
    moved = "The customs office at the harbour asks growers of plums for two letters from their bank."
    gone = "Growers may not sell any plums on Sundays."
    old = edition(2021, " ".join((TARIFF.format(rate=20), moved, gone)), CHEESE)
    new = edition(2022, TARIFF.format(rate=20), CHEESE + " " + moved)
    change = next(v.change for v in run(old, new).verdicts if v.passage_id == new[0].id)
    assert change.removed == (gone,)


def test_a_section_that_returns_is_told_what_was_removed_by_the_whole_edition_that_has_it():
    label = "Labels on frozen poultry must be printed in three scripts and glued on before shipment."
    moved = "The customs office at the harbour asks growers of plums for two letters from their bank."
    old = [passage(2009, f"{label} {moved}", section="tbt"), passage(2009, TARIFF.format(rate=20), ordinal=1)]
    between = edition(2014, TARIFF.format(rate=20))
    back = [passage(2015, label, section="tbt"), passage(2015, f"{TARIFF.format(rate=20)} {moved}", ordinal=1)]
    verdict = next(v for v in run(old, between, back, scope=NoStandards()).verdicts if v.passage_id == back[0].id)
    assert (verdict.evidence.year, verdict.change.removed) == (2009, ())


@pytest.mark.parametrize(
    ("decision", "against", "expected"),
    [("new", None, Status.NEW), ("different", MIDDLE[0].id, Status.NEW), ("same", MIDDLE[0].id, Status.CONTINUED)],
)
def test_a_ruling_outranks_the_scores(decision, against, expected):
    ruling = Ruling(LATE[0].id, "KOR", decision, by="desk", at="2025-04-01T00:00:00Z", against=against)
    verdict = next(v for v in run(MIDDLE, LATE, rulings=[ruling]).verdicts if v.passage_id == LATE[0].id)
    assert verdict.status is expected


@pytest.mark.parametrize(
    ("about", "decision", "years"),
    [
        (LATE[0], "new", (None, None)),
        (LATE[0], "relisted", (1997, 1997)),  # the edition compared with, 2022, has it as well
        (LATE[2], "relisted", (1997, 1997)),
        (LATE[2], "continued", (2022, 2022)),
    ],
)
def test_years_and_links_agree_with_a_ruled_status(about, decision, years):
    ruling = Ruling(about.id, "KOR", decision, by="desk", at="2025-04-01T00:00:00Z")
    found = run(EARLY, MIDDLE, LATE, rulings=[ruling])
    verdict = next(v for v in found.verdicts if v.passage_id == about.id)
    assert (verdict.status.value, verdict.first_listed, verdict.last_listed_before) == (decision, *years)
    linked = {link.year for link in found.links if link.later == about.id}
    assert linked == ({*years} if decision != "new" else set())
    thread = next(one for one in found.listings if one.id == verdict.listing_id)
    assert (thread.years == (2025,)) is (decision == "new")


def test_years_in_which_a_thread_and_its_likeness_agree_count_as_listed():
    old = "Crates of plums must be opened at the port, weighed and sealed again before the customs office lets them go."
    late = "Plums and pears in crates have to be weighed again, and traders say that the port keeps them for weeks."
    found = run(*(edition(year, old, CHEESE) for year in (2017, 2018, 2019)), edition(2020, late, CHEESE))
    verdict = next(v for v in found.verdicts if v.year == 2020 and v.passage_id.endswith("0"))
    assert (verdict.status, verdict.first_listed) == (Status.CHANGED, 2017)
    assert [link.year for link in found.links if link.later == verdict.passage_id] == [2017, 2018, 2019]


def test_a_ruling_of_sameness_joins_passages_that_share_no_word():
    ruling = Ruling(LATE[2].id, "KOR", "same", by="desk", at="2025-04-01T00:00:00Z", against=MIDDLE[1].id)
    found = run(MIDDLE, LATE, rulings=[ruling])
    verdict = next(v for v in found.verdicts if v.passage_id == LATE[2].id)
    assert verdict.status in (Status.CHANGED, Status.CONTINUED)
    assert verdict.evidence.passage_id == MIDDLE[1].id
    assert any(link.ruled for link in found.links)


def test_a_practice_named_again_in_other_words_is_relisted():
    words = "Firms that sell frigates above ten million must give half of it back through the navy's offset program."
    found = run(EARLY, MIDDLE, edition(2025, TARIFF.format(rate=20), words))
    verdict = next(v for v in found.verdicts if v.year == 2025 and v.evidence and v.evidence.text == OFFSET)
    assert (verdict.status, verdict.last_listed_before) == (Status.RELISTED, 1997)


def test_a_matter_that_left_a_passage_which_held_another_branches_off():
    joint = edition(1997, OFFSET + " " + CHEESE, CLOUD)
    found = run(joint, edition(2022, CHEESE, CLOUD), edition(2025, CHEESE, OFFSET))
    back = next(v for v in found.verdicts if v.year == 2025 and v.status is Status.RELISTED)
    assert back.listing_id == f"R-{joint[0].id}"
    by_id = {one.id: one for one in found.listings}
    assert (by_id[back.listing_id].years, by_id[back.listing_id].gaps) == ((1997, 2025), (2022,))
    assert by_id[f"L-{joint[0].id}"].years == (1997, 2022, 2025)


def test_a_branch_takes_along_every_year_in_which_the_matter_stood():
    joint = [edition(year, OFFSET + " " + CHEESE, CLOUD) for year in (1995, 1996, 1997)]
    found = run(*joint, edition(2022, CHEESE, CLOUD), edition(2025, CHEESE, OFFSET))
    back = next(v for v in found.verdicts if v.year == 2025 and v.status is Status.RELISTED)
    assert back.listing_id == f"R-{joint[2][0].id}"
    years = next(one.years for one in found.listings if one.id == back.listing_id)
    assert years == (1995, 1996, 1997, 2025)


def test_a_torn_chapter_tells_nothing_by_what_it_lacks():
    editions = (
        edition(2019, OFFSET, CLOUD),
        edition(2020, CLOUD),  # in truth it told offsets, too
        edition(2021, OFFSET, CLOUD, CHEESE),
    )
    passages = [p for one in editions for p in one]
    held = {2019, 2020, 2021}

    def told(**more):
        found = trace("KOR", passages, held=held, scope=Everything(), **more).verdicts
        return {(v.year, v.passage_id): v for v in found}

    whole, torn = told(), told(torn={2020})
    offsets, dropped = (2021, editions[2][0].id), (2020, editions[0][0].id)
    assert whole[offsets].status is Status.RELISTED and whole[dropped].status is Status.DROPPED
    assert torn[offsets].status is Status.CONTINUED and dropped not in torn
    assert torn[offsets].compared_with == 2019
    assert torn[offsets].notes == ("Compared with 2019: of the chapter of 2020 text is missing in the source.",)
    cloud, cheese = torn[2021, editions[2][1].id], torn[2021, editions[2][2].id]
    assert (cloud.status, cheese.status) == (Status.CONTINUED, Status.NEW)


def test_where_no_whole_chapter_is_earlier_the_torn_one_is_compared_with_and_it_is_said():
    editions = edition(2020, CLOUD), edition(2021, CLOUD, OFFSET)
    passages = [p for one in editions for p in one]
    found = trace("KOR", passages, held={2020, 2021}, scope=Everything(), torn={2020}, years={2021}).verdicts
    assert [v.status for v in found] == [Status.CONTINUED, Status.NEW]
    assert all("text is missing in the source: what is called new may have stood there" in v.notes[0] for v in found)


def test_what_is_left_of_a_torn_chapter_counts():
    editions = edition(2019, OFFSET), edition(2020, CLOUD), edition(2021, OFFSET, CLOUD)
    passages = [p for one in editions for p in one]
    found = trace("KOR", passages, held={2019, 2020, 2021}, scope=Everything(), torn={2020}, years={2021}).verdicts
    cloud = next(v for v in found if v.passage_id == editions[2][1].id)
    assert cloud.status is Status.CONTINUED
    assert cloud.p_new < 0.5 and cloud.last_listed_before == 2020
