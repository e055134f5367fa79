from __future__ import annotations

import re

import pytest

from analyzer.mentions import mentions_of
from analyzer.mentions.offset_terms import offset_terms


def terms(text):
    return {(t.kind, t.norm) for t in offset_terms(text, mentions_of(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It requires offsets of 30 percent for contracts above $10 million.",
            {("percentage", "30 %"), ("threshold", "10000000 USD")},
        ),
        ("Offsets apply to contracts in excess of 10 million.", {("threshold", "10000000 ?")}),
        ("Tenders of at least 100 000 contain offset requirements.", {("threshold", "100000 ?")}),
        ("Offsets can range from 30 to 50 percent.", {("percentage", "30-50 %")}),
        ("Half of all offsets must be direct.", {("directness", "direct")}),
        ("Offset multipliers of 2 to 5 exist.", {("multiplier", "2-5")}),
        ("Offsets need a bank guarantee of 6 percent.", {("guarantee", "6 %")}),
        ("The law requires foreign suppliers to accept offsets.", {("binds", "foreign suppliers")}),
        ("An offset applies to contracts of KD 1 million or more.", {("threshold", "1000000 KWD")}),
        ("Thirty percent of the offset value is investment.", {("percentage", "30 %")}),
        ("Its offset programme raises the share by 10 percent each year.", set()),
        ("A firm was awarded a contract worth over 1 billion when the offset was reviewed.", set()),
        (
            "The National Offset Company asks for 35 percent.",
            {("agency", "National Offset Company"), ("percentage", "35 %")},
        ),
        ("The implementing agency for countertrade is the island trading house.", {("agency", "island trading house")}),
        ("Fiji's Trade Ministry requests offsets.", {("agency", "Trade Ministry")}),
        ("It reported its offsets to the WTO Committee on Government Procurement.", set()),
        (
            "The Fiji Work Program, previously known as the Fiji Offset Program, runs.",
            {("programme", "Fiji Work Program"), ("programme", "Offset Program")},
        ),
        ("An offset obligation may arise for a foreign contractor.", {("binds", "a foreign contractor")}),
        ("U.S. suppliers complain about offsets.", set()),
        ("Offset purchases fall. Duties are 12 percent.", set()),
        ("DAPA requires offsets.", {("agency", "DAPA")}),
        ("Tenders are slow. The Fiji Offset Program runs.", {("programme", "Offset Program")}),
    ],
)
def test_terms_of_a_regime(text, expected):
    assert terms(text) == expected


def test_a_conversion_in_brackets_is_no_second_threshold():
    text = "Offsets bind contracts above 3 billion rupees (approximately $56 million)."
    (term,) = offset_terms(text, mentions_of(text))
    assert (term.norm, term.attrs) == ("3000000000 INR", {"about": "56000000 USD"})
    assert text[term.start : term.end] == "3 billion rupees"


def test_a_conversion_belongs_to_the_amount_before_it():
    text = (
        "Offsets bind contracts above $2 million at the army, above 3 billion rupees (approximately $56 million) at "
        "the navy, and above $9 million elsewhere."
    )
    found = [(text[t.start : t.end], t.norm, t.attrs) for t in offset_terms(text, mentions_of(text))]
    assert found == [
        ("$2 million", "2000000 USD", {}),
        ("3 billion rupees", "3000000000 INR", {"about": "56000000 USD"}),
        ("$9 million", "9000000 USD", {}),
    ]


def test_an_amount_in_brackets_far_behind_is_one_of_its_own():
    text = (
        "Offsets bind contracts above $10 million for the army and, as of this spring, those of the navy "
        "(about $5 million or more)."
    )
    assert terms(text) == {("threshold", "10000000 USD"), ("threshold", "5000000 USD")}


def test_a_term_has_its_own_place():
    text = "DAPA requires offsets."
    (term,) = offset_terms(text, mentions_of(text))
    assert (term.start, term.end) == (0, 4)


