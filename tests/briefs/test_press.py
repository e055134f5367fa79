from __future__ import annotations

import pytest

from analyzer.briefs.spans import years


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((1995, 1996, 1997, 2022), "1995–1997, 2022"),
        ((2023, 2024), "2023–2024"),
        ((2025,), "2025"),
        ((), "none"),
    ],
)
def test_years_in_words(given, said):
    assert years(given) == said
