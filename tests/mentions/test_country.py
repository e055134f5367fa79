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
    assert named("the USSR ruled", year=2020) == [("USSR", "SUN")]  # a state that is gone keeps its name


@pytest.mark.parametrize(
    "word",
    [
        "Agreement", "Agreements", "Treaty", "Treaties", "Accord", "Accords", "Pact", "Protocol", "Memorandum", "FTA",
        "FTAA", "FTAs", "TPA", "TPAs", "BIT", "EPA", "CTPA", "MOU", "TIFA", "Framework", "Initiative", "Dialogue",
        "Arrangement", "Arrangements", "Economic Partnership", "Free Trade Area", "free trade agreement",
        "preferential trade area",
    ],
)  # fmt: skip
def test_the_kind_of_treaty_does_not_matter(word):
    assert named(f"under the Korea {word}") == []
    assert named(f"under the Peru–Chile Trade and Transit {word}") == []


@pytest.mark.parametrize(
    "word",
    [
        "Airline", "Airlines", "Airways", "Unicom", "Netcom", "Network Communications", "Air", "Aerospace", "Telecom",
        "Telekom", "Company", "Co.", "Corporation", "Corp", "Inc", "Ltd", "Limited", "Chamber", "Chambers",
        "Association", "Federation", "Confederation", "College", "University", "Motor", "Motors", "Railway",
        "Railways", "Petroleum", "Tobacco", "Electric", "Online", "Express", "Depositary", "Depository",
        "National Standards Institute", "Society", "Times", "Post", "Institute of Chartered Surveyors",
        "Institute of Certified Engineers", "Institute of Accountants", "Institute of Architects",
    ],
)  # fmt: skip
def test_what_a_firm_is_called_by_is_no_mention(word):
    assert named(f"the Korean {word} asked") == []


@pytest.mark.parametrize(
    "word",
    [
        "Commission", "Council", "Institute", "Institution", "Bank", "Agency", "Authority", "Board", "Bureau",
        "Center", "Centre", "Exchange", "Group", "Holding", "Holdings", "Committee", "Consortium", "Post", "Act",
        "Law", "Laws", "Code", "Decree", "Ordinance", "Fund", "Forum", "Trust", "Insurance", "Broadcasting",
        "Television", "Oil", "Gas", "Steel", "Power", "Organization", "Organisation", "Foundation", "Union",
        "Service", "Services", "Administration", "Office", "Standard", "Standards", "Specification", "Specifications",
        "Pharmacopoeia", "Plan", "Energy", "Tourism", "Investment", "Enterprise", "Police", "Alliance",
        "Certification", "Mobile", "Telecommunication", "Telecommunications",
    ],
)  # fmt: skip
def test_a_body_is_no_mention_after_the_name_of_its_country(word):
    assert named(f"the Kenya {word} asked") == named(f"the Kenya Salt and Tea {word} asked") == []
    assert named(f"the Kenyan {word} asked") == ([("Kenyan", "KEN")] if word != "Post" else [])


@pytest.mark.parametrize(
    "word",
    [
        "Government", "Ministry", "Parliament", "Customs", "Embassy", "Consulate", "Chamber of Deputies", "Congress",
        "Cabinet", "National Assembly", "Supreme Court", "President", "Prime Minister", "Department", "Senate",
        "House", "Federal", "Legislative", "Member", "Trade Representative",
    ],
)  # fmt: skip
def test_the_state_itself_is_meant(word):
    assert named(f"the Korean {word} Company asked") == [("Korean", "KOR")]


@pytest.mark.parametrize(
    "word",
    [
        "Government", "Ministry", "Parliament", "Embassy", "Congress", "Cabinet", "President", "Prime Minister",
        "Member", "Department of Trade", "National Assembly",
    ],
)  # fmt: skip
def test_so_is_it_after_the_name(word):
    assert named(f"the Kenya {word} Authority asked") == [("Kenya", "KEN")]


@pytest.mark.parametrize(
    "word",
    [
        "Commission", "Committee", "Council", "Forum", "Working Group", "Trade and Transit Council",
        "Joint Trade Council",
    ],
)  # fmt: skip
def test_a_joint_body_of_two_is_no_mention(word):
    assert named(f"the Peruvian–Chilean {word} met") == [("Chilean", "CHL")]


@pytest.mark.parametrize(
    "word",
    [
        "Bank of", "Ports Administration of", "Office of", "Postal Service for", "Communist Party of", "Gazette of",
        "Tender Chamber of", "Society of", "University of", "Chamber of Commerce of",
        "Chambers of Commerce and Industry of", "Association of", "Federation of", "Confederation of", "Institute of",
        "Board of", "Authority of the", "Corporation of", "Council of", "Exchange of", "Commission Seat of",
        "Agency for", "Union of", "Company of", "Institution of", "Standard of", "Standards of",
        "Administration of Posts of", "Service of Posts of the", "American Chamber of Commerce in",
        "American Chambers of Commerce in the",
    ],
)  # fmt: skip
def test_a_body_of_a_country_is_no_mention(word):
    assert named(f"the {word} Kenya") == []


@pytest.mark.parametrize("link", ["of", "on", "for", "and", "in", "to", "&", "against"])
def test_titles_go_on_over_small_words(link):
    assert named(f"the Kenya Salt {link} Tea Board") == named(f"the Korean Salt {link} Tea Company") == []
    assert named(f"the Peru–Chile Salt {link} Tea Agreement") == named(f"the Peru Board {link} Trade Pact") == []


