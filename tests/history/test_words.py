from __future__ import annotations

import pytest

from analyzer.history import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("procure", "procurement"),
        ("restrictions", "restricts"),
        ("licence", "licences"),
        ("Café", "cafe"),
        ("Korea’s", "Korea"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert words.stem(one) == words.stem(other)


def test_figures_are_joined_over_their_commas_as_tables_print_them():
    assert words.stems("quota of 7,700 tons") == words.stems("quota of 7700 tons")


@pytest.mark.parametrize(("word", "expected"), [("1997", True), ("2025", True), ("1500", False), ("20000", False)])
def test_years_are_told_from_other_figures(word, expected):
    assert words.is_year(word) is expected
