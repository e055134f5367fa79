from __future__ import annotations

import pytest

from analyzer.mentions.offset import find_offsets
from analyzer.queries import countertrade_years, offset_years, offsets, whose
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


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Austria : Tenders are short.", "Offset deals are common."), "AUT"),
        (('Of the national practices: Austria ": Tenders are short.', "Offset deals are common."), "AUT"),
        (("Austria: Tenders are short.", "They are long.", "Offset deals are common."), "AUT"),
        (("Austria: Tenders are short.", "Poland: Roads are old.", "Offset deals are common."), "POL"),
        (("Austria: Tenders are short.", "Polish ones are long.", "Offset deals are common."), "EUU"),
        (("Austria: Tenders are short.", "Member States differ.", "Offset deals are common."), "EUU"),
        (("Austria: Tenders are short.", "Some Member States ask for offset deals."), "EUU"),
        (("Remarks: Tenders are short.", "Offset deals are common."), "EUU"),
    ],
)
def test_the_heading_in_a_passage_before_tells_whose_it_is(reports, texts, expected):
    store = reports(*((2013, "European Union", text) for text in texts))
    assert [regime.economy for regime in offsets(store)] == [expected]


def test_a_paragraph_of_another_section_or_heading_tells_nothing():
    def passage(section, heading, text):
        return Passage("p", "nte", 2013, "EUU", ("EUU",), section, None, heading, 0, text, ((0, len(text)),))

    here = passage("procurement", ("Tenders",), "Offset deals are common.")
    (mention,) = find_offsets(here.text)
    assert whose(here, mention, [passage("procurement", ("Tenders",), "Austria: They are short.")]) == ("AUT",)
    assert whose(here, mention, [passage("ip", ("Tenders",), "Austria: They are short.")]) == ("EUU",)
    assert whose(here, mention, [passage("procurement", ("Rules",), "Austria: They are short.")]) == ("EUU",)


def test_editions_that_speak_of_countertrade_are_told_apart(reports):
    store = reports(
        (2018, "Fiji", "An order asks for countertrade of 50 percent."),
        (2021, "Fiji", "An order asks for offsets of 50 percent."),
        (2022, "Fiji", "An order asks for offsets of 50 percent and for countertrade."),
    )
    assert offset_years(store, "nte") == {"FJI": (2021, 2022)}
    assert countertrade_years(store, "nte") == {"FJI": (2018, 2022)}
