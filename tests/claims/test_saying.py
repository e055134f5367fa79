"""The answer in words: it must not seem to contradict whether the claim holds."""

from __future__ import annotations

import pytest

from analyzer.claims.answers import Answer
from analyzer.claims.cues import Kind
from analyzer.claims.saying import headline, say


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        (Answer.TRUE, Kind.FIRST, "true as far as held"),
        (Answer.TRUE, Kind.GONE, "newly listed"),
        (Answer.TRUE, Kind.LONG, "newly listed"),
        (Answer.ALREADY, Kind.FIRST, "already listed"),
        (Answer.ALREADY, Kind.LONG, "still listed"),
        (Answer.DROPPED, Kind.GONE, "dropped"),
        (Answer.DROPPED, Kind.FIRST, "no longer listed"),
        (Answer.RELISTED, Kind.FIRST, "relisted"),
        (Answer.NOT_LISTED, Kind.GONE, "not listed"),
    ],
)
def test_the_headline_goes_with_what_the_claim_says(answer, kind, says):
    assert headline(answer, kind) == says
    told = say("nte", "KOR", 2025, answer, [2021, 2022], 2022, [2023, 2024], kind=kind)
    assert told.startswith(says.capitalize().removesuffix(" held"))
    assert told.endswith("Not held: 2023-2024.")
