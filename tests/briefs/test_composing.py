from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs.brief import Place
from analyzer.briefs.composing import draft
from analyzer.errors import NothingHeld, QuoteMismatch
from analyzer.records import Status


def test_each_status_has_its_matters(ground):
    note = draft(ground)
    titles = {
        name: [matter.title for matter in getattr(note, name)]
        for name in ("new", "relisted", "changed", "dropped", "continued", "offsets")
    }
    assert titles == {
        "new": ["Network Fees"],  # the closing formula under the same heading is left out
        "relisted": ["Defense Offsets"],
        "changed": ["Recall Fines"],
        "dropped": ["Household Chemicals"],
        "continued": ["Rice"],
        "offsets": ["Defense Offsets"],
    }


def test_the_quote_is_the_sentence_that_says_it_with_both_pages(ground):
    relisted = draft(ground).relisted[0]
    assert relisted.quote.text == "Suppliers must accept offsets above ten million dollars."
    assert relisted.quote.place == Place("ite", 2025, "6", 8)
    assert str(relisted.quote.place) == "ITE 2025, p. 6 (PDF p. 8)"
    assert relisted.before is not None
    assert relisted.before.text == "Korea demands offsets from makers of arms."
    assert str(relisted.before.place) == "ITE 1996, text table without pages"


def test_changed_matters_mark_old_and_new_words(ground):
    wording = draft(ground).changed[0].wording
    assert [(stretch.kind, stretch.text) for stretch in wording if stretch.kind != "same"] == [
        ("removed", "three"),
        ("added", "five"),
    ]


def test_doubt_is_said(ground):
    note = draft(ground)
    assert note.changed[0].doubt == "not sure, 40% likely newly listed"
    assert note.relisted[0].doubt is None
    assert "1 of 5 matters are marked “not sure”: read them on the page first." in note.cautions


def test_dropped_matters_are_not_called_removed(ground):
    note = draft(ground)
    assert any("absence is not removal of the barrier" in line for line in note.cautions)
    assert "Not held: 2023." in note.cautions[0]


def test_the_press_is_told_that_a_relisted_matter_is_not_new(ground):
    first = draft(ground).questions[0]
    assert first.ask == "Is “Defense Offsets” in the report for the first time?"
    assert first.answer == "No: listed in 1996, then absent, and back in 2025."


def test_an_offset_called_new_is_checked_against_the_words_of_earlier_editions(ground):
    first, *rest = (f for f in ground.findings if f.verdict.status is not Status.RELISTED)
    offsets = next(f for f in ground.findings if f.verdict.status is Status.RELISTED)
    called_new = replace(offsets, verdict=replace(offsets.verdict, status=Status.NEW))
    asked = draft(replace(ground, findings=(first, *rest, called_new))).questions
    answers = [q.answer for q in asked if "offsets in the report for the first time" in q.ask]
    assert answers == ["No: editions of 1996 speak of offsets there already."]


def test_a_purposely_narrowed_edition_is_mentioned(ground):
    note = draft(replace(ground, series="nte"))
    assert any("Of the 2024 edition: USTR narrowed this edition on purpose" in line for line in note.cautions)


def test_words_that_are_not_on_the_page_stop_the_note(ground):
    with pytest.raises(QuoteMismatch, match="add the report again"):
        draft(replace(ground, pages=lambda subject, page: ("6", "Something else stands here.")))


def test_nothing_held_says_what_is(ground):
    with pytest.raises(NothingHeld, match="Editions held for it: 1996, 2022, 2024"):
        draft(replace(ground, findings=()))
