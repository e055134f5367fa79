from __future__ import annotations

import pytest

from analyzer.mentions.country import find_countries


def named(text, **options):
    return [(text[m.start : m.end], m.norm) for m in find_countries(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Koreas tariffs and Korea’s fees", [("Korea", "KOR"), ("Korea", "KOR")]),
        ("the UAE, the U.K. and non-EU firms", [("UAE", "ARE"), ("U.K.", "GBR"), ("EU", "EUU")]),
        ("the Kingdom of Saudi Arabia taxes Emirati goods", [("Kingdom of Saudi Arabia", "SAU"), ("Emirati", "ARE")]),
        ("Côte d’Ivoire and Cote dIvoire", [("Côte d’Ivoire", "CIV"), ("Cote dIvoire", "CIV")]),
        ("Türkiye, once Turkey, sells roast turkey", [("Türkiye", "TUR"), ("Turkey", "TUR")]),
        ("the European Union (EU)", [("European Union", "EUU"), ("EU", "EUU")]),
        (
            "the Indian Ministry of Finance and the Tunisian Customs Administration",
            [("Indian", "IND"), ("Tunisian", "TUN")],
        ),
        ("Niger and Nigeria differ", [("Niger", "NER"), ("Nigeria", "NGA")]),
        ("fees of 500 Korean won", [("Korean", "KOR")]),
        (
            "non-EU/EFTA goods and Soviet/Russian firms",
            [("EU", "EUU"), ("EFTA", "EFTA"), ("Soviet", "SUN"), ("Russian", "RUS")],
        ),
        ("the World Bank Egypt said", [("Egypt", "EGY")]),  # the comma is lost
        ("the Mexican Chamber of Deputies", [("Mexican", "MEX")]),
        ("the administration of Angola's ports", [("Angola", "AGO")]),
        ("a Soviet-era rule of the former USSR", [("Soviet", "SUN"), ("USSR", "SUN")]),
        ("PERU and CHAD", [("PERU", "PER"), ("CHAD", "TCD")]),
        (
            "the Socialist Republic of Vietnam and the Sultanate of Oman",
            [("Socialist Republic of Vietnam", "VNM"), ("Sultanate of Oman", "OMN")],
        ),
        ("Mexico sells to New Mexico", [("Mexico", "MEX")]),
        ("exports to Korea 5 million tons", [("Korea", "KOR")]),
    ],
)
def test_names_in_every_form(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "labels in Korean.",
        "Korean-language manuals",
        "the Korea Fair Trade Commission",
        "flights of Korean Air",
        "the United States–Korea Free Trade Agreement",
        "the U.S.-Chile FTA",
        "the Central Bank of Nigeria",
        "the Myanmar Investment Law",
        "the Bank of Ghana's rules",
        "shares in Telecom Egypt and Telkom Kenya",
        "Bank Negara Malaysia and Bank Indonesia",
        "an order of Health Canada",
        "Food Standards Australia New Zealand",
        "labels in Bahasa Indonesia",
        "in English, French and Spanish.",
        "the Communist Party of China",
        "the Civil Aviation Administration of China",
        "the e-Japan plan and the Panama Papers",
        "Royal Dutch Shell",
        "notice G/TBT/N/EU/91",
        "China Unicom and China Netcom",
        "the Vietnam Trade Facilitation Alliance",
        "the Uruguay Round",
        "Brazil nuts",
        "the Niger Delta",
        "Latin American buyers",
        "tariffs of US$ 5",
        "a fee of US 5 million",  # the sign is lost
        "Bank Indonesia",
        "Health Canada approves",
    ],
)
def test_what_only_borrows_a_name_is_no_mention(text):
    assert named(text) == []


def test_an_abbreviation_out_of_use_is_something_else():
    assert named("the EC ruled", year=1998) == named("the EC ruled", year=2009) == [("EC", "EUU")]
    assert named("the EC ruled", year=2020) == []
