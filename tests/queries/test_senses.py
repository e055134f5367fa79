from __future__ import annotations

import pytest

from analyzer.mentions.offset import find_offsets
from analyzer.queries.senses import sense
from analyzer.records import Passage


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
    ],
)
def test_what_the_sentence_says_as_a_whole(text, expected):
    passage = Passage("p", "nte", 2020, "FJI", ("FJI",), "procurement", None, (), 0, text, ((0, len(text)),))
    mentions = find_offsets(text)
    assert [sense(passage, mention, mentions) for mention in mentions] == expected
