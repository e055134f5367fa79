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
        ("Fiji was accepted as a new party to the GPA in October 2018.", ("acceding", "FJI", None)),
        ("The Committee invited Fiji to become a new member of the GPA.", ("acceding", "FJI", None)),
        ("Fiji was a new party to the GPA.", ("party", "FJI", None)),
        ("Fiji began implementing the GPA on January 1 1997.", ("party", "FJI", "January 1 1997")),
        ("Fiji has begun to implement the GPA.", ("party", "FJI", None)),
        ("Fiji began implementing GPA procedures in 1997.", ("none_stated", None, None)),
        ("Fiji intends to begin implementing the GPA in 1997.", ("none_stated", None, None)),
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
        ("Fiji withdrew and was a party to the GPA.", ("none_stated", None, None)),
        ("Fiji has withdrawn and was a party to the GPA.", ("none_stated", None, None)),
        ("Fiji is a party to the GPA rules.", ("party", "FJI", None)),
        ("Fiji is a member of the GPA rules.", ("party", "FJI", None)),
        ("The GPA entered into force in many states.", ("none_stated", None, None)),
        ("The GPA entered into force in May.", ("none_stated", None, None)),
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


@pytest.mark.parametrize(
    "word",
    [
        "is neither a party to", "is neither party to", "is neither a signatory of", "is neither an observer to",
        "is not a member nor an observer of", "is not a party to or an observer to", "is not a party to",
        "are not parties to", "was not a party to", "remains not a member of", "is still not a party to",
        "is not currently a party to", "is not itself a party to", "is not also a party to", "is not now a party to",
        "is not a full member of", "is not party to", "has not signed", "has never signed", "has yet to sign",
        "have not signed", "has still not joined", "has not yet acceded to", "has not ratified",
        "has not become a party to", "has not adopted", "has not sought", "did not sign", "chooses not to sign",
        "chose not to join", "has declined to sign", "has declined to join", "is a non-party to", "is a nonmember of",
    ],
)  # fmt: skip
def test_who_is_neither(word):
    assert standing(f"Fiji {word} the GPA.") == [("neither", "FJI", None)]


@pytest.mark.parametrize(
    "word",
    [
        "the GPA and has not done so", "the GPA and have not yet done so", "the GPA and it is not a party",
        "the GPA and it is not yet a signatory", "the GPA and it is not a member", "the GPA, nor is it an observer",
        "the GPA, nor has it become an observer", "the GPA, nor has it yet become an observer",
    ],
)  # fmt: skip
def test_a_refusal_behind_the_name(word):
    assert standing(f"Fiji was asked about {word}.") == [("neither", "FJI", None)]


@pytest.mark.parametrize(
    "word",
    [
        "committed to become an", "agreed to become an", "intends to be an", "has the intention to become an",
        "plans to seek to become an", "will become an", "would become an", "asked to be", "will apply for",
        "requested", "neither became nor is an", "is not an", "is not yet an",
    ],
)  # fmt: skip
def test_to_intend_to_observe_is_not_to_observe(word):
    assert standing(f"Fiji {word} observer to the GPA.")[0][0] != "observer"


@pytest.mark.parametrize(
    "word",
    [
        "is a party to", "are parties to", "was a member of", "were members of", "became a signatory to",
        "has become a party to", "have become parties to", "has been a party to", "have been parties to",
        "is one of the members of", "remains a member of", "is now a full party to", "acceded to", "joined", "signed",
        "ratified", "adheres to", "adhered to", "acceded as a party to", "acceded with all of its states to",
        "is a party in its own right to", "deposited its instruments of accession to",
    ],
)  # fmt: skip
def test_who_is_a_party(word):
    assert standing(f"Fiji {word} the GPA.") == [("party", "FJI", None)]


