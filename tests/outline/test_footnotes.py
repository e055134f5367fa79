from __future__ import annotations

import pytest

from analyzer.outline.footnotes import attach, split_notes
from analyzer.records import Passage, Segment


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (
            ["2 First note", "runs on. 3 Second note.", "4 Third."],
            {2: "First note runs on.", 3: "Second note.", 4: "Third."},
        ),
        (["7 Law of May 5, 2016. 25 Members voted."], {7: "Law of May 5, 2016. 25 Members voted."}),
        (["carried over.", "1 Own note."], {0: "carried over.", 1: "Own note."}),
        ([], {}),
    ],
)
def test_notes_are_split_by_rising_numbers(lines, notes):
    assert split_notes(lines) == notes


def _passage(text, page):
    segment = Segment(0, len(text), 0, pdf_page=page, line=0)
    return Passage(
        "id", "nte", 2031, "NOR", ("NOR",), "labor", None, (), 0, text, ((0, len(text)),), page, "1", (segment,)
    )


def test_a_note_goes_to_the_passage_that_cites_it():
    passages = [
        _passage("Duties rose by 2 percent.", 5),
        _passage("The law was amended. 2", 5),
        _passage("Elsewhere. 2", 6),
    ]
    noted = attach(passages, {5: {2: "Law 17."}})
    assert [p.footnotes for p in noted] == [(), ("2 Law 17.",), ()]


def test_a_note_that_nobody_cites_goes_to_the_first_passage_of_its_page():
    noted = attach([_passage("One.", 5), _passage("Two.", 6)], {6: {0: "Sources differ."}})
    assert [p.footnotes for p in noted] == [(), ("Sources differ.",)]
