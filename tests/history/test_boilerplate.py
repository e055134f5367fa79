from __future__ import annotations

import pytest
from history_made import CHEESE, passage

from analyzer.history.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States will continue to monitor the new scheme closely.", True),
        ("U.S. goods exports to Freedonia fell by a tenth.", True),
        ("The free trade deal with Freedonia entered into force in 2012.", True),
        (CHEESE, False),
        (CHEESE + " The United States will continue to raise the matter.", False),
    ],
)
def test_boilerplate_is_a_passage_without_any_barrier(text, expected):
    assert is_boilerplate(passage(2020, text)) is expected