def test_a_body_named_after_the_practice_is_enough():
    assert terms("The Industrial Cooperation Authority asks for 35 percent.") == {
        ("agency", "Industrial Cooperation Authority"),
        ("percentage", "35 %"),
    }


def test_under_the_programme_goes_on():
    text = "Bids need an industrial participation plan. Under the program the seller must invest 30 percent."
    assert terms(text) == {("binds", "the seller"), ("percentage", "30 %")}


def test_the_next_sentence_goes_on():
    text = "The state asks for offsets. This obligation is 35 percent of the price."
    assert terms(text) == {("percentage", "35 %")}


@pytest.mark.parametrize(
    "word",
    [
        "that exceed", "that exceeds", "that exceeded", "exceeding", "in excess of", "of more than", "over", "above",
        "greater than", "greater than or equal to", "of at least", "with a minimum of", "valued at", "equal to",
        "equaling to", "with a threshold set by law to", "with a threshold of", "with a threshold at",
        "where the threshold is", "where the threshold was", "worth", "worth some", "with a value of", "up to",
        "not less than", "with payment of", "above the", "above an estimated", "above (", "above “", "above about",
        "above approximately", "above U.S.", "on a contract of", "on contracts of",
    ],
)  # fmt: skip
def test_what_makes_an_amount_a_threshold(word):
    assert terms(f"Offsets fit bids {word} $5 million.") == {("threshold", "5000000 USD")}


@pytest.mark.parametrize(
    "word",
    [
        "or more", "or above", "or over", "or greater", "in value or more",
    ],
)  # fmt: skip
def test_what_makes_it_one_from_behind(word):
    assert terms(f"Offsets fit bids of $5 million {word}.") == {("threshold", "5000000 USD")}
    assert terms(f"Offsets fit bids of $5 million. As {word}.") == set()


@pytest.mark.parametrize(
    "word",
    [
        "a firm was awarded a contract", "a firm won the contract", "a firm won the defense contract", "exports went",
        "an export went", "exporting went", "sales resulting went", "savings went", "a saving went", "a fund went",
        "capital went", "a guarantee went", "a bond went", "a penalty went", "penalties went", "a fine went",
        "fines went", "liquidated damages went",
    ],
)  # fmt: skip
def test_amounts_of_something_else(word):
    assert terms(f"Under offsets, {word} over $5 million.") == set()


@pytest.mark.parametrize(
    "word",
    [
        "about", "approximately", "roughly", "some", "at current", "USD", "U.S.", "or", "",
    ],
)  # fmt: skip
def test_how_a_conversion_is_written(word):
    text = f"Offsets bind contracts above 3 billion rupees ({word} $56 million)."
    assert [term.attrs for term in offset_terms(text, mentions_of(text))] == [{"about": "56000000 USD"}]


@pytest.mark.parametrize(
    "word",
    [
        "guarantee", "guarantees", "bond", "penalty", "penalties", "fine", "fines", "liquidated damages",
    ],
)  # fmt: skip
def test_the_share_of_a_guarantee_or_penalty(word):
    kind = "guarantee" if word.startswith(("guarantee", "bond")) else "penalty"
    assert terms(f"Offsets bear {word} of 5 percent.") == {(kind, "5 %")}


@pytest.mark.parametrize(
    "word",
    [
        "there is a price preference of 5 percent", "there is a tariff of 5 percent", "there is a duty of 5 percent",
        "there are duties of 5 percent", "there is a tax of 5 percent", "firms are owned to 5 percent",
        "ownership is 5 percent", "the market share is 5 percent", "turnover is 5 percent", "interest is 5 percent",
        "the share increases by 5 percent", "the share raises by 5 percent", "the share rises by 5 percent",
        "the share is rising each year by 5 percent", "the share grows by 5 percent",
        "it favors 5 percent foreign-owned firms", "it favors 5 percent -foreign-owned firms",
        "there is a 5 percent set-aside", "it favors 5 percent owned firms", "there is a 5 percent ownership",
        "there is a 5 percent tariff", "there is a 5 percent duty", "there is a 5 percent price preference",
        "it has 5 percent of the market", "it has 5 percent of exports", "it has 5 percent of shares",
    ],
)  # fmt: skip
def test_shares_of_something_else(word):
    assert terms(f"Under offsets, {word}.") == set()


