from __future__ import annotations

import pytest

from analyzer.queries import offset_turns, offsets, offsets_by_year

BEFORE = "Army buyers impose offsets of 30 percent on makers of weapons."
FORMERLY = "Previously the ministry required offsets of 30 percent in army contracts."
BESIDE = "In addition to offsets the ministry likes local staff."
AGAIN = "The ministry now requires offsets of 40 percent from makers of weapons."


def terms(regime):
    return [(t.kind, t.norm) for t in regime.terms]


@pytest.fixture
def turning(reports):
    return reports(
        (2018, "Oman", BEFORE),
        (2019, "Oman", f"{BESIDE} {FORMERLY}"),
        (2020, "Oman", f"{BESIDE} {FORMERLY}"),
        (2021, "Oman", f"{BESIDE} {AGAIN}"),
        (2021, "Fiji", "The navy wants offsets."),
    )


def test_what_was_asked_for_formerly_is_told_from_what_is_asked_for(turning):
    found = {(r.domain, r.polarity): r.years for r in offsets(turning, economy="Oman")}
    assert found == {
        ("defence", "formerly_required"): (2019, 2020),
        ("defence", "required"): (2018, 2021),
        ("unspecified", "other"): (2019, 2020, 2021),
    }


def test_a_regime_tells_how_the_editions_turn_with_the_last_two_sentences(turning):
    (told,) = [r.turned for r in offsets(turning) if r.turned]
    assert told == (
        "The editions differ: asked for in 2018; formerly asked for in 2019–2020 "
        f"(2020: “{FORMERLY}”); asked for again in 2021 (2021: “{AGAIN}”)."
    )
    assert [r.turned for r in offsets(turning, year=2021) if r.turned] == [told]


def test_each_edition_tells_where_it_turns(turning):
    rows = offsets_by_year(turning)
    assert [(r.year, r.required, r.not_required) for r in rows] == [
        (2018, ("OMN",), ()),
        (2019, (), ("OMN",)),
        (2020, (), ("OMN",)),
        (2021, ("FJI", "OMN"), ()),
    ]
    assert [r.turned for r in rows] == [
        (),
        (f"Oman, defence offset: formerly asked for (2019: “{FORMERLY}”); in 2018 asked for (2018: “{BEFORE}”).",),
        (),
        (f"Oman, defence offset: asked for (2021: “{AGAIN}”); in 2019–2020 formerly asked for (2020: “{FORMERLY}”).",),
    ]
    assert offsets_by_year(turning, year=2021) == [rows[-1]]


def test_a_turn_is_told_in_short_for_an_economy_and_edition(turning):
    assert offset_turns(turning, "OMN", 2021) == ("defence offset asked for, in 2019–2020 formerly asked for",)
    assert offset_turns(turning, "OMN", 2020) == offset_turns(turning, "FJI", 2021) == ()


def test_of_several_figures_each_belongs_to_what_stands_around_it(reports):
    store = reports(
        (
            2020,
            "Oman",
            "The offset is 20 percent for GPA goods, 35 percent for others and 50 percent for weapons.",
        ),
        (2019, "Kuwait", "Offsets are due on army contracts worth 3 million, and on civil ones worth 9 million."),
        (2020, "Kuwait", "Offsets are due on army contracts worth 3 million (or 1) civil ones worth 9 million."),
        (2020, "Fiji", "For defense the offset is 15 percent of imports, 25 percent of services."),
    )
    found = offsets(store)
    assert [r.years for r in found if (r.economy, r.domain) == ("KWT", "civil")] == [(2019, 2020)]
    assert {(r.economy, r.domain): terms(r) for r in found} == {
        ("FJI", "defence"): [("percentage", "15 %"), ("percentage", "25 %")],
        ("KWT", "civil"): [("threshold", "9000000 ?")],
        ("KWT", "defence"): [("threshold", "3000000 ?")],
        ("KWT", "unspecified"): [],
        ("OMN", "defence"): [("percentage", "50 %")],
        ("OMN", "unspecified"): [("percentage", "20 %"), ("percentage", "35 %")],
    }


def test_a_term_belongs_to_a_mention_of_its_own_sentence(reports):
    text = "An order tells ministries to seek offsets. A Policy Board would require tests if one adopts countertrade."
    store = reports((2020, "Oman", text))
    assert {r.norm: terms(r) for r in offsets(store)} == {
        "countertrade": [("agency", "Policy Board")],
        "offset": [],
    }


