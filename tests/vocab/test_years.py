"""Years in words."""

from __future__ import annotations

import pytest

from analyzer.vocab.years import ranges


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((), ""),
        ((2025,), "2025"),
        ((2024, 2025), "2024–2025"),
        ((1995, 1996, 1997, 2022, 2024, 2025), "1995–1997, 2022, 2024–2025"),
        ({2025, 1996, 1995}, "1995–1996, 2025"),
        ((2025, 2024, 2024), "2024–2025"),
    ],
)
def test_years_that_follow_one_another_are_joined(years, said):
    assert ranges(years) == said
    assert ranges(years, dash="-") == said.replace("–", "-")
