from __future__ import annotations

import pytest

from analyzer.briefs import titling


@pytest.fixture
def held(passage_of):
    return lambda text, heading="": passage_of(text, 2022, 1, heading=heading, page=None)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Import Licensing Korea maintains a broad regime.", "Import Licensing"),
        ("Copyright In May 2021 the law was amended.", "Copyright"),
        ("Call Termination Rates The regulator set a rate.", "Call Termination Rates"),
        ("The Radio Act contains limits.", ""),
        ("When Korea joined, duties fell.", ""),
        ("Although Korea agreed, it waits.", ""),
    ],
)
def test_the_heading_that_a_text_table_ran_into_the_sentence(held, text, heading):
    assert text[: titling.run_in(held(text))] == heading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Radio Act contains limits.", "Radio Act"),
        ("The Salt Board issued a Presidential Decree in May.", ""),  # any decree
        ("In 2021 the Bureau of Soap and Salt (BSS) set a fee.", ""),  # an agency is no matter
        ("The Ministry of Salt issued the Soap, Salt, and Water Policy in May.", "Soap, Salt, and Water Policy"),
        ("In May, Korea’s Soap Board issued the Soap, Salt and Water Policy.", "Soap, Salt and Water Policy"),
        ("However, Soap and Salt Rules hold.", "Soap and Salt Rules"),
        ("The Act on the Use of Salt (AUS) sets a fee.", "Act on the Use of Salt (AUS)"),
        ("The Salt and Soap (Banning) Act sets a fee.", "Salt and Soap (Banning) Act"),
        ("Under Complementary Law No. 12/2007 firms pay.", "Complementary Law No. 12/2007"),
        ("The Salt Trade Law No. (21) of 2022 sets a fee.", "Salt Trade Law"),
        ("The Salt Council of Freedonia Act was passed in May.", "Salt Council of Freedonia Act"),
        ("The UFLPA Salt List grew in May.", ""),
        ("Duties follow section 232 of the Trade Expansion Act of 1962.", ""),  # a law of the United States
        ("As of January 1 traders must register.", ""),
        ("However on December 11 Korea acted.", ""),
        ("The Korean Government set a fee.", ""),
    ],
)
def test_the_subject_that_a_sentence_names(held, text, title):
    assert titling.title(held(text), text) == title


def test_a_printed_heading_comes_first(held):
    assert titling.title(held("The Radio Act contains limits.", heading="Radio"), "x") == "Radio"
