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
        ("National GPA coverage lists", [("GPA", "GPA")]),  # no body of a state
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
