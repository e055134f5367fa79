"""Economies named as people name them."""

from __future__ import annotations

import pytest

from analyzer.errors import UnknownChoice
from analyzer.queries.asking import economy_code


@pytest.mark.parametrize("name", ["KOR", "kor", "Korea", "South Korea", "Republic of Korea", "Korean", " koreans "])
def test_an_economy_is_found_by_code_name_or_people(name):
    assert economy_code(name) == "KOR"


def test_a_misspelt_name_is_answered_with_names_of_economies():
    with pytest.raises(UnknownChoice, match=r"Did you mean Korea, ") as told:
        economy_code("Koreea")
    assert "Korean" not in str(told.value)
