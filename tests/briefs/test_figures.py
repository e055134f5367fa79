from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs.composing import draft
from analyzer.briefs.figures import altered, stepped
from analyzer.briefs.repeated import Edition
from analyzer.records import Change, ChangeKind, Status

OLD = "Korea levies a harbour toll of three percent on foreign ferries under Decree 12/2017."


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (OLD.replace("three", "5"), ChangeKind.RATE),
        (OLD.replace("three", "3"), None),
        (OLD.replace("three", "3.0"), None),
        (OLD.replace("three", "twenty-three"), None),  # no figure that is read
        (OLD.replace("12/2017", "26/2023"), ChangeKind.LAW),
        (OLD.replace("12/2017", "12/2017/ND"), None),  # the same in other words
        (OLD.replace("of three percent", "of three percent, and of five percent at night,"), None),  # one more
        (OLD.replace("three", "5").replace("levies", "had a market share of 9 percent in") , None),
        ("Korea taxes pianos at nine percent.", None),
    ],
)  # fmt: skip
def test_a_measure_told_with_another_figure_is_altered(passage_of, new, kind):
    found = altered(passage_of(new, 2025, 1, heading="Tolls"), passage_of(OLD, 2024, 1, heading="Tolls"))
    assert (found and found.kind) == kind


PLAN = "Parliament approved a toll on foreign ferries. The toll will enter into force on May 1, 2026."
LIST = "Customs officers stop imports of 46 product categories at the harbour."


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (PLAN, PLAN.replace("will enter", "entered"), ChangeKind.LAW),
        (PLAN, PLAN.replace("1, 2026", "2, 2026"), None),  # still planned
        (PLAN.replace("will enter", "entered"), PLAN.replace("will enter", "entered"), None),
        (PLAN, "Parliament approved a toll on foreign ferries. A bounty on hemp took effect in 2024.", None),
        (LIST, LIST.replace("46", "25"), ChangeKind.SCOPE),
        (LIST, LIST, None),
    ],
)
def test_a_step_taken_and_another_number_of_things_are_told(passage_of, old, new, kind):
    found = altered(passage_of(new, 2025, 1, heading="Tolls"), passage_of(old, 2024, 1, heading="Tolls"))
    assert (found and found.kind) == kind


STEP = "On May 3, 2024, parliament revoked the toll on foreign ferries in harbours of the east."


@pytest.mark.parametrize(
    ("told", "before", "span"),
    [
        (STEP, PLAN, True),
        (STEP.replace("2024", "2021"), PLAN, False),  # the edition before could have told it
        (STEP, STEP, False),  # and did
        ("From 2023 to 2024, tolls of five percent on foreign ferries were raised each year.", PLAN, False),
        ("The United States raised the toll on foreign ferries at a meeting in May 2024.", PLAN, False),
    ],
)
def test_a_step_dated_since_the_edition_before_is_told(passage_of, told, before, span):
    new = passage_of(f"Ferries pay a toll. {told}", 2025, 1, heading="Tolls")
    found = stepped(new, 2023, Edition([passage_of(before, 2023, 1, heading="Tolls")]))
    assert (found is not None) == span
    assert found is None or (new.text[slice(*found.span)], found.kind) == (told, ChangeKind.LAW)


def test_what_goes_on_with_a_step_taken_since_changed(ground, passage_of, finding_of):
    old = passage_of("Ferries pay a toll. It is high.", 2024, 30, heading="Tolls", page=None)
    text = f"Ferries pay a toll. It is high. {STEP.replace('2024', '2025')}"
    found = finding_of(passage_of(text, 2025, 30, heading="Tolls", page=7), Status.CONTINUED, p_new=0.1, evidence=old)
    held = replace(ground, earlier={old.id: old}, old=(old,), findings=(found,))
    (matter,) = draft(replace(held, pages=lambda p, n: ("7", text) if n == 9 else None)).changed
    assert matter.quote.text == STEP.replace("2024", "2025")


def test_what_goes_on_with_another_rate_changed(ground, passage_of, finding_of):
    text = OLD.replace("three", "5")
    old = passage_of(OLD, 2024, 30, heading="Tolls", page=None)
    found = finding_of(passage_of(text, 2025, 30, heading="Tolls", page=7), Status.CONTINUED, p_new=0.1, evidence=old)
    held = replace(ground, earlier={old.id: old}, findings=(found,), pages=lambda p, n: ("7", text) if n == 9 else None)
    (matter,) = draft(held).changed
    assert matter.quote.text == text
    assert matter.before is not None
    assert matter.before.text == OLD
    ruled = replace(found, verdict=replace(found.verdict, ruled_by="A. Clerk"))
    assert draft(replace(held, findings=(ruled,))).changed == ()  # a person's word stands


def test_a_figure_of_every_year_is_no_change(ground, passage_of, finding_of):
    was, now = (
        f"Korea’s average MFN applied tariff rate was {rate} percent in {y}." for rate, y in ((9, 2023), (8, 2024))
    )
    old = passage_of(was, 2024, 30, heading="Tariffs", page=None)
    new = passage_of(now, 2025, 30, heading="Tariffs", page=7)
    found = finding_of(
        new, Status.CHANGED, p_new=0.1, evidence=old, first=2024, last=2024, change=Change(ChangeKind.RATE)
    )
    note = draft(
        replace(ground, earlier={old.id: old}, findings=(found,), pages=lambda p, n: ("7", now) if n == 9 else None)
    )
    assert note.changed == ()
    assert [(matter.title, matter.since) for matter in note.continued] == [("Tariffs", "listed since 2024")]
