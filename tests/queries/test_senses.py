from __future__ import annotations

import pytest

from analyzer.mentions.offset import find_offsets
from analyzer.outline import split_sentences
from analyzer.queries.citing import sentence_at
from analyzer.queries.senses import domain, sense
from analyzer.records import Passage


def of(text):
    bounds = tuple(split_sentences(text))
    return Passage("p", "nte", 2020, "FJI", ("FJI",), "procurement", None, (), 0, text, bounds), find_offsets(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Offset demands remain in force, despite a ruling that prohibits offset proposals.", ["required", "other"]),
        ("Although a law bans offsets in tenders, sizeable obligations remain.", ["other"]),
        ("Although a law bans offsets in tenders, firms object.", ["not_required"]),
        ("A law bans offsets in tenders.", ["not_required"]),
        ("Previously the state required offsets.", ["formerly_required"]),
        ("In addition to offsets the state likes local staff.", ["required"]),
        ("In addition to offsets the state likes local staff, and it demands offsets.", ["other", "required"]),
        ("Firms say that offers with offsets are liked though not required any more.", ["not_required"]),
        ("Firms say that offers with offsets are welcome albeit no longer strictly required.", ["not_required"]),
        ("The state asks for offsets that not all firms can bear.", ["required"]),
        ("Firms signed so as to escape offsets. It was kept up.", ["required"]),
        (
            "The aim of signing was to escape offsets. Since it abolished offsets firms sign no more.",
            ["formerly_required", "not_required"],
        ),
        ("The aim of signing is to escape offsets. A law abolished offsets for roads.", ["required", "not_required"]),
        ("The aim of signing was to escape offsets. A law forbids offsets for roads.", ["required", "not_required"]),
    ],
)
def test_what_the_sentence_says_as_a_whole(text, expected):
    passage, mentions = of(text)
    assert [sense(passage, mention, mentions) for mention in mentions] == expected


ARMY = "Offsets are asked for in army contracts. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ARMY}Such offsets reach half the price.", ["defence", "defence"]),
        (f"{ARMY}The offset programme is dear. Offsets are late.", ["defence", "defence", "defence"]),
        (f"{ARMY}Roads are old. The offset programme is dear.", ["defence", "unspecified"]),
        (f"{ARMY}Offsets in all sectors reach half the price.", ["defence", "unspecified"]),
        (f"{ARMY}Offsets are asked for in hospitals.", ["defence", "civil"]),
        (f"{ARMY}Hospitals want offsets. Offsets are dear.", ["defence", "civil", "unspecified"]),
        (f"{ARMY}Hospitals want offsets. These offsets are dear.", ["defence", "civil", "civil"]),
        (f"{ARMY}A law prohibits offsets.", ["defence", "unspecified"]),
        (f"Offsets are dear. {ARMY}", ["unspecified", "defence"]),
        ("A law bans offsets for the army. Offsets are asked for.", ["defence", "unspecified"]),
    ],
)
def test_a_sentence_goes_on_about_the_domain_of_the_one_before(text, expected):
    passage, mentions = of(text)
    assert [domain(passage, mention, mentions) for mention in mentions] == expected


def test_a_sentence_ends_where_a_table_joins_two_rows():
    text = 'Roads are old. " "Offsets are asked for. " "Schools are new.'
    passage = Passage("p", "nte", 2020, "FJI", ("FJI",), "procurement", None, (), 0, text, ((0, len(text)),))
    found = [sentence_at(passage, text.index(word)) for word in ("Roads", "old", "Offsets", "asked", "Schools")]
    assert [text[start:end] for start, end in found] == [
        *["Roads are old."] * 2,
        *["Offsets are asked for."] * 2,
        "Schools are new.",
    ]
