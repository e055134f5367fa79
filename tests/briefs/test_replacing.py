from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs import layout, titling
from analyzer.briefs.composing import draft
from analyzer.records import Status

BILL = "The Harbor Data Bill would forbid sending lists of ferries abroad. It has been in parliament for a year."
ACT = "In May 2024 the President signed the Digital Harbor Data Act. Draft rules of 2025 demand local copies."


@pytest.fixture
def note(ground, passage_of, finding_of):
    def made(new, old, **of):
        fresh = finding_of(new, Status.NEW, p_new=0.9, **of)
        gone = finding_of(old, Status.DROPPED, p_new=0.0, first=2022, last=2024)
        pages = lambda p, n: ("7", new.text) if p.id == new.id else ground.pages(p, n)  # noqa: E731
        return draft(replace(ground, findings=(fresh, gone), pages=pages, old=(old,)))

    return made


def test_a_bill_that_became_law_is_neither_new_nor_gone(note, passage_of):
    new = passage_of(ACT, 2025, 9, heading="Keeping Data", section="digital", page=7)
    old = passage_of(BILL, 2024, 9, heading="", section="services", page=None)
    made = note(new, old)
    (matter,) = made.changed
    assert made.new == made.dropped == ()
    assert matter.title == "Keeping Data"
    assert matter.since == "perhaps in place of “Harbor Data Bill” (listed 2022–2024)"
    assert matter.before is not None
    assert matter.before.text == "The Harbor Data Bill would forbid sending lists of ferries abroad."
    assert matter.years == (2022, 2024, 2025)


def test_what_a_further_point_perhaps_replaces_stands_behind_it(ground, passage_of, finding_of):
    banks = passage_of("Decree 9/2024 bans foreign banks.", 2025, 8, heading="Keeping Data", section="digital", page=7)
    act = passage_of(ACT, 2025, 9, heading="Keeping Data", section="digital", page=7)
    old = passage_of(BILL, 2024, 9, heading="", section="services", page=None)
    findings = (
        finding_of(banks, Status.NEW, p_new=0.9),
        finding_of(act, Status.NEW, p_new=0.9),
        finding_of(old, Status.DROPPED, p_new=0.0),
    )
    pages = lambda p, n: ("7", f"{banks.text} {ACT}") if n == 9 else ground.pages(p, n)  # noqa: E731
    note = draft(replace(ground, findings=findings, pages=pages, old=(old,)))
    (matter,) = note.new
    assert note.dropped == ()
    assert matter.quote.passage_id == banks.id
    assert [(point.status, layout.pointed(point)) for point in matter.points] == [
        (Status.CHANGED, "Changed: "),
        (Status.DROPPED, "Perhaps in place of: "),
    ]
    assert matter.points[1].quote.text == "The Harbor Data Bill would forbid sending lists of ferries abroad."


def test_a_law_about_something_else_is_new(note, passage_of):
    new = passage_of(ACT, 2025, 9, heading="Keeping Data", section="digital", page=7)
    old = passage_of(BILL.replace("Harbor Data", "Tall Timber"), 2024, 9, heading="", section="services", page=None)
    made = note(new, old)
    assert [len(matters) for matters in (made.new, made.dropped, made.changed)] == [1, 1, 0]


def test_a_heading_that_the_edition_before_had_is_not_new(note, passage_of):
    new = passage_of("Korea bans used tyres from May 2024.", 2025, 9, heading="Import Bans", page=7)
    old = passage_of("Import Bans Korea bans lead paint.", 2024, 9, heading="Import Bans", page=None)
    (matter,) = note(new, old).changed
    assert matter.since == "2024 has this heading with other points (listed 2022–2024)"
    elsewhere = replace(old, section="services")
    assert note(new, elsewhere).changed == ()


def test_laws_are_about_what_is_left_of_their_names(passage_of):
    passage = passage_of("A text.", 2025, 1, heading="")
    assert titling.core("Korea’s Law on Harbors No. 41/2009", passage) == {"harbor"}
    assert titling.core("Executive Decree 182", passage) == set()
    assert list(titling.instruments("According to the Law on Harbors 41/2009 all must pay.", passage)) == [
        "Law on Harbors 41/2009"
    ]
