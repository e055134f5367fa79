from __future__ import annotations

import pytest

from analyzer.mentions import mentions_of
from analyzer.mentions.gpa_statements import gpa_statements, weightiest, withdrawals

BLOC = (
    "Rules differ. Kuwait, Qatar, and the UAE are neither Parties to the WTO Agreement on Government Procurement (GPA) "
    "nor observers. Oman has sat as an observer on the WTO Committee on Government Procurement since May 2001. "
    "In 2001, Oman began negotiations to accede to the GPA. The United States and other GPA Parties watch."
)


def test_members_of_a_bloc_each_have_theirs():
    found = gpa_statements(BLOC, chapter="GCC", members=("KWT", "OMN", "QAT", "ARE"))
    assert [(s.economy, s.status, s.since) for s in found] == [
        ("KWT", "neither", None),
        ("QAT", "neither", None),
        ("ARE", "neither", None),
        ("OMN", "observer", "May 2001"),
        ("OMN", "acceding", "2001"),
    ]
    assert BLOC[found[3].start : found[3].end].startswith("Oman has sat")


def test_the_weightiest_decides():
    best = weightiest(gpa_statements(BLOC, chapter="GCC", members=("OMN",)))
    assert {code: s.status for code, s in best.items()} == {"OMN": "acceding"}
    later = "Fiji is not a Party to the GPA. Fiji is an observer to the GPA."
    assert weightiest(gpa_statements(later, chapter="FJI"))["FJI"].status == "observer"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fiji is not a Party to the GPA.", "non-party"),
        ("Fiji has not signed the GPA, as traders observe.", "non-party"),
        ("Fiji is not a Party to the GPA nor an observer to it.", "neither"),
        ("Fiji is not a Party to the GPA, nor is it an observer.", "neither"),
        ("Fiji is not a Party to the GPA but committed to become an observer.", "neither"),
        ("While Fiji observes other pacts; it is not a Party to the GPA.", "non-party"),
        ("Fiji is not a Party to the GPA. Fiji is neither a Party to the GPA nor an observer to it.", "neither"),
    ],
)
def test_no_party_is_told_apart_from_neither_party_nor_observer(text, status):
    assert weightiest(gpa_statements(text, chapter="FJI"))["FJI"].status == status


def test_marked_mentions_call_both_neither():
    for text in ("Fiji is not a Party to the GPA.", "Fiji is neither a Party to the GPA nor an observer to it."):
        assert mentions_of(text)[-1].attrs["status"] == "neither"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji is not a Party to the GPA. It became an observer in June 2015.", ("observer", "June 2015")),
        ("Fiji is not a Party to the GPA. Fiji became an observer on June 3 2015.", ("observer", "June 3 2015")),
        ("Fiji studies the GPA. However, the country has been an observer since 2015.", ("observer", "2015")),
        ("Fiji is not a Party to the GPA. It is an observer to that agreement.", ("observer", None)),
        ("Fiji is not a Party to the GPA. It is an observer to the OECD.", ("non-party", None)),
        ("Fiji is not a Party to the GPA. It plans to become an observer in 2015.", ("non-party", None)),
        ("Fiji is not a Party to the GPA. It is not an observer.", ("non-party", None)),
        ("Fiji is not a Party to the GPA. Peru became an observer in June 2015.", ("non-party", None)),
        ("Fiji is not a Party to the GPA. Tenders are slow. It became an observer in 2015.", ("non-party", None)),
    ],
)
def test_the_next_sentence_need_not_name_the_agreement_again(text, expected):
    best = weightiest(gpa_statements(text, chapter="FJI"))["FJI"]
    assert (best.status, best.since) == expected


def test_it_is_whom_the_sentence_before_spoke_of():
    text = "Oman is not a Party to the GPA. It became an observer in May 2001."
    found = gpa_statements(text, chapter="GCC", members=("OMN", "QAT"))
    assert [(s.economy, s.status, s.since) for s in found] == [
        ("OMN", "non-party", None),
        ("OMN", "observer", "May 2001"),
    ]
    assert text[found[1].start : found[1].end] == "It became an observer in May 2001."
    assert gpa_statements("Tenders are slow. Fiji became an observer in May 2001.", chapter="FJI") == ()


