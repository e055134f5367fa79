from __future__ import annotations

import pytest

from analyzer.mentions.agreement import find_agreements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the revised WTO Agreement on Government Procurement (GPA)",
            [("revised WTO Agreement on Government Procurement (GPA)", "GPA")],
        ),
        ("under the GATT Government Procurement Code", [("GATT Government Procurement Code", "GPA")]),
        (
            "the WTO Committee on Government Procurement met",
            [("WTO Committee on Government Procurement", "GPA_COMMITTEE")],
        ),
        ("a GPA-covered tender", [("GPA", "GPA")]),
        ("NAFTA builds on the CFTAs bid system", [("NAFTA", "FTA_GP"), ("CFTA", "FTA_GP")]),
        ("bids fall under the NTT agreement", [("NTT agreement", "BILATERAL_GP")]),
        (
            "tenders follow Chapter 13 (Government Procurement) of the USMCA",
            [("Chapter 13 (Government Procurement) of the USMCA", "FTA_GP")],
        ),
        ("the GPAs rules", [("GPA", "GPA")]),  # the apostrophe is lost
        ("coverage by the GATT procurement code", [("GATT procurement code", "GPA")]),
        (
            "the WTO Government Procurement Agreement (WTO/GPA)",
            [("WTO Government Procurement Agreement (WTO/GPA)", "GPA")],
        ),
        ("KORUS opens procurement", [("KORUS", "FTA_GP")]),
        ("the CAFTA–DR covers tenders", [("CAFTA–DR", "FTA_GP")]),
        (
            "a Reciprocal Defense Procurement Agreement with Spain",
            [("Reciprocal Defense Procurement Agreement", "RDP")],
        ),
        (
            "the 2010 U.S.-Canada Agreement on Government Procurement",
            [("2010 U.S.-Canada Agreement on Government Procurement", "BILATERAL_GP")],
        ),
        (
            "Bids follow the 1990 U.S.-Japan Supercomputer Agreement",
            [("1990 U.S.-Japan Supercomputer Agreement", "BILATERAL_GP")],
        ),
        ("results under the 1990 supercomputer arrangement", [("1990 supercomputer arrangement", "BILATERAL_GP")]),
        ("the new NTT Agreement is reviewed in May", [("NTT Agreement", "BILATERAL_GP")]),
        (
            "the 1990 U.S.-Japan Procedures to Introduce Supercomputers",
            [("1990 U.S.-Japan Procedures to Introduce Supercomputers", "BILATERAL_GP")],
        ),
        ("several projects under the public works agreements", [("public works agreements", "BILATERAL_GP")]),
        ("Under the TPP agreement Fiji opens tenders", [("TPP agreement", "FTA_GP")]),
        ("Small firms are left out of the GPA and KORUS", [("GPA", "GPA"), ("KORUS", "FTA_GP")]),
        ("the Uruguay Round procurement agreement", [("Uruguay Round procurement agreement", "GPA")]),
        ("the WTO Agreement on General Procurement", [("WTO Agreement on General Procurement", "GPA")]),
        ("bids by the GATT Code/WTO GPA", [("GATT Code", "GPA"), ("WTO GPA", "GPA")]),
        (
            "A 2010 memorandum of understanding between the United States and Fiji covers bids.",
            [("2010 memorandum of understanding", "BILATERAL_GP")],
        ),
        ("National GPA coverage lists", [("GPA", "GPA")]),  # no body of a state
        ("its Government Procurement Code (GPA) rules", [("Government Procurement Code (GPA)", "GPA")]),
        ("It met in the GPA Committee.", [("GPA Committee", "GPA_COMMITTEE")]),
        ("The 2016 RDP MOU holds.", [("RDP MOU", "RDP")]),
        ("It signed the Agreement on Government Procurement.", [("Agreement on Government Procurement", "GPA")]),
        ("the Government Procurement Code governs tenders", [("Government Procurement Code", "GPA")]),
        ("the 1994 Government Procurement Agreement", [("1994 Government Procurement Agreement", "GPA")]),
        (
            "A joint procurement agreement differs from the U.S.-Canada Agreement on Government Procurement.",
            [("U.S.-Canada Agreement on Government Procurement", "BILATERAL_GP")],
        ),
    ],
)
def test_agreements_in_their_names(text, expected):
    assert [(text[m.start : m.end], m.norm) for m in find_agreements(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "KORUS lowers tariffs on beef.",
        "Its Government Procurement Code was amended.",
        "A new public procurement code exists.",
        "They won defense procurement agreements.",
        "The 1998 U.S.-Korea MOU on autos governs no tender.",
        "The FTA covers procurement.",
        "Four agencies signed a joint procurement agreement.",
        "joint procurement agreement of four agencies",
        "Duties follow the GATT Code on customs, with no tender.",
        "Public works are tendered.",
        "The High Committee on Public Procurement hears appeals.",
    ],
)
def test_what_names_no_procurement_agreement(text):
    assert find_agreements(text) == []


