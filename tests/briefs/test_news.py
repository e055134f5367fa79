from __future__ import annotations

import pytest

from analyzer.briefs import news
from analyzer.briefs.quoting import further, lead, led_in


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Korea prohibits imports of combs.", "Korea inspects imports of combs."),
        ("In May 2024, Korea raised the fee.", "In May 1994, Korea raised the fee."),
        ("In May 2024, Korea suspended the fee.", "In May 2024, Korea spoke of the fee."),
        ("Korea adopted the Comb Standards Act.", "Korea adopted a text on combs."),
        ("Decree 12/2021 covers combs.", "A decree covers combs."),
        ("Korea taxes combs at nine percent.", "Korea taxes combs."),
        ("Korea requires a permit.", "Korea plans to require a permit, now in draft."),
        ("Korea favours its own banks by law.", "Korea maintains an unlevel playing field in banking."),
        ("In May 2024, Korea imposed a fee.", "In May 2024, the United States requested talks on a fee."),
        ("Korea raised a tariff to 9 percent.", "Korea’s average MFN applied tariff rate was 9 percent."),
        ("Korea raised the fee in 2024.", "Korea aims to increase output in 2024."),
    ],
)
def test_what_tells_more_weighs_more(passage_of, more, less):
    passage = passage_of(more, 2025, 1, heading="")
    assert news.weight(more, passage, after=2022) > news.weight(less, passage, after=2022)


@pytest.mark.parametrize(
    ("sentence", "hangs"),
    [
        ("Korea requires a permit for combs.", 0.0),
        ("This requirement raises costs.", 1.0),
        ("The measure covers combs.", 1.0),
        ("Shops must meet these new standards.", 1.0),
        ("The updated decree covers combs.", 1.0),
        ("Prior to this change, combs were free.", 1.0),
        ("The proposals include a fee.", 1.0),
        ("The decree on combs of 2021 covers brushes.", 0.0),
        ("The Act on Combs covers brushes.", 0.0),
        ("In May 2024, Korea rescinded the duties.", 0.5),
        ("In May 2024, Korea rescinded the duties on combs.", 0.0),
        ("Guards have come back to these shops.", 0.5),
        ("Those who tune pianos need a permit.", 0.0),
        ("However, Korea requires a permit for combs.", 0.2),
    ],
)
def test_what_points_to_the_sentence_before_hangs_on_it(sentence, hangs):
    assert news.hangs(sentence) == hangs


FEES = "Korea set a fee on combs in 2023. The fee was doubled on May 2, 2024. Shops complain."


def test_a_sentence_that_hangs_is_quoted_with_the_one_before(passage_of):
    passage = passage_of(FEES, 2025, 1, heading="")
    start = FEES.index("The fee was")
    said = led_in(passage, (start, FEES.index(" Shops")), lambda p, n: ("6", FEES))
    assert (said.lead_in, said.text) == ("Korea set a fee on combs in 2023.", "The fee was doubled on May 2, 2024.")
    assert said.whole == "Korea set a fee on combs in 2023. The fee was doubled on May 2, 2024."


def test_of_a_long_sentence_before_the_beginning_is_quoted(passage_of):
    first = "Korea set a fee on combs in 2023, " + ", ".join(f"and on brushes of kind {n}" for n in range(20)) + "."
    second = "The fee was doubled on May 2, 2024."
    passage = passage_of(f"{first} {second}", 2025, 1, heading="")
    said = led_in(passage, (len(first) + 1, len(passage.text)), lambda p, n: ("6", passage.text))
    assert said.lead_in.startswith("Korea set a fee on combs in 2023, and on brushes")
    assert said.lead_in.endswith(" …")
    assert len(said.whole) <= 425


def test_a_sentence_that_stands_alone_is_quoted_alone(passage_of):
    passage = passage_of(FEES, 2025, 1, heading="")
    assert led_in(passage, (0, FEES.index(" The fee")), lambda p, n: ("6", FEES)).lead_in == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Korea taxes combs. A court found the tax unconstitutional in May 2024.", 1),  # a turn, though it comes later
        ("In May 2024, Korea taxed combs at nine percent. It took effect on June 1, 2024.", 0),
        ("Trade in combs is free in general. Decree 12/2023 bans brushes as of May 2023.", 1),
    ],
)
def test_of_what_is_new_the_sentence_that_tells_most_is_quoted(passage_of, text, said):
    passage = passage_of(text, 2025, 1, heading="")
    assert lead(passage, after=2022) == passage.sentences[said]


def test_further_sentences_tell_of_steps_of_late(passage_of):
    text = (
        "Decree 4/1999 bans combs. In May 2023, Korea issued Decree 9/2023 to ban brushes. Shops complained. "
        "On May 2, 2024, a court found the Brush Act of 2023 unconstitutional. The United States raised it in 2024."
    )
    passage = passage_of(text, 2025, 1, heading="")
    assert [text[a:b] for a, b in further(passage, 2022)] == [
        "In May 2023, Korea issued Decree 9/2023 to ban brushes.",
        "On May 2, 2024, a court found the Brush Act of 2023 unconstitutional.",
    ]
    assert further(passage_of("Decree 4/1999 bans combs.", 2025, 1, heading=""), 2022) == []
