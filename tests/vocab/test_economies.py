from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analyzer.errors import UnknownChoice
from analyzer.vocab import economies


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Korea", "KOR"),
        ("Republic Of Korea", "KOR"),
        ("KOREA", "KOR"),
        ("People’s Republic Of China", "CHN"),
        ("The Philippines", "PHL"),
        ("Burma", "MMR"),
        ("Cote D’ivoire", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("TÜRKİYE", "TUR"),
        ("Türkiye", "TUR"),
        ("Arab League", "ARL"),
        ("European Union", "EUU"),
        ("Gulf Cooperation Council", "GCC"),
        ("South African Customs Union", "SACU"),
        ("Southern African Customs Union", "SACU"),
        ("The Former Soviet Union", "SUN"),
        ("Brunei Darussalam", "BRN"),
        ("gcc", "GCC"),
    ],
)
def test_chapter_labels_of_all_eras_lead_to_a_code(label, code):
    assert economies.code_of(label) == code


@pytest.mark.parametrize("label", ["Purchases", "•", "", "On June 2", "Trade Summary"])
def test_what_is_no_economy_has_no_code(label):
    assert economies.code_of(label) is None


def test_the_printed_name_follows_the_year():
    assert economies.name_of("TUR", year=2010) == "Turkey"
    assert economies.name_of("TUR", year=2025) == "Türkiye"
    assert economies.name_of("KOR") == "Korea"


def test_an_unknown_code_names_what_was_asked():
    with pytest.raises(UnknownChoice, match="QQQ"):
        economies.name_of("QQQ")


def test_the_union_has_its_members_by_date():
    assert "GBR" in economies.members("EUU", 2020)
    assert "GBR" not in economies.members("EUU", 2021)
    assert len(economies.members("EUU", 1999)) == 15
    assert len(economies.members("EUU", 2025)) == 27


def test_blocs_with_few_members():
    assert economies.members("GCC", 2025) == ("ARE", "BHR", "KWT", "OMN", "QAT", "SAU")
    assert economies.members("SACU", 2003) == ("BWA", "LSO", "NAM", "SWZ", "ZAF")
    assert economies.members("KOR", 2003) == ()


def test_states_named_in_a_text_come_once_in_order():
    text = "The Kingdom of Saudi Arabia, the UAE and Qatari firms met Saudi buyers of roast turkey."
    assert economies.states_named(text) == ("SAU", "ARE", "QAT")
    assert economies.states_named(text, among=("QAT",)) == ("QAT",)


def test_adding_a_name_is_adding_one_line():
    rows = list(csv.DictReader(Path(economies.__file__).with_name("economies.csv").open(encoding="utf-8")))
    assert len(rows) == len(economies.names())
    for row in rows:
        assert economies.code_of(row["name"]) == row["code"] or row["role"] == "demonym", row
        assert row["source"] and row["checked_on"], row
        assert row["role"] in {"official", "name", "abbreviation", "demonym", "label"}, row


def test_no_line_stands_twice():
    lines = [(n.code, n.name) for n in economies.names()]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("code", "year", "within_a_sentence"),
    [
        ("KOR", 2025, "Korea"),
        ("EUU", 2025, "the European Union"),
        ("PHL", 2025, "the Philippines"),
        ("CZE", 2003, "the Czech Republic"),
        ("GCC", 2025, "the Gulf Cooperation Council"),
    ],
)
def test_within_a_sentence_some_names_take_an_article(code, year, within_a_sentence):
    assert economies.named(code, year=year) == within_a_sentence


@pytest.mark.parametrize(
    ("name", "code"),
    [("Korea, South", "KOR"), ("Korea, Republic of", "KOR"), ("Korea (South)", "KOR"), ("Korea, East", None)],
)
def test_names_in_the_order_of_lists_are_known(name, code):
    assert economies.code_of(name) == code