def test_a_chamber_of_deputies_is_no_chamber_of_commerce():
    assert named("the Peru Chamber of Representatives met") == named("the Peru Chamber of Deputies met")
    assert named("the Peru Chamber of Deputies met") == [("Peru", "PER")]


def test_a_union_may_be_a_bloc():
    assert named("the European Union for Kenya") == [("European Union", "EUU"), ("Kenya", "KEN")]
    assert named("the government of Kenya") == [("Kenya", "KEN")]


@pytest.mark.parametrize(
    "word",
    [
        "Arabic", "Bulgarian", "Chinese", "Czech", "Danish", "Dutch", "Finnish", "French", "German", "Greek",
        "Hungarian", "Indonesian", "Italian", "Japanese", "Kazakh", "Korean", "Norwegian", "Polish", "Portuguese",
        "Romanian", "Russian", "Spanish", "Swedish", "Thai", "Turkish", "Ukrainian", "Uzbek", "Vietnamese",
    ],
)  # fmt: skip
def test_languages_are_no_mentions(word):
    assert named(f"labels in {word}.") == []
    assert word == "Arabic" or len(named(f"the {word} tariff")) == 1


@pytest.mark.parametrize(
    "word",
    [
        "in", "into", "and", "or", "English", "English,", "in the",
    ],
)  # fmt: skip
def test_a_language_by_what_stands_before(word):
    assert named(f"labels {word} Thai.") == named(f"labels {word} “Thai”.") == []
    assert named(f"labels {word} Thai goods") == [("Thai", "THA")]


@pytest.mark.parametrize(
    "word",
    [
        ".", ",", ";", ":", ")", "”", "\"", " and", " or", " as", " on", " to", " before", " with", " is", " only",
        " by", " at", " for", " but", " which", " rather",
    ],
)  # fmt: skip
def test_a_language_by_what_stands_behind(word):
    assert named(f"labels in Thai{word}") == []


@pytest.mark.parametrize(
    "word",
    [
        "language", "text", "script", "translation", "characters", "version", "letters", "and English version",
    ],
)  # fmt: skip
def test_a_language_by_its_noun(word):
    assert named(f"a Thai {word} is due") == []


@pytest.mark.parametrize(
    "word",
    [
        "the South China Sea", "New Mexico", "Northern Ireland", "Sea Island, Georgia", "Atlanta, Georgia",
        "Savannah Georgia", "the Supreme Soviet", "Bank of America", "Michael Jordan", "ASEAN Industrial Cooperation",
        "Mexico S.A.", "Mexico City", "the Panama Canal", "the Indian Ocean", "American Samoa", "British Columbia",
        "American Indians", "a Brazil nut", "French fries", "Japanese encephalitis", "a Japanese beetle",
        "a Canada challenge", "the Canada Challenge", "American Virgin Islands", "the Japan Times", "Asia-Pacific",
        "the India–Pacific corridor", "US $5", "the Gulf of Mexico", "the Sea of Japan", "Estado de Mexico",
        "paper 12/Peru", "the Indian States",
    ],
)  # fmt: skip
def test_what_has_a_name_of_its_own(word):
    assert named(word) == []


@pytest.mark.parametrize(
    "word",
    [
        "Latin", "North", "Central", "South", "Pan", "Inter", "Native", "African", "Meso", "Ibero",
    ],
)  # fmt: skip
def test_a_part_of_the_world_is_no_country(word):
    assert named(f"{word} American goods") == named(f"{word}-American goods") == []


@pytest.mark.parametrize(
    "word",
    [
        "Telecom", "TELECOM", "Telkom", "Telekom", "Vodafone", "Celtel", "Airtel", "Nextel", "Wireless", "Orange",
        "Zain", "Cola", "Toyota", "Bursa", "Negara", "Radio", "Air", "Air Services", "Invest", "Food Standards",
        "Food Standards Australia", "Partnership", "Partnerships", "Technology Partnerships", "Bahasa",
        "Self-Reliant", "Self- Reliant", "e-", "E-",
    ],
)  # fmt: skip
def test_a_firm_before_its_country(word):
    assert named(f"a rule of {word} Egypt") == []


@pytest.mark.parametrize(
    "word",
    [
        "Health", "Heritage", "Investment", "Industry", "Statistics", "Transport", "Environment", "Revenue",
        "Creative", "Development",
    ],
)  # fmt: skip
def test_offices_of_two_countries(word):
    assert named(f"a rule of {word} Canada") == [] != named(f"a rule of {word} Peru")


def test_a_bank_of_the_world_lends_to_a_country():
    assert named("Bank Export Indonesia") == []
    for bank in ("World", "Development"):
        assert named(f"the {bank} Bank Indonesia said") == [("Indonesia", "IDN")]


@pytest.mark.parametrize(
    "word",
    [
        "Federal Republic", "Islamic Republic", "Arab Republic", "Democratic Republic", "Socialist Republic",
        "Bolivarian Republic", "Hashemite Kingdom", "Federative Republic", "Cooperative Republic", "United Republic",
        "Sultanate", "State", "Commonwealth",
    ],
)  # fmt: skip
def test_the_form_of_the_state_belongs_to_the_name(word):
    assert named(f"the {word} of Kenya") == [(f"{word} of Kenya", "KEN")]
