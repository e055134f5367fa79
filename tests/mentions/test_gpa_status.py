from __future__ import annotations

import pytest

from analyzer.mentions import mentions_of


def standing(text, chapter=None):
    return [
        (m.attrs["status"], m.attrs.get("status_of"), m.attrs.get("since"))
        for m in mentions_of(text, chapter=chapter)
        if m.norm == "GPA"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru is neither a Party to the GPA nor an observer to the WTO Committee on Government Procurement.",
            ("neither", "PER", None),
        ),
        (
            "Chile is not a Party to the GPA, but has been an observer to it since May 1999.",
            ("observer", "CHL", "May 1999"),
        ),
        ("Norway is a Party to the GPA.", ("party", "NOR", None)),
        ("Oman began negotiations to accede to the GPA in 2001.", ("acceding", "OMN", "2001")),
        ("Kazakhstan committed to accede to the GPA.", ("none_stated", None, None)),
        ("Panama withdrew its application to accede to the GPA.", ("none_stated", None, None)),
        ("The United States and other GPA Parties objected.", ("party", "USA", None)),
        ("The GPA will enter into force for New Zealand.", ("acceding", "NZL", None)),
        ("The GPA entered into force for Korea on May 1, 1997.", ("party", "KOR", "May 1, 1997")),
        ("Turkey has yet to join the GPA.", ("neither", "TUR", None)),
        (
            "Morocco is in the process of joining the WTO and is not yet a signatory of the GPA.",
            ("neither", "MAR", None),
        ),
        ("Fiji has not begun talks on GPA membership nor has it become an observer.", ("neither", "FJI", None)),
        ("Fiji pledged to become an observer to the GPA, which it did in May 2004.", ("observer", "FJI", "May 2004")),
        ("They work with China and other GPA Parties on the accession of China.", ("none_stated", None, None)),
        ("Switzerland has not yet adopted the revised GPA.", ("none_stated", None, None)),
        ("Canada is the only GPA Party that leaves out its provinces.", ("party", "CAN", None)),
        ("Thresholds follow the GPA, to which Japan is also a party.", ("party", "JPN", None)),
        ("Fiji would be bound upon accession to the EU, which is a GPA Party.", ("party", "EUU", None)),
        ("Rules differ from the GPA although Taiwan is not yet a party to that agreement.", ("neither", "TWN", None)),
        ("In preparation for GPA membership Taiwan has begun to write a law.", ("none_stated", None, None)),
        ("Fiji submitted its second GPA accession offer in July 2010.", ("acceding", "FJI", "July 2010")),
        ("Fiji completed its accession negotiations to the GPA.", ("acceding", "FJI", None)),
        ("Talks on the accession of Fiji to the GPA were slow.", ("acceding", "FJI", None)),
        ("The Committee approved the terms of Fiji's accession to the GPA.", ("acceding", "FJI", None)),
        ("They agreed on GPA accession terms for Fiji.", ("acceding", "FJI", None)),
        ("Fiji promised to speed up and expedite its accession to the GPA.", ("acceding", "FJI", None)),
        ("In May Fiji submitted its initial GPA market access offer.", ("acceding", "FJI", None)),
        ("Fiji has nine months to deposit its instrument of acceptance and join the GPA.", ("acceding", "FJI", None)),
        ("They urged Fiji to move the stalled GPA accession process forward.", ("acceding", "FJI", None)),
        ("Fiji studied the possibility of starting negotiations on accession to the GPA.", ("none_stated", None, None)),
        ("Fiji committed to initiate negotiations for accession to the GPA.", ("none_stated", None, None)),
        ("Prior to Fiji's accession to the GPA its entities bought at home.", ("none_stated", None, None)),
        (
            "Fiji became an observer in May 2014 and in July 2017 submitted its first GPA market access offer.",
            ("acceding", "FJI", "July 2017"),
        ),
        ("In 2013 it took steps to expedite Fiji's accession to the GPA.", ("acceding", "FJI", None)),
        ("The revised GPA entered into force for Switzerland on January 1, 2021.", ("party", "CHE", None)),
        ("Fiji deposited its instrument of accession to the GPA on May 4, 1997.", ("party", "FJI", "May 4, 1997")),
        ("The Government of Fiji adheres to the GPA.", ("party", "FJI", None)),
        ("Tenders are slow. Fiji is an observer to the GPA.", ("observer", "FJI", None)),
        ("Fiji says its GPA negotiations continue, as they should.", ("acceding", "FJI", None)),
        ("Fiji opened GPA negotiations in 2011.", ("acceding", "FJI", "2011")),
        ("Fiji spoke of GPA accession.", ("none_stated", None, None)),
        ("Fiji made a study of the GPA.", ("none_stated", None, None)),
        ("Fiji weighs a GPA offer.", ("none_stated", None, None)),
        ("Fiji has not joined the GPA, to which Japan is a party.", ("neither", "FJI", None)),
        ("Fiji is an observer, though to the GPA only.", ("observer", "FJI", None)),
        ("Norway, as a member of the WTO, follows GPA rules.", ("none_stated", None, None)),
        (
            "Fiji is not a member of the ILO, is negotiating its accession to the WTO, and is not a party to the GPA.",
            ("neither", "FJI", None),
        ),
        ("Norway is a Party to the GPA and adopted rules in 2010.", ("party", "NOR", None)),
        ("In 2001 Fiji adopted a law and became a party to the GPA.", ("party", "FJI", None)),
        ("Fiji has been an observer to the GPA since May 2004, renewed in 2010.", ("observer", "FJI", "May 2004")),
        ("The United States, China and other GPA Parties objected.", ("party", "CHN", None)),
        ("Norway, like the United States, is a party to the GPA.", ("party", "NOR", None)),
        ("Chile, together with Peru, is an observer to the GPA.", ("observer", "CHL", None)),
    ],
)
def test_one_standing_a_sentence(text, expected):
    assert standing(text) == [expected]


def test_a_sentence_without_a_name_speaks_of_the_chapter():
    assert standing("It is not a signatory to the GPA.", chapter="GHA") == [("neither", "GHA", None)]


def test_each_span_has_its_own_clause():
    text = "The bill follows the GPA although Ghana is not a signatory to the GPA."
    assert standing(text) == [("none_stated", None, None), ("neither", "GHA", None)]
    text = "Fiji is an observer to the GPA, and the United States is a Party to the GPA."
    assert standing(text) == [("observer", "FJI", None), ("party", "USA", None)]
    text = "Rules follow the GPA; Fiji's GPA negotiations continue; as for Chile, it meets the rules of the GPA."
    assert [status for status, _, _ in standing(text)] == ["none_stated", "acceding", "none_stated"]
    text = "Unlike the GPA, Fiji has not joined the GPA members."
    assert standing(text)[1] == ("neither", "FJI", None)
