from __future__ import annotations

from datetime import date

import pytest

from analyzer.vocab import agreements, dated, economies, ftas, gpa, offsets, rdp


@pytest.mark.parametrize(
    ("code", "on", "status"),
    [
        ("KOR", date(2025, 3, 31), "party"),
        ("DEU", date(2005, 1, 1), "party"),
        ("POL", date(2003, 1, 1), None),
        ("AUS", date(2017, 1, 1), "acceding"),
        ("AUS", date(2020, 1, 1), "party"),
        ("BRA", date(2021, 1, 1), "acceding"),
        ("BRA", date(2025, 1, 1), "observer"),
        ("MEX", date(2025, 1, 1), None),
        ("GBR", date(2022, 1, 1), "party"),
    ],
)
def test_the_standing_follows_the_date(code, on, status):
    found = gpa.standings_of(code, on)
    assert (found[0].status if found else None) == status


def test_a_date_may_be_a_year_or_a_month():
    assert dated.first_day("2002") == date(2002, 1, 1)
    assert dated.first_day("2002-05") == date(2002, 5, 1)
    assert dated.first_day("2002-05-09") == date(2002, 5, 9)


def test_partners_and_chapters():
    assert rdp.partner("JPN", date(2025, 3, 31)).standing == "qualifying"
    assert rdp.partner("JPN", date(2010, 1, 1)) is None
    assert rdp.partner("KOR", date(2025, 3, 31)).standing == "negotiating"
    assert rdp.partner("PER", date(2025, 3, 31)) is None
    assert ftas.chapter("KOR", date(2020, 1, 1)).chapter == "17"
    assert ftas.chapter("MEX", date(2010, 1, 1)).agreement == "NAFTA"
    assert ftas.chapter("MEX", date(2021, 1, 1)).agreement == "USMCA"
    assert ftas.chapter("CAN", date(2021, 1, 1)) is None


def test_every_row_has_a_source_and_a_known_code():
    rows = [*gpa.standings(), *rdp.partners(), *ftas.chapters(), *offsets.programmes()]
    for row in rows:
        assert row.code in economies.codes(), row
        assert row.source and row.checked_on >= date(2026, 1, 1), row
    for name in agreements.short_names():
        assert name.source and name.checked_on >= date(2026, 1, 1), name


def test_a_programme_added_to_its_file_is_found():
    from analyzer.mentions.offset import find_offsets

    for programme in offsets.programmes():
        (mention,) = find_offsets(f"Bidders must join the {programme.name}.")
        assert mention.norm == programme.norm
