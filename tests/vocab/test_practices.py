from __future__ import annotations

import pytest

from analyzer.vocab.practices import named_in

TEXTS = [
    ("Bidders must take part in an offset program.", {"offset"}),
    ("Bids with offsets are preferred.", {"offset"}),
    ("The agency asks for countertrade.", {"offset"}),
    ("Offset policies vary by ministry.", {"offset"}),
    ("A levy is charged to offset the cost of roads.", set()),
    ("Firms may buy carbon offsets.", set()),
    ("The tax offset requirements were eased.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_practices_are_known_by_their_nouns_alone(text, expected):
    assert named_in(text) == expected