def test_by_what_law_it_is_asked_for(reports):
    store = reports(
        (2020, "Oman", "Executive Order No. 12 directs the ministries to seek offsets."),
        (2020, "Fiji", "Procurement Policy Board Resolution 7-2005 states that offsets may be adopted."),
    )
    assert {r.economy: terms(r) for r in offsets(store)} == {
        "OMN": [("basis", "Executive Order 12")],
        "FJI": [("basis", "Procurement Policy Board Resolution 7-2005")],
    }


def test_terms_stated_before_a_denial_are_those_of_what_was_asked_for(reports):
    text = "A National Offset Company administers the rule that firms pay 30 percent. The state suspended offsets."
    found = {r.polarity: (r.sentence[:10], terms(r)) for r in offsets(reports((2020, "Oman", text)))}
    assert found["not_required"] == ("The state ", [])
    assert found["required"] == ("A National", [("percentage", "30 %"), ("agency", "National Offset Company")])


def test_the_sentence_with_the_terms_is_quoted(reports):
    text = "Offsets are dear. The ministry requires offsets of 30 percent. Firms fear these offsets."
    (regime,) = offsets(reports((2020, "Oman", text)))
    assert (regime.sentence, terms(regime)) == (
        "The ministry requires offsets of 30 percent.",
        [("percentage", "30 %")],
    )


def test_the_sentence_with_the_terms_is_quoted_where_it_does_not_name_offsets_itself(reports):
    first = "The National Offset Company requires that firms give 30 percent."
    store = reports((2020, "Oman", f"{first} Offsets are dear."))
    assert [(regime.sentence, terms(regime)[0]) for regime in offsets(store)] == [(first, ("percentage", "30 %"))]


def test_without_terms_what_is_demanded_is_quoted(reports):
    (regime,) = offsets(reports((2020, "Oman", "Firms fear offsets. The ministry requires offsets. Offsets are dear.")))
    assert regime.sentence == "The ministry requires offsets."


def test_without_terms_the_first_sentence_of_the_latest_edition_is_quoted(reports):
    store = reports((2019, "Oman", "The state wants offsets."), (2020, "Oman", "Offsets are dear. Firms fear offsets."))
    assert [regime.sentence for regime in offsets(store)] == ["Offsets are dear."]


def test_a_percentage_goes_with_what_such_offsets_were_said_of(reports):
    text = "Offers with offsets are liked but no longer required. Offsets are due on army contracts. "
    store = reports(
        (2019, "Oman", f"{text}Such offsets reach 30 percent."), (2020, "Oman", f"{text}Offsets reach 30 percent.")
    )
    found = {(r.domain, r.polarity): (r.years, r.sentence, terms(r)) for r in offsets(store)}
    assert found == {
        ("defence", "required"): ((2019, 2020), "Offsets reach 30 percent.", [("percentage", "30 %")]),
        ("unspecified", "not_required"): (
            (2019, 2020),
            "Offers with offsets are liked but no longer required.",
            [],
        ),
    }
    assert [(r.required, r.not_required, r.turned) for r in offsets_by_year(store)] == [(("OMN",), (), ())] * 2


def test_a_figure_for_others_including_military_ones_is_for_defence_too(reports):
    text = "The offset is 20 percent for GPA goods; for others including most military procurements it is 35 percent."
    found = {r.domain: (r.sentence, terms(r)) for r in offsets(reports((2020, "Oman", text)))}
    assert found == {
        "defence": (text, [("percentage", "35 %")]),
        "unspecified": (text, [("percentage", "20 %"), ("percentage", "35 %")]),
    }


def test_whom_it_binds_is_told_only_where_that_says_something(reports):
    store = reports(
        (2018, "Oman", "Offsets are due: the law obliges the seller/supplier to give offsets."),
        (2019, "Oman", "Offsets are due: the law obliges foreign suppliers to give offsets."),
        (2020, "Oman", "The law obliges defense contractors to give offsets."),
    )
    assert [(kind, norm) for r in offsets(store) for kind, norm in terms(r) if kind == "binds"] == [
        ("binds", "defense contractors")
    ]


def test_an_amount_of_a_table_without_its_currency_is_marked(reports):
    store = reports(
        (2019, "Oman", "Offsets are due on contracts over 10 million."),
        (2020, "Oman", "Offsets are due on contracts over $20 million."),
    )
    (regime,) = offsets(store)
    assert [(t.norm, t.currency_lost) for t in regime.terms] == [("20000000 USD", False), ("10000000 ?", True)]
