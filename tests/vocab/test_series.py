from __future__ import annotations

import pytest

from analyzer.errors import UnknownChoice
from analyzer.vocab import sections, series


def test_years_of_the_known_series():
    assert series.published("nte")[0] == 1995
    assert {2010, 2023, 2024, 2025, 2026} <= set(series.published("nte"))
    assert series.published("ite") == (1996, 2022, 2024, 2025)
    assert series.published("unheard-of") == ()
    with pytest.raises(UnknownChoice, match="ite, nte"):
        series.get("unheard-of")


@pytest.mark.parametrize(
    ("year", "section", "inside"),
    [
        (2009, "tbt", True),
        (2010, "tbt", False),
        (2014, "sps", False),
        (2015, "tbt_sps", True),
        (2012, "procurement", True),
        (2024, "tbt", True),
    ],
)
def test_technical_and_sanitary_barriers_stood_elsewhere_for_five_years(year, section, inside):
    assert series.in_scope("nte", year, section) == inside


def test_sections_out_of_scope_are_known_sections():
    for known in series.all_series().values():
        for scope in known.scopes:
            assert scope.absent <= set(sections.sections())
            assert scope.first <= scope.last
            assert scope.source


def test_notes_tell_of_the_narrowed_edition():
    assert "on purpose" in series.notes("nte", 2024)[0]
    assert series.notes("nte", 2025) == ()


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["2025 National Trade Estimate Report on FOREIGN TRADE BARRIERS"], ("nte", 2025)),
        (["", "Signed in 1984. The 2019 National Trade Estimate"], ("nte", 2019)),  # the year nearest to the name
        (["2025NTE.pdf"], ("nte", 2025)),
        (["Illustrative Trade Barrier Estimate", "ite-1996.pdf"], ("ite", 1996)),
        (["A cookery book of 2025", "dinner.pdf"], (None, None)),
        (["the NTE Report"], ("nte", None)),
    ],
)
def test_an_edition_is_recognised_by_title_and_file_name(texts, found):
    assert series.recognise(texts) == found