@pytest.mark.parametrize(
    "word",
    [
        "direct obligations", "indirect obligation", "direct industrial gains", "indirect work",
        "direct participation", "direct offsets", "indirect offset",
    ],
)  # fmt: skip
def test_what_is_direct(word):
    assert ("directness", word.split()[0]) in terms(f"Under offsets come {word}.")
    assert terms(f"Under offsets come {word.split()[0]} gains.") == set()


def test_direct_and_indirect_are_two():
    both = {("directness", "direct"), ("directness", "indirect")}
    assert terms("It wants direct and indirect offsets.") == terms("It wants indirect and direct offsets.") == both
    assert terms("Offsets are direct.") == {("directness", "direct")}


@pytest.mark.parametrize(
    "word",
    [
        "multipliers of 2 to 5", "multiplier from 2 to 5", "multipliers ranging from 2 to 5",
        "multipliers between 2 and 5", "multipliers 2-5", "multipliers of 2–5", "multiplying factors of 2 to 5",
        "multiplying factor up to 2", "multiplier of 1.5 to 2.5", "multiplier",
    ],
)  # fmt: skip
def test_what_a_multiplier_is(word):
    figures = re.findall(r"[\d.]+", word)
    assert terms(f"Offset rules set a {word}.") == {("multiplier", "-".join(figures) or "stated")}


@pytest.mark.parametrize(
    "word",
    [
        "Ministry of Trade", "Department of Trade", "Undersecretariat for Defence", "Secretariat of Trade",
        "Directorate of Supply", "Presidency of Defence", "Fiji Navy Ministry of Trade", "Ministry for the Navy",
        "Ministry of Trade and Industry", "Ministry of Trade, Industry", "Ministry of the State of Peace",
        "Trade Ministry", "Council of Ministers", "State Council of Ministers", "National Treasury", "Supply Council",
        "Supply Authority", "Supply Agency", "Supply Committee", "Supply Administration", "Supply Board",
        "Board and Supply Council", "Offset Company", "Island Trading Corporation", "Island Holding Group", "DAPA",
        "SSB", "SSM", "TEC", "NOC", "MMTC", "PITC", "DTI", "GAMI", "LCGPA", "MITI", "MOD", "Supply Board (FSB)",
    ],
)  # fmt: skip
def test_what_an_agency_is_called(word):
    assert terms(f"The {word} will review offsets in May.") == {("agency", word)}


@pytest.mark.parametrize(
    "word",
    [
        "Fiji's", "by law Fiji's", "The Fiji's", "the U.S.’s", "the", "The",
    ],
)  # fmt: skip
def test_whose_agency_it_is_is_left_out(word):
    assert terms(f"{word} Supply Council reviews offsets.") == {("agency", "Supply Council")}


@pytest.mark.parametrize(
    "word",
    [
        "WTO Offset Council", "World Trade Supply Council", "The Committee on Supply",
    ],
)  # fmt: skip
def test_bodies_of_the_world_are_no_agency(word):
    assert terms(f"{word} reviews offsets.") == set()


@pytest.mark.parametrize(
    "word",
    [
        "administer", "manage", "enforce", "review", "implement", "oversee", "has oversight of", "approve", "require",
        "established", "announced", "issued", "negotiate", "is the agency for", "is the body for", "is charged with",
        "determine", "set", "has a program for", "has a division for", "mandate", "suspend", "evaluate", "request",
        "adopt", "decide on", "has a resolution on",
    ],
)  # fmt: skip
def test_what_an_agency_does(word):
    assert terms(f"The Supply Council may {word} offsets.") == {("agency", "Supply Council")}
    assert terms("The Supply Council knows offsets.") == set()