def found(text):
    return [(text[m.start : m.end], m.norm) for m in find_agreements(text)]


@pytest.mark.parametrize(
    "word",
    [
        "WTO Agreement on Government Procurement", "Code on government procurement",
        "Agreement for Governmental Procurement", "Agreement on Public Procurement", "Code on public procurement",
        "Government Procurement Code", "WTO procurement code", "GATT Procurement Code",
        "Tokyo Round procurement agreement", "World Trade Organization Government Procurement Code",
        "World Trade Organisation’s Government Procurement Code",
        "World Trade Organization’s (WTO) Government Procurement Code",
        "World Trade Organization (WTO)’s Government Procurement Code", "GATT/WTO Government Procurement Code",
        "WTO (GATT) Government Procurement Code", "WTO’s Government Procurement Code",
        "WTO' Government Procurement Code", "WTOs Government Procurement Code", "GATT’s Government Procurement Code",
        "Revised Government Procurement Agreement", "revised Government Procurement Agreement",
        "new Government Procurement Agreement", "New Government Procurement Agreement",
        "Renegotiated Government Procurement Agreement", "updated Government Procurement Agreement",
        "Amended Government Procurement Agreement", "1979 Government Procurement Agreement",
        "1988 Government Procurement Agreement", "1996 Government Procurement Agreement",
        "2012 Government Procurement Agreement", "2014 Government Procurement Agreement",
        "current Government Procurement Agreement", "original Government Procurement Agreement",
        "existing Government Procurement Agreement", "modernized Government Procurement Agreement",
        "plurilateral Government Procurement Agreement", "Plurilateral Government Procurement Agreement",
        "Tokyo Round Government Procurement Agreement", "Uruguay Round Government Procurement Agreement",
        "International Government Procurement Agreement", "international Government Procurement Agreement",
        "revised plurilateral Government Procurement Agreement", "plurilateral WTO Government Procurement Agreement",
        "WTO revised Government Procurement Agreement", "WTO plurilateral Government Procurement Agreement",
        "Agreement on Government Procurement of 1979", "Agreement on Government Procurement of 1994",
        "Agreement on Government Procurement of 1996", "Agreement on Government Procurement of 2012",
        "Agreement on Government Procurement under the WTO", "Agreement on Government Procurement (GPA)",
        "Agreement on Government Procurement (the GPA)", "Agreement on Government Procurement (“GPA”)",
        "Agreement on Government Procurement (\"GPA\")", "Agreement on Government Procurement (WTO GPA)",
        "Agreement on Government Procurement (WTO/GPA)", "Agreement on Government Procurement (AGP)",
        "Agreement on Government Procurement (Code)", "Agreement on Government Procurement (the “Code”)",
        "revised GPA", "WTO GPA", "WTO’s GPA", "GPA-1994", "GPA 2012", "GATT Code",
    ],
)  # fmt: skip
def test_names_of_the_gpa(word):
    assert found(f"under the {word} they bid") == [(word, "GPA")]


