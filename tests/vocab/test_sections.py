from __future__ import annotations

from collections import Counter

import pytest

from analyzer.errors import UnknownChoice
from analyzer.vocab import sections


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Import Policies", "import_policies"),
        ("IMPORT POLICIES", "import_policies"),
        ("Standards, Labeling and Certification", "standards"),
        ("STANDARDS TESTING LABELING AND CERTIFICATION", "standards"),
        ("TECHNICAL BARRIERS TO TRADE", "tbt"),
        ("TECHNICAL BARRIERS TO TRADE / SANITARY AND PHYTOSANITARY BARRIERS", "tbt_sps"),
        ("TECHNICAL BARRIERS TO TRADE/SANITARY AND PHYTOSANITARY BARRIERS", "tbt_sps"),
        ("Sanitary and Phytosanitary Barriers", "sps"),
        ("GOVERNMENT PROCUREMENT", "procurement"),
        ("Export Subsidies", "export_subsidies"),
        ("SUBSIDIES", "subsidies"),
        ("IP Rights", "ip"),
        ("INTELLECTUAL PROPERTY PROTECTION", "ip"),
        ("Lack of Intellectual Property Protection", "ip"),
        ("Services Barriers", "services"),
        ("E-commerce", "ecommerce"),
        ("BARRIERS TO DIGITAL TRADE", "digital"),
        ("Anti-competitive Practices", "competition"),
        ("Anti-competitive Pratices", "competition"),
        ("STATE-OWNED ENTERPRISES", "soe"),
        ("LABOR", "labor"),
        ("ENVIRONMENT", "environment"),
        ("Trade Remedies", "trade_remedies"),
        ("OTHER BARRIERS", "other"),
        ("Brass Sockets", None),
        ("", None),
    ],
)
def test_printed_headings_of_all_eras_have_a_key(printed: str, key: str | None) -> None:
    assert sections.section_key(printed) == key


@pytest.mark.parametrize(
    "same", [("standards", "tbt", "sps", "tbt_sps"), ("ecommerce", "digital"), ("subsidies", "export_subsidies")]
)
def test_subjects_that_moved_between_headings_are_one_family(same: tuple[str, ...]) -> None:
    assert len({sections.family(key) for key in same}) == 1


def test_unlike_subjects_are_different_families() -> None:
    assert sections.family("procurement") != sections.family("import_policies")


def test_each_heading_stands_once_and_for_one_section_only() -> None:
    headings: Counter[str] = Counter()
    for section in sections.sections().values():
        headings.update({sections._fold(section.key), sections._fold(section.title)})
        headings.update(map(sections._fold, section.printed))
    assert [heading for heading, times in headings.items() if times > 1] == []


def test_every_key_and_title_is_its_own_heading() -> None:
    for section in sections.sections().values():
        assert sections.section_key(section.key) == section.key
        assert sections.section_key(sections.title(section.key)) == section.key


def test_an_unknown_key_is_refused_with_the_nearest_ones() -> None:
    with pytest.raises(UnknownChoice, match="Did you mean procurement"):
        sections.title("procurment")
