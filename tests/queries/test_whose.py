from __future__ import annotations

import pytest

from analyzer.mentions.offset import find_offsets
from analyzer.queries import offset_years, whose
from analyzer.records import Passage


def about(text, *, chapter, others=()):
    passage = Passage(
        "p", "nte", 2013, chapter, (chapter, *others), "procurement", None, (), 0, text, ((0, len(text)),)
    )
    return [whose(passage, mention) for mention in find_offsets(text)]


@pytest.mark.parametrize(
    ("text", "chapter", "others", "expected"),
    [
        ("Austria: Offset deals are common.", "EUU", ("AUT",), ("AUT",)),
        ("Austria: Fleets are cut for German makers, and offset deals are common.", "EUU", ("AUT", "DEU"), ("AUT",)),
        ("Greece has an offset policy, and Italian tenders are opaque.", "EUU", ("ITA",), ("GRC",)),
        ("Offset deals are common.", "EUU", ("AUT", "DEU"), ("AUT", "DEU")),
        ("Offset deals are common.", "EUU", (), ("EUU",)),
        ("Greece insists on offset deals.", "JPN", (), ("GRC",)),  # strayed into another chapter
        ("Japan and Greece insist on offset deals.", "JPN", (), ("JPN",)),
        ("A British firm runs an offset venture.", "ARE", (), ("ARE",)),
    ],
)
def test_whose_practice_it_is(text, chapter, others, expected):
    assert about(text, chapter=chapter, others=others) == [expected]


def test_the_heading_of_a_paragraph_tells_whose_it_is():
    text = "Austria: Fleets are cut for German makers. Offset deals are common."
    cut = text.index("Offset")
    bounds = ((0, cut), (cut, len(text)))
    passage = Passage("p", "nte", 2013, "EUU", ("EUU", "AUT", "DEU"), "procurement", None, (), 0, text, bounds)
    (mention,) = find_offsets(text)
    assert whose(passage, mention) == ("AUT",)


def test_the_editions_that_speak_of_an_economys_offsets(reports):
    store = reports(
        (2018, "Japan", "Greece insists on offsets in army contracts."),
        (2018, "European Union", "Austria: Offset deals are common."),
        (2021, "Japan", "Makers of tyres cut prices to offset a tax."),
        (2021, "Kuwait", "The ministry asks for offsets."),
        (2025, "Kuwait", "Offsets are asked for no longer."),
    )
    assert offset_years(store, "nte") == {"AUT": (2018,), "EUU": (2018,), "GRC": (2018,), "KWT": (2021, 2025)}