@pytest.mark.parametrize(
    "word",
    [
        "Fiji is the only GPA party.", "Fiji was a GPA member.", "Fiji are now one GPA signatory.",
        "Fiji became a GPA party.", "Fiji remains a GPA party.", "Fiji speaks as a GPA member.",
        "Fiji and other GPA parties met.", "Fiji and the other GPA members met.",
        "Fiji or other GPA signatories met.", "Fiji and other GPA countries met.",
        "Chile deals with Fiji, which is a GPA party.", "Chile deals with Fiji, who is a GPA party.",
        "Chile deals with Fiji, that was a GPA party.", "Fiji, being a member of the GPA, objects.",
        "Norway follows the GPA, to which Fiji is a party.",
        "Norway follows the GPA, of which Fiji is also a member.",
        "Norway follows the GPA to which Fiji is signatory.", "The GPA entered into force for Fiji.",
        "The GPA came into force for Fiji.", "The GPA entered into effect in Fiji.",
        "The GPA came into effect for the Fiji side.", "Fiji's accession to the GPA came into force.",
        "Fiji's accession to the GPA entered into effect.", "Fiji's accession to the GPA took effect.",
        "Fiji, with Chile, is a party to the GPA.", "Fiji, next to Chile, is a party to the GPA.",
        "Fiji, far from Chile, is a party to the GPA.", "Fiji, led by Chile, is a party to the GPA.",
        "Fiji, later than Chile, is a party to the GPA.", "Fiji, for Chile, is a party to the GPA.",
        "Fiji, against Chile, is a party to the GPA.", "Fiji, as Chile, is a party to the GPA.",
        "Fiji, moved into the Chile group, is a party to the GPA.",
    ],
)  # fmt: skip
def test_who_is_called_a_party(word):
    assert standing(word) == [("party", "FJI", None)]


@pytest.mark.parametrize(
    "word",
    [
        "committed", "intends", "intention", "plans", "expected", "urged", "encouraged", "interested", "wishes",
        "order", "needs", "until", "if", "when", "once", "decision", "process", "considers", "may", "would", "will",
        "could", "should", "negotiates", "continues", "pressed", "calls", "agreed", "not", "efforts", "toward",
        "towards", "asked", "promised",
    ],
)  # fmt: skip
def test_a_wish_is_no_standing(word):
    assert standing(f"Fiji {word} being a party to the GPA.") == [("none_stated", None, None)]


@pytest.mark.parametrize(
    "word",
    [
        "obligations", "commitments", "coverage", "parties", "members", "procedures", "rules", "requirement",
        "standards", "accession", "membership", "negotiations", "offers",
    ],
)  # fmt: skip
def test_to_follow_its_rules_is_not_to_be_a_party(word):
    assert standing(f"Fiji became a member of GPA {word}.") == [("none_stated", None, None)]


@pytest.mark.parametrize(
    "word",
    [
        "since May 5, 2004", "in May 2004", "on May 5 2004", "from 2004", "effective June 1999", "in January 2004",
        "in February 2004", "in March 2004", "in April 2004", "in July 2004", "in August 2004", "in September 2004",
        "in October 2004", "in November 2004", "in December 2004",
    ],
)  # fmt: skip
def test_the_date_of_a_standing(word):
    date = word.split(maxsplit=1)[1]
    assert standing(f"Fiji became a party to the GPA {word}.") == [("party", "FJI", date)]


@pytest.mark.parametrize(
    "word",
    [
        "which changed rules", "and changed rules", "and Peru changed rules", "amended", "adopted rules",
        "passed rules", "that law",
    ],
)  # fmt: skip
def test_the_date_of_another_step(word):
    assert standing(f"Fiji is a party to the GPA {word} in 2004.") == [("party", "FJI", None)]


@pytest.mark.parametrize(
    "word",
    [
        "although", "though", "while", "whereas", "because", ";",
    ],
)  # fmt: skip
def test_another_clause_is_of_another(word):
    assert standing(f"Norway is a party {word} Fiji is not a party to the GPA.") == [("neither", "FJI", None)]
    assert standing(f"Fiji is not a party to it {word} many bidders follow the GPA.") == [("none_stated", None, None)]


@pytest.mark.parametrize(
    "word",
    [
        "a party to that", "yet a signatory to this", "a member of the", "party to that",
    ],
)  # fmt: skip
def test_a_party_to_that_agreement(word):
    assert standing(f"Rules differ from the GPA as Fiji is not {word} agreement.") == [("neither", "FJI", None)]


@pytest.mark.parametrize(
    "word",
    [
        "adopted", "yet ratified", "accepted", "approved", "implemented", "signed",
    ],
)  # fmt: skip
def test_a_party_before_the_revision(word):
    assert standing(f"Fiji has not {word} the revised GPA.") == [("none_stated", None, None)]


@pytest.mark.parametrize(
    "word",
    [
        "revised", "renegotiated", "new", "amended", "updated",
    ],
)  # fmt: skip
def test_the_revision_has_a_date_of_its_own(word):
    assert standing(f"Fiji became a party to the {word} GPA in 2004.") == [("party", "FJI", None)]