@pytest.mark.parametrize(
    "word",
    [
        "implementing agency for offsets is the island house.",
        "administering agency for offsets is the island house, it says.",
        "responsible body for offsets is the island house; so be it.",
        "implementing body for its offsets is the island house (so it says).",
        "implementing body of offsets is the island house which buys.",
    ],
)  # fmt: skip
def test_an_agency_without_a_name(word):
    assert terms(f"The {word}") == {("agency", "island house")}


@pytest.mark.parametrize(
    "word",
    [
        "Offset Company", "Offsets Group", "Offset Program Division", "Tawazun Council", "Tawazun Economic Council",
        "Industrial Cooperation Authority",
    ],
)  # fmt: skip
def test_bodies_named_after_the_practice(word):
    assert ("percentage", "35 %") in terms(f"The {word} asks for 35 percent.")


@pytest.mark.parametrize(
    "word",
    [
        "all suppliers", "any supplier", "the supplier", "a company", "foreign companies", "U.S. sellers",
        "defense seller", "Defence contractors", "international vendors", "industry firms", "winning bidder",
        "successful bidders", "recipient firm", "sellers or suppliers", "seller/supplier",
        "foreign defense suppliers",
    ],
)  # fmt: skip
def test_whom_it_binds(word):
    assert terms(f"The offset law requires {word} to give.") == {("binds", word)}


@pytest.mark.parametrize(
    "word",
    [
        "requires", "required", "requiring", "oblige", "obliges", "forcing", "subjects", "requires that",
        "has a requirement that", "has requirements for", "has a requirement on", "puts obligations on",
        "has an obligation of", "knows obligations for", "wants offsets from", "purchases from", "procuring from",
        "arises for", "apply to", "applies to", "imposed on", "demands that", "demand from", "requests that",
        "request from",
    ],
)  # fmt: skip
def test_how_it_binds(word):
    assert terms(f"The offset law {word} foreign firms.") == {("binds", "foreign firms")}


@pytest.mark.parametrize(
    "word",
    [
        "is required to", "are obliged to", "was subject to", "were expected to", "are often required to", "must",
        "had to", "have to", "has to", "shall", "in all such cases must", "contracting with it",
        "can satisfy their offset obligations to", "can fulfil their offset obligations to",
        "can fulfill its offset obligations to", "meet its large offset obligations to",
        "discharge their offset obligations to",
    ],
)  # fmt: skip
def test_who_has_to(word):
    assert terms(f"With offsets foreign firms {word} give.") == {("binds", "foreign firms")}


def test_a_bidder_for_something_must():
    assert terms("With offsets winning bidder for large works must give.") == {("binds", "winning bidder")}


@pytest.mark.parametrize(
    "word",
    [
        "Under this obligation it", "In these obligations it", "This requirement", "Those requirements say it",
        "Such a program", "It requires what", "The program", "The programme", "These programmes say it",
        "This threshold", "This condition", "This policy", "This regime", "The law", "It applies and", "The supplier",
        "The seller", "The new offer threshold",
    ],
)  # fmt: skip
def test_what_goes_on_about_it(word):
    assert terms(f"The state wants offsets. {word} is at 35 percent.") == {("percentage", "35 %")}
    assert terms(f"The state wants offsets. Duties rise. {word} is at 35 percent.") == set()


@pytest.mark.parametrize(
    "word",
    [
        "Offset Programs", "Offset Programme", "Offset Policy", "Offset Agreement",
        "national industrial participation program", "national Industrial Participation Programme",
        "Defense Offset Program",
    ],
)  # fmt: skip
def test_a_programme_by_its_name(word):
    assert terms(f"The {word} runs.") == terms(f"The “{word}” runs.") == {("programme", word)}


@pytest.mark.parametrize(
    "word",
    [
        " previously known", " formerly called", ", previously called", ", formerly known",
    ],
)  # fmt: skip
def test_a_programme_under_a_new_name(word):
    assert terms(f"The Fiji Work Program{word} as such, has offsets.") == {("programme", "Fiji Work Program")}
