from __future__ import annotations

import pytest

from analyzer.mentions.offset_sense import domain_of, polarity_of


def domain(text):
    place = text.index("offset")
    return domain_of(text, place, place + 7)


def polarity(text):
    place = text.index("offsets")
    return polarity_of(text, place, place + 7)


@pytest.mark.parametrize(
    "word",
    [
        "defense", "defence", "military goods", "munitions", "armed forces", "the army", "the navy", "the air force",
        "a weapon", "weapons", "armaments", "armament", "national security", "Tawazun", "a TEPA", "DAPA", "the MOD",
        "the MoD", "a fighter", "a warship", "a frigate", "a submarine",
    ],
)  # fmt: skip
def test_what_is_of_defence(word):
    assert domain(f"It wants offsets in {word}.") == "defence"
    assert domain(f"It wants offsets in {word} and hospitals.") == "unspecified"


@pytest.mark.parametrize(
    "word",
    [
        "in civil matters", "in civilian matters", "in medical goods", "in pharmaceutical goods",
        "in pharmaceuticals", "in health", "in the energy sector", "in oil and gas", "in commercial aircraft",
        "in hospital goods", "in non-defense goods", "in nondefence goods", "in non-military goods", "beyond defense",
        "outside the defense field", "other than defense",
    ],
)  # fmt: skip
def test_what_is_of_civil_goods(word):
    assert domain(f"It wants offsets {word}.") == "civil"


@pytest.mark.parametrize(
    "word",
    [
        "in goods", "including military goods", "including for most military goods", "such as defense",
        "except the defense field", "except for the defense field", "in the case of defence",
    ],
)  # fmt: skip
def test_what_names_defence_by_the_way(word):
    assert domain(f"It wants offsets {word}.") == "unspecified"


def test_commercial_offsets_are_civil():
    assert domain("It wants commercial offsets.") == domain("It wants “commercial “offsets.") == "civil"


@pytest.mark.parametrize(
    "word",
    [
        "prohibits", "prohibited", "prohibiting", "prohibit", "prohibition of", "forbids", "forbid", "forbidden",
        "ban on", "bans", "banned", "abolishes", "abolished", "abolishing", "abolition of", "eliminated",
        "elimination of", "no longer wants", "suspends", "suspended", "suspending", "suspension of", "precludes",
        "precluded", "precluding", "repeal", "repealed", "abandon", "abandoned", "discontinue", "discontinued",
        "dropped", "terminated", "cease", "ceased", "ceases", "without", "not condition sales on",
        "not to condition sales on", "cancelled", "canceled", "excluded from", "excluded from the", "exempted from",
        "exempts from its", "exempt from all",
        "exempted from the", "excluded from its", "excluded from all", "suspend",
        "waive", "waived", "waives", "removed",
    ],
)  # fmt: skip
def test_what_is_denied(word):
    assert polarity(f"The state {word} offsets.") == "not_required"


@pytest.mark.parametrize(
    "word",
    [
        "do not use", "does not use", "did not use", "has not use for", "have not use for", "will not use",
        "shall not use", "may not use", "must not use", "are not use to", "is not use to", "were not use to",
        "was not use to", "can not use", "did not require", "did not impose", "did not demand", "did not ask for",
        "did not seek", "did not mandate", "did not contain", "did not include", "did not maintain", "did not have",
        "did not ever in fact require", "held a bid not subject to", "will not be subject to", "shifted away from",
        "moves away from", "has no", "has no formal", "has no such", "has no specific", "has no official",
        "holds for not required", "holds for not been required", "holds for not a standard", "holds for not imposed",
        "holds for not mandatory",
    ],
)  # fmt: skip
def test_what_a_negation_denies(word):
    assert polarity(f"The state {word} offsets.") == "not_required"


@pytest.mark.parametrize(
    "word",
    [
        "carry", "include", "require", "contain",
    ],
)  # fmt: skip
def test_a_bid_without_them(word):
    assert polarity(f"no bid may {word} offsets.") == "not_required"
    assert polarity(f"no bid, it says, may {word} offsets.") == "required"


@pytest.mark.parametrize(
    "word",
    [
        "Previously,", "Formerly", "In the past", "Until 2010",
    ],
)  # fmt: skip
def test_what_once_was(word):
    assert polarity(f"{word} the state wanted offsets.") == "not_required"


