"""Which edition a text speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from analyzer.claims import Kind, editions


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("The 2025 report lists it.", None, 2025),
        ("It stood in the list of 2024, not in that of 2023.", None, 2024),
        ("The 2022 report was silent on it.", None, None),
        ("The 2022 report was silent on it.", Kind.GONE, 2022),
        ("The 2022 report already raised it.", Kind.GONE, None),
        ("Quotas were cut in 2021.", None, None),
        ("The quota, which featured in the 2022 edition, is in the 2025 edition.", None, 2025),
    ],
)
def test_an_edition_named_to_compare_with_is_not_the_one_spoken_of(text, kind, year):
    assert editions.spoken_of(text, kind) == year


def test_years_since_when_something_is_so_are_no_years_of_now():
    text = "Listed since 1996 and cut in 2021, until 2024."
    assert editions.years(text) == [1996, 2021, 2024]
    assert editions.current_years(text) == [2021]
    assert (editions.since(text), editions.until(text)) == (1996, [2024])


def test_an_article_without_a_year_speaks_of_the_latest_edition_of_its_day():
    assert editions.published_on(date(2024, 4, 1), (2022, 2023, 2025)) == 2023
    assert editions.published_on(None, (2022, 2025)) == 2025
    assert editions.published_on(date(2020, 4, 1), (2022,)) is None