@pytest.mark.parametrize(
    "word",
    [
        "Plurilateral Committee on Government Procurement", "Committee on Public Procurement",
        "Government Procurement Committee", "GPA Committee", "WTO GPA Committee",
        "Committee on Government Procurement (CGP)", "Committee on Government Procurement (GPA Committee)",
        "Committee on Government Procurement (Committee)",
    ],
)  # fmt: skip
def test_names_of_its_committee(word):
    assert found(f"they met at the {word} on bids") == [(word, "GPA_COMMITTEE")]


@pytest.mark.parametrize(
    "word",
    [
        "High", "Higher", "National", "Central", "Supreme", "Inter-ministerial", "Interministerial",
        "Inter-Ministerial", "Tender",
    ],
)  # fmt: skip
def test_committees_of_a_state(word):
    assert found(f"The {word} Committee on Public Procurement met.") == []


@pytest.mark.parametrize(
    "word",
    [
        "Reciprocal Procurement Agreement", "reciprocal defense procurement agreement",
        "reciprocal defence procurement arrangement", "Reciprocal Defense Procurement (RDP) Agreement",
        "Reciprocal Defense Procurement and Acquisition Policy MOU", "Reciprocal Defense Procurement and Supply MOU",
        "Reciprocal Defense Procurement Agreement (RDP)", "Reciprocal Defense Procurement Agreement (RDP-A)",
        "Reciprocal Defense Procurement MOU (RDP MOU)", "Reciprocal Defense Procurement Agreement (RDP Agreement)",
        "Memorandum of Understanding on Reciprocal Defense Procurement",
        "memorandum of understanding for reciprocal defense procurement",
        "MOU concerning the Reciprocal Defense Procurement", "agreement regarding reciprocal procurement",
        "RDP Agreement", "RDP-A Agreement", "RDP MOUs",
        "RDP Agreements", "bilateral RDP MOU", "U.S.-Korea Reciprocal Procurement MOU",
        "United States–Fiji Reciprocal Procurement MOU", "Bilateral RDP MOU",
        "memorandum of understanding (MOU) on reciprocal defense procurement",
    ],
)  # fmt: skip
def test_names_of_reciprocal_defence_agreements(word):
    assert found(f"under the {word} it acts") == [(word, "RDP")]


@pytest.mark.parametrize(
    "word",
    [
        "U.S.-Chile Free Trade Agreement", "U.S.-Chile Free Trade Area", "U.S.-Chile free trade agreement",
        "U.S.-Chile Trade Promotion Agreement", "U.S.-Chile Comprehensive Economic Agreement",
        "U.S.-Chile Comprehensive Economic and Trade Agreement",
        "U.S.-Chile Comprehensive Economic Partnership Agreement",
        "U.S.-Chile Comprehensive Economic and Trade Partnership Agreement",
        "U.S.-Chile Economic Partnership Agreement", "U.S.-Chile Partnership Agreement",
        "U.S.-Chile Association Agreement", "U.S.-Chile FTA", "U.S.-Chile TPA", "U.S.-Chile CTPA", "U.S.-Chile EPA",
        "U.S.-Chile CEPA", "U.S.-Chile CEP", "U.S.-Chile Free Trade Agreement (FTA)",
        "U.S.-Chile Free Trade Agreement (“Chile FTA”)", "U.S.-Chile Free Trade Agreement (Chile TPA)",
        "U.S.-Chile Free Trade Agreement (Chile Agreement)", "North American Free Trade Agreement",
        "Canada–United States Free Trade Agreement", "U.S.-Canada Free Trade Agreement",
        "United States–Canada Free Trade Agreement", "North American Free Trade Agreement (NAFTA)",
        "Central America Free Trade Agreement", "Central American Free Trade Agreement",
        "Dominican Republic-Central America Free Trade Agreement",
        "Dominican Republic–Central America–United States Free Trade Agreement (CAFTA–DR)",
        "Central America-Dominican Republic Free Trade Agreement",
        "United States–Central America Free Trade Agreement", "United States-Mexico-Canada Agreement (USMCA)",
        "Trans-Pacific Partnership", "Trans–Pacific Partnership Agreement (TPP)",
        "Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP)",
        "Comprehensive and Progressive Trans-Pacific Partnership", "U.S.–Sri Lanka FTA", "U.S.-United Kingdom FTA",
        "U.S.-Costa Rica–Chile FTA",
        "U.S.-Dominican Republic FTA", "U.S.-Saudi Arabia FTA", "U.S.-New Zealand FTA",
        "U.S.-South Africa FTA", "U.S.-Hong Kong FTA", "U.S.-European Union FTA", "U.S.-Arab Emirates FTA",
        "U.S.-El Salvador FTA", "U.S.-Central America FTA", "U.S.-Island States FTA", "U.K.-Costa Rica FTA",
        "NAFTA Agreement", "TPP FTA", "USMCA Chapter 13",
        "USMCA's Government Procurement Chapter", "Government Procurement Chapter of the USMCA",
        "government procurement chapter of USMCA", "Chapter Nine of the USMCA",
        "government procurement provisions of the USMCA", "NAFTA’s Chapter 10",
    ],
)  # fmt: skip
def test_names_of_trade_agreements(word):
    assert found(f"bids under the {word} win") == [(word, "FTA_GP")]