@pytest.mark.parametrize(
    "word",
    [
        "will phase out", "is phasing out", "may soon see", "is expected to impose", "are expected to introduce",
        "is expected to require", "is expected to soon adopt", "is expected to institute", "is expected to issue",
        "is expected to launch", "is expected to include", "is expected to mandate", "is expected to apply",
        "is expected to contain", "intends to ask for", "intend to ask for", "plans to ask for", "plan to ask for",
        "will reportedly ask for", "reportedly will ask for", "is considering whether to ask for",
        "is considering a rule on", "is considering an", "is considering the", "is considering imposing",
        "is considering requiring", "is considering introducing", "would allow", "would require",
        "has a law defined as", "defines these as", "define it as", "proposes to ask for", "proposed to ask for",
        "agreed to eliminate", "committed to eliminate", "asks how to eliminate", "has commitments with respect to",
        "has commitments regarding", "has a commitment concerning", "may, if it decides, ask for",
        "says that may be instituted", "says of not covered procurement", "says are not covered",
        "has under consideration", "has considered", "had considered such", "have considered",
    ],
)  # fmt: skip
def test_what_is_foreseen_or_defined(word):
    assert polarity(f"The state {word} offsets.") == "other"


@pytest.mark.parametrize(
    "word",
    [
        "may soon end", "is expected to be cut", "are expected to be cut", "is a form of trade", "means trade",
        "refer to trade", "refers to trade", "is defined as trade", "are not covered", "will be phased out",
        "would be kept", "would either be kept", "are under consideration", "may be instituted",
        "(entirely) may soon end",
    ],
)  # fmt: skip
def test_what_is_foreseen_behind(word):
    assert polarity(f"In the state offsets {word}.") == "other"


@pytest.mark.parametrize(
    "word",
    [
        "are not due", "is not due", "were no longer due", "was prohibited", "have been abolished",
        "has been eliminated", "will be suspended", "be forbidden", "are banned", "in tenders are now banned",
        "of the state will no longer be due",
    ],
)  # fmt: skip
def test_what_is_denied_behind(word):
    assert polarity(f"In the state offsets {word}.") == "not_required"


@pytest.mark.parametrize(
    "word",
    [
        "less", "more", "lower", "under",
    ],
)  # fmt: skip
def test_a_least_is_no_denial(word):
    assert polarity(f"In the state offsets are not {word} than ten.") == "required"


@pytest.mark.parametrize(
    "word",
    [
        "requires", "mandates", "imposes", "demands", "requests", "seeks", "insists on", "has required",
        "have requested", "has often demanded", "has also sought", "continues to require", "continues to insist on",
        "continues to demand", "continues to seek", "requires significant", "requires an", "requires the",
        "requires such", "requires a",
    ],
)  # fmt: skip
def test_a_demand_outweighs_a_denial(word):
    assert polarity(f"A law without force still {word} offsets.") == "required"
    assert polarity(f"A law without force never {word} offsets.") == "not_required"


@pytest.mark.parametrize(
    "word",
    [
        "states", "governments", "countries", "agencies",
    ],
)  # fmt: skip
def test_who_demands(word):
    assert polarity(f"Without a law {word} require offsets.") == "required"


@pytest.mark.parametrize(
    "word",
    [
        "; ", ": ", ", but ", ", although ", ", though ", ", however ", ", while ", ", whereas ", ", unless ",
        ", despite ",
    ],
)  # fmt: skip
def test_what_ends_a_clause(word):
    assert polarity(f"Bans are void{word}offsets stay.") == "required"
    assert polarity(f"Here offsets stay{word}fees are banned.") == "required"


@pytest.mark.parametrize(
    "word",
    [
        "The state excluded from tenders offsets.", "The banner of offsets.",
        "The state exempts from tenders offsets.", "The state has no law but offsets.",
        "The state did not of its own good will require offsets.",
        "The state has considered in many of its talks offsets.",
        "The state has commitments regarding, as all know, offsets.",
        "It wants to eliminate, says the state in May, offsets.",
    ],
)  # fmt: skip
def test_what_is_far_from_a_denial(word):
    assert polarity(word) == "required"


def test_local_offsets_are_of_the_clause_before():
    assert polarity("It banned: local offsets.") == "not_required"
