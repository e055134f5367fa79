from __future__ import annotations

import pytest

from analyzer.outline.blocks import Blocks
from analyzer.outline.paragraphs import Placed


def _group(paged):
    lines = [Placed(line, page.number, i) for page in paged.pages for i, line in enumerate(page.lines)]
    blocks = Blocks(paged)
    return [(blocks.is_heading(b), " ".join(p.line.text for p in b)) for b in blocks.group(lines)]


LONG = "word " * 17 + "word"  # 89 letters of 5 points: nearly the measure


def test_a_gap_begins_a_paragraph_and_leading_does_not(set_pages):
    page = [(100, 11, "", LONG), (113, 11, "", "goes on."), (139, 11, "", "Another."), (150, 11, "b", "Heading")]
    assert _group(set_pages(page)) == [(False, f"{LONG} goes on."), (False, "Another."), (True, "Heading")]


def test_bullets_are_blocks_and_numbers_in_the_flow_are_not(set_pages):
    page = [
        (100, 11, "", LONG),
        (113, 11, "", "(4) a list that runs in the text; and"),
        (126, 11, "", "• tyres"),
        (139, 11, "", "• milk"),
    ]
    assert [text[-8:] for _, text in _group(set_pages(page))] == ["ext; and", "• tyres", "• milk"]


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        (LONG, "goes on over the page.", True),
        (LONG[:-5] + "end.", "Next sentence of the same paragraph.", True),  # the line is full: it did not end there
        ("It ended here.", "A new matter begins.", False),
        ("It ended without a stop 4", "A new matter begins.", False),
    ],
)
def test_a_paragraph_goes_on_over_the_page_where_its_line_was_full(set_pages, last, first, joined):
    paged = set_pages([(700, 11, "", LONG), (713, 11, "", last)], [(80, 11, "", first)])
    assert (len(_group(paged)) == 1) == joined


@pytest.mark.parametrize(
    ("style", "text", "heading"),
    [
        ("b", "Offsets", True),
        ("i", "Meat and Milk", True),
        ("i", "(See the section on services.)", False),
        ("i", "This chapter leaves out taxes.", False),
        ("b", "Whole sentences in bold are text.", False),
    ],
)
def test_what_counts_as_a_heading(set_pages, style, text, heading):
    paged = set_pages([(100, 11, "b", "Top"), (130, 11, style, text), (160, 11, "", "Body text follows.")])
    assert (heading, text) in _group(paged)


def test_italics_at_the_end_of_a_paragraph_are_text(set_pages):
    page = [
        (90, 11, "b", "Top"),
        (110, 11, "", LONG),
        (123, 11, "i", "Digital Trade Barriers section"),
        (149, 11, "", "x"),
    ]
    assert (False, f"{LONG} Digital Trade Barriers section") in _group(set_pages(page))
