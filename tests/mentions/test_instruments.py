from __future__ import annotations

import pytest

from analyzer.mentions.offset import find_offsets
from analyzer.mentions.offset_terms import instruments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Executive Order No. 12 directs the ministries to seek offsets.", ["Executive Order 12"]),
        ("Under Law 8,666/1993 the army asks for offsets.", ["Law 8,666/1993"]),
        ("A 1993 executive order mandates offsets.", ["1993 executive order"]),
        ("The Public Buying Policy Act requires offsets.", ["Public Buying Policy Act"]),
        ("An executive order mandates offsets.", []),  # which one it is cannot be told
        ("Offsets must meet the terms of Republic Act No. 12.", []),  # which does not lay them down
        ("The Foreign Capital Law is of use when establishing offset ventures.", []),
        ("Law 8,666/1993 requires tenders.", []),  # no word of offsets
    ],
)
def test_by_what_law_offsets_are_asked_for(text, expected):
    found = instruments(text, find_offsets(text))
    assert [(t.kind, t.norm) for t in found] == [("basis", norm) for norm in expected]
