from __future__ import annotations

import pytest

from analyzer.queries import Standing, beside, iso_date


@pytest.mark.parametrize(
    ("spoken", "iso"),
    [("July 18 2012", "2012-07-18"), ("July 18, 2012", "2012-07-18"), ("July 2012", "2012-07"), ("2012", "2012")],
)
def test_dates_as_reports_write_them(spoken, iso):
    assert iso_date(spoken) == iso


def test_no_date():
    assert iso_date(None) == ""


@pytest.mark.parametrize(
    ("standing", "check"),
    [
        (Standing("NOR", 2020, "party"), ""),
        (Standing("NOR", 2020, "neither"), "differs"),
        (Standing("NOR", 2020, "silent"), ""),
        (Standing("NOR", 1995, "neither"), ""),  # the list starts with the GPA of 1996
        (Standing("KEN", 2020, "neither"), ""),
        (Standing("NOR", 2020, "non-party"), "differs"),
        (Standing("CHN", 2020, "neither"), "differs"),
        (Standing("CHN", 2020, "non-party"), ""),  # says nothing of observing
        (Standing("KEN", 2020, "non-party"), ""),
        (Standing("KEN", 2020, "observer"), "no entry"),
        (Standing("KEN", 2020, "party"), "differs"),
        (Standing("CHN", 2020, "observer", "February 2002"), ""),
        (Standing("CHN", 2020, "observer", "2002"), ""),
        (Standing("CHN", 2020, "observer", "May 2003"), "date differs"),
        (Standing("CHN", 2020, "acceding", "December 2007"), ""),
    ],
)
def test_the_report_against_the_list(standing, check):
    assert beside(standing)["check"] == check


@pytest.mark.parametrize("stated", ["observer", "acceding", "non-party", "silent"])
def test_the_list_tells_its_weightiest_standing_whatever_the_report_states(stated):
    row = beside(Standing("CHN", 2020, stated))
    assert (row["reference"], row["reference_since"]) == ("acceding", "2007-12")
    assert (row["reference_also"], row["check"]) == ("observer since 2002-02", "")
    assert beside(Standing("KEN", 2020, stated))["reference_also"] == ""


def test_the_list_is_asked_for_the_day_of_the_edition():
    assert beside(Standing("BRA", 2021, "acceding"))["reference"] == "acceding"
    assert beside(Standing("BRA", 2025, "observer"))["check"] == ""
    assert beside(Standing("MEX", 2019, "silent"))["fta"] == "NAFTA 10"
    assert beside(Standing("MEX", 2025, "silent"))["fta"] == "USMCA 13"