@pytest.mark.parametrize(
    "word",
    [
        "U.S.-Japan Procurement Agreement", "1995 procurement agreement",
        "1995 U.S.-Japan bilateral government procurement agreement",
        "U.S.-Japan construction procurement arrangement", "Chile and Peru Government Procurement Agreement",
        "U.S.-Japan procurement MOU", "U.S.-Japan Procurement Agreement on computers",
        "U.S.-Japan Procurement Agreement for telecommunications",
        "U.S.-Japan Procurement Agreement covering medical technology",
        "U.S.-Japan Procurement Agreement on medical technology and telecommunications",
        "U.S.-Japan Procurement Agreement on Medical Devices and Radio Gear",
        "Memorandum of Understanding on Government Procurement",
        "U.S.-Japan arrangement on government procurement of Computers", "U.S.-Chile Agreement on Public Procurement",
        "1990 NTT agreement", "1990 supercomputer arrangements", "public works arrangement",
        "U.S.-Japan Agreement on NTT Procurement", "1990 U.S.-Japan Agreements on NTT procurement",
        "1990 Supercomputer Agreement", "Computer Agreement", "Public Works Arrangements",
        "Major Projects Arrangement (MPA)", "NTT Agreement", "NTT Procurement Agreement", "Construction Agreement",
        "bilateral agreement on telecommunications with Korea", "1990 bilateral agreement on telecommunications",
        "U.S.-Japan Satellite Agreement (SA)", "government procurement agreement on computers",
        "U.S.-Fiji bilateral satellite MOUs",
        "1990 MOU",
        "1990 U.S.-Fiji bilateral MOU",
        "U.S.-Fiji Memorandum of Understanding", "bilateral Memoranda of Understanding",
        "2010 memorandum of understanding (MOU)",
    ],
)  # fmt: skip
def test_names_of_bilateral_agreements(word):
    assert found(f"bids under the {word} in force win") == [(word, "BILATERAL_GP")]


@pytest.mark.parametrize(
    "word",
    [
        "Construction", "construction", "Major Projects", "major project", "Public Works", "public works", "NTT",
        "NTT Procurement", "Supercomputer", "supercomputers", "satellite", "Satellites", "computer", "Computers",
        "Medical Technology", "medical technology", "telecommunications", "Public Sector", "wireless",
    ],
)  # fmt: skip
def test_what_bilateral_agreements_are_on(word):
    for form in ("1990 U.S.-Fiji {} Agreement", "1990 bilateral {} arrangement", "U.S.-Fiji bilateral {} MOU"):
        name = form.format(word)
        assert found(f"bids under the {name} win") == [(name, "BILATERAL_GP")]


