from __future__ import annotations

import pytest

from analyzer.mentions.sentences import bounds_at, sentence_bounds


def sentences(text):
    return [text[start:end] for start, end in sentence_bounds(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ends. Two begins.", ["One ends. ", "Two begins."]),
        ("Is it? Yes! It is.", ["Is it? ", "Yes! ", "It is."]),
        ("It is “so.” Then \"no.\" Or 'so.' Or.", ["It is “so.” ", 'Then "no." ', "Or 'so.' ", "Or."]),
        ("Next (yes.) Last.", ["Next (yes.) ", "Last."]),
        ("So it is ’no.’ One [so.] Two.", ["So it is ’no.’ ", "One [so.] ", "Two."]),
        ("So. “Next.” (It is.) [5 more.] ‘Or.’", ["So. ", "“Next.” ", "(It is.) ", "[5 more.] ", "‘Or.’"]),
        ("So. \"Next.\" 'Or.'", ["So. ", '"Next." ', "'Or.'"]),
        ("it has no. end in it", ["it has no. end in it"]),
        ("Of duties\n \nThe duty", ["Of duties\n \n", "The duty"]),
        ("Of duties\nand fees", ["Of duties\nand fees"]),
        ("Mr. Lee left. He ran.", ["Mr. Lee left. ", "He ran."]),
        ("Is it Inc? No.", ["Is it Inc? ", "No."]),
        ("See No. 5. It is.", ["See No. 5. ", "It is."]),
        ("It sees a Dino. It ran.", ["It sees a Dino. ", "It ran."]),
        ("", [""]),
    ],
)  # fmt: skip
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "short",
    [
        "U.S.", "U.K.", "U.N.", "No.", "Nos.", "Art.", "Inc.", "Corp.", "Ltd.", "Co.", "St.", "Dr.", "Mr.", "Mrs.",
        "Ms.", "Messrs.", "vs.", "approx.", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
        "e.g.", "i.e.", "Rs.", "Gen.", "Gov.", "Sec.", "para.", "fig.", "J.",
    ],
)  # fmt: skip
def test_an_abbreviation_ends_no_sentence(short):
    assert len(sentence_bounds(f"It is {short} Five or more")) == 1


def test_every_place_has_one_sentence():
    bounds = sentence_bounds("One. Two. Three.")
    assert [bounds_at(bounds, place) for place in (0, 4, 5, 9, 10, 16)] == [(0, 5)] * 2 + [(5, 10)] * 2 + [(10, 16)] * 2
