"""How a claim stands against the editions held."""

from __future__ import annotations

import pytest

from analyzer.claims import Answer


@pytest.mark.parametrize(
    ("present", "before", "answer"),
    [
        (True, [], Answer.TRUE),
        (True, [2021, 2024], Answer.ALREADY),
        (True, [2021, 2023], Answer.RELISTED),
        (False, [2024], Answer.DROPPED),
        (False, [], Answer.NOT_LISTED),
    ],
)
def test_an_answer_goes_by_the_edition_and_those_before_it(present, before, answer):
    assert Answer.of(present=present, before=before, compared=2024) is answer
    assert answer.present is present
