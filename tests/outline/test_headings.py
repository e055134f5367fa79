from __future__ import annotations

import pytest

from analyzer.outline.headings import Trail
from analyzer.records import Line


def _line(size=11.0, italic=False, level=None):
    return Line("", (0, 0, 1, 1), size, bold=True, italic=italic, level=level)


def test_sub_headings_nest_by_size_and_slant_and_a_section_clears_them():
    trail = Trail(11.0, typed=True)
    trail.take("IMPORT POLICIES", _line(14))
    trail.take("Customs", _line(12))
    trail.take("Tariffs", _line(11))
    trail.take("Cheese", _line(11, italic=True))
    assert trail.path == ("Customs", "Tariffs", "Cheese")
    trail.take("Quotas", _line(11))
    assert (trail.section, trail.path) == ("import_policies", ("Customs", "Quotas"))
    trail.take("OTHER BARRIERS", _line(14))
    assert (trail.section, trail.printed, trail.path) == ("other", "OTHER BARRIERS", ())


def test_the_halves_of_a_joint_section_stand_above_its_other_headings():
    trail = Trail(11.0, typed=True)
    trail.take("TECHNICAL BARRIERS TO TRADE / SANITARY AND PHYTOSANITARY BARRIERS", _line(14))
    trail.take("Technical Barriers to Trade", _line(11))
    trail.take("Toys", _line(11))
    assert (trail.section, trail.path) == ("tbt_sps", ("Technical Barriers to Trade", "Toys"))
    trail.take("Sanitary and Phytosanitary Barriers", _line(11))
    trail.take("Beef", _line(11))
    assert trail.path == ("Sanitary and Phytosanitary Barriers", "Beef")


@pytest.mark.parametrize(
    ("text", "size", "section"),
    [
        ("Labor", 11.0, "unsectioned"),  # a sub-heading that only sounds like a section
        ("LABOR", 11.0, "labor"),
        ("Labor", 14.0, "labor"),
        ("A SECTION NOT SEEN BEFORE", 14.0, "other"),
        ("QATAR", 11.0, "unsectioned"),
    ],
)
def test_a_section_is_told_by_its_name_and_its_type(text, size, section):
    trail = Trail(11.0, typed=True)
    trail.take(text, _line(size))
    assert trail.section == section


def test_html_levels_nest():
    trail = Trail(11.0, typed=True)
    trail.take("Import Policies", _line(level=2))
    trail.take("Tariffs", _line(level=3))
    trail.take("Cheese", _line(level=4))
    assert (trail.section, trail.path) == ("import_policies", ("Tariffs", "Cheese"))
    trail.take("Quotas", _line(level=3))
    assert trail.path == ("Quotas",)
