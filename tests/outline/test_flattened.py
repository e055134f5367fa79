from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.outline.flattened import cut
from analyzer.outline.sentences import split_sentences

WICKS = (
    "The brass office taxes wicks at nine crowns a gross. It collects the levy twice a year. "
    "This levy has risen since the last harvest because wicks became scarce in every province of the realm. "
    "It is waived for wicks that were twisted by hand and sold at the gate of the workshop where they were made."
)
FERRIES = (
    "Harbour pilots weigh cedar planks before a ferry may sail. They charge ferries by the plank. "
    "However ferries under ten planks sail free of any charge and need no pilot at all on the inland lakes. "
    "This exemption lapses in winter when ice makes even a small ferry a danger to the piers of the harbour town."
)
TULIPS = (
    "Quarantine gardens soak tulip bulbs in brine for forty days. These bulbs often rot in the brine. "
    "The law exempts bulbs that carry a certificate of the gardens in the country of origin and a second seal. "
    "It does not say how a grower may obtain that certificate or what the gardens in question may charge for it."
)


def texts(text: str) -> list[str]:
    return [text[run[0][0] : run[-1][1]] for run in cut(text)]


def test_each_matter_becomes_a_passage() -> None:
    assert texts(f"{WICKS} {FERRIES} {TULIPS}") == [WICKS, FERRIES, TULIPS]


@pytest.mark.parametrize("around", ["{0} {1}", "{1} {0}", "{1} {0} {2}", "{2} {1} {0}"])
def test_a_paragraph_is_cut_alike_whatever_stands_around_it(around: str) -> None:
    assert WICKS in texts(around.format(WICKS, FERRIES, TULIPS))


def test_a_glued_heading_opens_a_passage() -> None:
    wicks = "Wicks pay nine crowns wherever they are sold, and the brass office collects the levy."
    text = f"{wicks} Brass Sockets The office taxes brass sockets, and wicks in sockets pay twice the rate."
    assert texts(text)[-1].startswith("Brass Sockets The office")


def test_an_economys_name_may_follow_the_heading() -> None:
    sentence = "Brass Sockets Ruritania taxes wicks in sockets twice, as the office in the capital has long announced."
    text = f"Wicks pay nine crowns, as ever, wherever they are sold or lit by anyone. {sentence}"
    assert len(cut(text)) == 1
    assert texts(sentence) == [sentence]
    found = cut(text, names=("Ruritania",))
    assert text[found[-1][0][0] :] == sentence


def test_no_passage_grows_without_end() -> None:
    text = " ".join("It taxes wicks, sockets, lanterns and candles anew in every province." for _ in range(60))
    assert max(len(run) for run in cut(text)) == 4


def test_sentences_that_share_only_common_words_are_not_run_together() -> None:
    wicks = "The government requires importers of wicks to hold a licence issued by the brass office in person."
    planks = "The government requires importers of cedar planks to pay a customs fee of nine crowns in advance."
    assert texts(f"{wicks} {planks}") == [wicks, planks]


def test_a_crumb_joins_its_neighbour() -> None:
    assert len(cut("Yes. " + WICKS)) == 1


def test_text_without_sentences_has_no_passages() -> None:
    assert cut("  ") == ()


@given(st.lists(st.sampled_from(["It is so.", "Wicks burn low.", "Brass Sockets The office taxes.", WICKS, FERRIES])))
def test_every_sentence_is_in_one_passage_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert tuple(span for run in cut(text) for span in run) == split_sentences(text)