@pytest.mark.parametrize(
    "word",
    [
        "procurement", "a bid", "bids", "bidding", "a tender", "government purchases, not the NTT",
        "governmental purchasing, not the NTT", "purchases by the government, not the NTT",
        "purchasing of government, not the NTT",
    ],
)  # fmt: skip
def test_a_trade_agreement_counts_where_it_is_of_procurement(word):
    assert found(f"KORUS covers {word}.") == [("KORUS", "FTA_GP")]
    assert found("NTT: KORUS covers purchases of beef.") == []


@pytest.mark.parametrize(
    "word",
    [
        "procurement", "NTT", "Japan, by purchase", "public works", "tender", "bid",
    ],
)  # fmt: skip
def test_what_makes_an_arrangement_one_of_procurement(word):
    assert len(found(f"The U.S.-Fiji Satellite Agreement is on {word}.")) == 1
    assert found("The U.S.-Fiji Satellite Agreement is on purchasing.") == []


@pytest.mark.parametrize(
    "word",
    [
        "Defense", "defence", "Military", "MOD",
    ],
)  # fmt: skip
def test_memoranda_of_defence(word):
    assert found(f"{word} bids: a 1990 MOU in May") == [("1990 MOU", "RDP")]


@pytest.mark.parametrize(
    "word",
    [
        "on cars covers", "on many cars has", "and the market access MOU cover", "and intellectual property cover",
        "and copyright cover", "and textiles cover", "and transparency in government procurement cover",
        "and the GPI cover", "of a Development Agency covers",
    ],
)  # fmt: skip
def test_memoranda_of_other_matters(word):
    assert found(f"In May a 1990 MOU {word} tenders.") == []


@pytest.mark.parametrize(
    "word",
    [
        "on government bids", "on the government of", "on public bids", "on some public bids", "on procurement",
        "on reciprocal bids", "on defense bids",
    ],
)  # fmt: skip
def test_memoranda_on_procurement(word):
    assert [span for span, _ in found(f"A 1990 MOU {word} in tenders.")] == ["1990 MOU"]


@pytest.mark.parametrize(
    "word",
    [
        "its Government Procurement Code", "their Government Procurement Code", "our Government Procurement Code",
        "Fiji’s Government Procurement Code", "Fiji's Government Procurement Code",
        "Fiji‘s Government Procurement Code", "the 2010 Government Procurement Code",
        "its long Government Procurement Code", "the national Government Procurement Code",
        "a domestic Government Procurement Code", "the local Government Procurement Code",
        "a public procurement code of bids", "the governmental procurement agreement",
        "the government procurement code", "Fiji and its Government Procurement Agreement between Fiji and Peru",
        "a Government Procurement Agreement signed with Peru",
        "a Government Procurement Agreement concluded with Peru",
        "a 2010 Memorandum of Understanding between Fiji and Peru on bids",
    ],
)  # fmt: skip
def test_codes_of_a_state(word):
    assert found(f"It amended {word}.") == []


@pytest.mark.parametrize(
    "word",
    [
        "joint", "collective", "framework", "pooled",
    ],
)  # fmt: skip
def test_contracts_of_several_buyers(word):
    assert found(f"Agencies made a {word} procurement agreement.") == []


@pytest.mark.parametrize(
    "word",
    [
        "Its GPAX bid.", "The XGPA bid.", "A GATT Code on bids.", "It names NAFTAX in bids.",
        "It names XNAFTA in bids.",
        "The Agreement on General Procurement bids.",
        "They won procurement agreements.", "They made procurement arrangements.",
        "The 1990 MOU holds.",
    ],
)  # fmt: skip
def test_what_is_no_name_of_an_agreement(word):
    assert found(word) == []