def test_a_list_keeps_its_order():
    text = "Kuwait, Qatar, Oman, and the UAE are not Parties to the GPA."
    found = gpa_statements(text, chapter="GCC", members=("ARE", "KWT", "OMN", "QAT"))
    assert [s.economy for s in found] == ["KWT", "QAT", "OMN", "ARE"]


def test_silence_is_no_standing():
    assert gpa_statements("Tenders are slow.", chapter="GHA") == ()
    assert gpa_statements("Its Government Procurement Code was amended.", chapter="GHA") == ()


def test_of_one_standing_said_twice_the_dated_one_decides():
    text = "Fiji is an observer to the GPA. Fiji has been an observer to the GPA since May 2004."
    assert weightiest(gpa_statements(text, chapter="FJI"))["FJI"].since == "May 2004"
    assert weightiest(gpa_statements(f"{text} {text}", chapter="FJI"))["FJI"].start == text.index("Fiji has")


def test_a_withdrawn_application_is_told_apart_from_a_standing():
    text = (
        "Fiji applied to join the GPA in May 2020. The Fijian Government withdrew its offer to the GPA on June 3, 2023."
    )
    (step,) = withdrawals(text, chapter="FJI")
    assert (step.economy, step.status, step.since) == ("FJI", "withdrawn", "June 3, 2023")
    assert [s.status for s in gpa_statements(text, chapter="FJI")] == ["acceding"]


@pytest.mark.parametrize(
    "took_back",
    [
        "withdrew its application",
        "withdrew the application",
        "has withdrawn its offer",
        "withdrew a request",
        "withdrew its first offer",
    ],
)
def test_ways_to_take_back(took_back):
    (step,) = withdrawals(f"Fiji {took_back} to the GPA.", chapter="FJI")
    assert step.economy == "FJI"
    assert withdrawals(f"Fiji {took_back.replace('with', 'unwith')} to the GPA.", chapter="FJI") == ()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("a Party to the WTO Government Procurement Agreement", "party"),
        ("a Party to the GATT procurement code", "party"),
        ("a Party to the Agreement on Public Procurement", "party"),
        ("a Party to the Agreement on Government Procurement", "party"),
        ("a Party to the Agreement for Governmental Procurement", "party"),
        ("a Party to the WTO Agreement on General Procurement", "party"),
        ("an observer in the Government Procurement Committee", "observer"),
        ("an observer to the WTO committee on government procurement", "observer"),
    ],
)
def test_every_name_of_the_agreement_counts(name, status):
    assert [s.status for s in gpa_statements(f"Fiji is {name}.", chapter="FJI")] == [status]


@pytest.mark.parametrize(
    "listed", ["Kuwait and Qatar", "Kuwait, Qatar", "Kuwait, and Qatar", "Kuwait and the Qatar side"]
)
def test_who_stands_in_one_list(listed):
    found = gpa_statements(f"{listed} is not a Party to the GPA.", chapter="GCC", members=("KWT", "QAT"))
    assert [s.economy for s in found] == ["KWT", "QAT"]
    assert (
        len(gpa_statements("Kuwait, they say, sees that Qatar is a Party to the GPA.", chapter="KWT", members=("QAT",)))
        == 1
    )


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("In 2015 tenders opened, and in May 2020 Fiji withdrew its offer to the GPA.", "May 2020"),
        ("Fiji withdrew in May 2020 the offer to the GPA that it had made in 2015.", "May 2020"),
        ("Fiji withdrew its offer of 20 percent to the GPA.", None),
    ],
)
def test_the_date_of_a_withdrawal_is_the_nearest(text, since):
    assert [step.since for step in withdrawals(text, chapter="FJI")] == [since]


def test_the_dated_one_of_two_spans_of_a_sentence_counts():
    text = "Fiji is not a Party to the GPA but has been an observer to the GPA since June 2019."
    assert [(s.status, s.since) for s in gpa_statements(text, chapter="FJI")] == [("observer", "June 2019")]
