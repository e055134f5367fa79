from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs import fitting
from analyzer.briefs.composing import draft


@pytest.fixture
def note(ground):
    return draft(ground)


def crowded(note, matters, letters):
    """The note with that many matters of each kind, each quote that long."""
    made = tuple(
        replace(note.new[0], quote=replace(note.new[0].quote, text="x " * (letters // 2), passage_id=f"{place}"))
        for place in range(matters)
    )
    parts = [
        tuple(
            replace(matter, quote=replace(matter.quote, passage_id=f"{part}-{matter.quote.passage_id}"))
            for matter in made
        )
        for part in range(4)
    ]
    return replace(note, new=parts[0], relisted=parts[1], changed=parts[2], dropped=parts[3])


def test_a_short_note_shows_three_of_each_kind(note):
    page = fitting.first_page(crowded(note, 5, 60))
    assert [len(part.matters) for part in page.parts][:4] == [3, 3, 3, 3]
    assert [part.more for part in page.parts][:4] == [2, 2, 2, 2]


@pytest.mark.parametrize(("matters", "letters"), [(3, 60), (12, 190), (50, 420)])
def test_whatever_there_is_the_first_page_is_one_page(note, matters, letters):
    full = crowded(note, matters, letters)
    page = fitting.first_page(full)
    assert fitting.height(full, page) <= fitting.PAGE
    assert all(len(part.matters) + part.more == matters for part in page.parts[:4])


def test_the_roomiest_choice_that_fits_is_taken(note):
    full = crowded(note, 50, 420)
    shown = len(fitting.first_page(full).parts[0].matters)
    roomier = [room for room in fitting.ROOMS if room.matters > shown]
    assert shown < fitting.ROOMS[0].matters
    assert all(fitting.height(full, fitting._page(full, room)) > fitting.PAGE for room in roomier)
