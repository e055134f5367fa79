from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs.headless import Headed
from analyzer.briefs.leaving import left_out
from analyzer.records import Status

FERRIES = "Ferry Permits Korea demands a yearly permit for ferries."
CREW = "Ferries must hire a local crew."
PIANOS = "Piano Tuning Korea lets only nationals tune pianos."
FORKS = "Tuning forks of foreign make are forbidden."


@pytest.fixture
def chapter(passage_of, finding_of):
    """Ferries go on, pianos do not; of both a second passage has gone, all of one listing."""
    rows = [passage_of(text, 2024, n, heading="", page=None) for n, text in enumerate((FERRIES, CREW, PIANOS, FORKS))]
    here = finding_of(
        passage_of(FERRIES, 2025, 1, heading="Ferry Permits"), Status.CONTINUED, p_new=0.1, evidence=rows[0]
    )
    gone = [finding_of(row, Status.DROPPED, p_new=0.0) for row in rows[1:]]
    one = [replace(f, verdict=replace(f.verdict, listing_id=here.verdict.listing_id)) for f in gone]
    return here, one, Headed.of(rows)


def test_a_point_under_the_heading_of_a_matter_that_goes_on_was_left_out(chapter):
    here, gone, old = chapter
    lost, away = left_out(gone, [[here]], old)
    assert lost == {here.passage.id: gone[:1]}
    assert away == gone[1:]


def test_a_point_under_another_heading_has_gone_with_it_whatever_is_said_of_its_thread(chapter):
    here, gone, old = chapter
    tied = [replace(f, verdict=replace(f.verdict, follows=old.passages[0].id)) for f in gone]
    assert left_out(tied, [[here]], old)[1] == tied[1:]


def test_a_matter_of_the_same_name_is_the_one_that_goes_on(chapter, finding_of, passage_of):
    here, gone, old = chapter
    pianos = finding_of(passage_of(PIANOS, 2025, 3, heading="Piano tuning"), Status.CHANGED, p_new=0.4)
    lost, away = left_out(gone, [[here], [pianos]], old)
    assert lost[pianos.passage.id] == gone[1:]
    assert away == []


def test_where_what_a_heading_names_has_gone_the_next_matter_is_not_what_is_left_of_it(passage_of, finding_of):
    # The heading of one word over the second passage is not seen as one, so that the first one's reaches over it.
    eels, geese = "Live Eels Korea bans live eels from coasts with worms.", "Geese from coasts with worms are barred."
    rows = [passage_of(text, 2024, n, heading="", page=None) for n, text in enumerate((eels, geese))]
    old = Headed.of(rows)
    assert old.heads == {row.id: rows[0].id for row in rows}
    here = finding_of(passage_of(geese, 2025, 1, heading=""), Status.CONTINUED, p_new=0.1, evidence=rows[1])
    gone = finding_of(rows[0], Status.DROPPED, p_new=0.0)
    assert left_out([gone], [[here]], old) == ({}, [gone])
    speaks = finding_of(
        passage_of(f"{geese} So are eels.", 2025, 1, heading=""), Status.CONTINUED, p_new=0.1, evidence=rows[1]
    )
    assert left_out([gone], [[speaks]], old) == ({speaks.passage.id: [gone]}, [])
