from __future__ import annotations

import pytest

from analyzer.mentions import mentions_of


def standing(text):
    (mention,) = (m for m in mentions_of(text, chapter="FJI") if m.norm == "GPA")
    return mention.attrs["status"]


@pytest.mark.parametrize(
    "word",
    [
        "commenced negotiations to accede to", "began to negotiate accession to", "has begun to accede to",
        "initiated talks to join", "started to join", "started to pursue accession to", "started to work on joining",
        "opened talks to join", "launched talks on accession to", "resumed talks to join", "engaged in talks to join",
        "is in the process to join", "are negotiating to join", "was acceding to", "has been working to join",
        "is now pursuing an offer to", "is seeking to accede to", "is seeking accession to",
        "was, in the process of acceding to", "was, in the process of joining", "in the process of negotiating",
        "was, in the process of accession to", "submitted its offer to join", "submitted an application to",
        "submitted its request to join", "submitted its responses in the accession to",
        "submitted its replies in the accession to", "applied for accession to", "applied to join",
        "applied in May 2020 to join",
        "efforts to accede to", "in negotiations to join", "pursued accession to", "pursues accession to",
        "continued to negotiate entry to", "continues its long negotiations on", "completed its negotiations to",
        "completed negotiations for", "completed its accession negotiations with", "tabled an offer for",
        "circulated its offer for", "made progress in its negotiations to join",
        "held two rounds of negotiations to join", "conducted long negotiations to join",
        "conducted accession negotiations to", "resumed steps to become a party to",
        "resumed steps to become a member of", "resumed steps to become a signatory of", "resumed its application to",
    ],
)  # fmt: skip
def test_an_accession_has_begun(word):
    assert standing(f"Fiji {word} the GPA.") == "acceding"


@pytest.mark.parametrize(
    "word",
    [
        "are under way", "have begun", "continue", "were held", "to join are held",
    ],
)  # fmt: skip
def test_negotiations_go_on(word):
    assert standing(f"Fiji's negotiations {word} with the GPA.") == "acceding"


@pytest.mark.parametrize(
    "word",
    [
        "resumed work on", "began to read", "opened a desk for",
        "let talks on accession to the WTO follow", "commenced to study accession to",
    ],
)  # fmt: skip
def test_to_begin_something_else(word):
    assert standing(f"Fiji {word} the GPA.") == "none_stated"


@pytest.mark.parametrize(
    "word",
    [
        "committed", "plans", "intends", "the intention", "is expected", "agreed", "pledged", "is obligated",
        "should try", "urged it", "urges it", "urge it", "is interested", "would like", "will try", "promised",
    ],
)  # fmt: skip
def test_a_promise_is_no_beginning(word):
    assert standing(f"Fiji {word} in negotiations to join the GPA.") == "none_stated"
    assert standing(f"Fiji {word} to pursue accession to the GPA.") == "none_stated"


@pytest.mark.parametrize(
    "word",
    [
        "begin", "initiate", "start", "commence", "enter", "open", "accede to", "join", "become of", "negotiate",
        "pursue",
    ],
)  # fmt: skip
def test_what_is_promised(word):
    assert standing(f"Fiji promised in negotiations to {word} accession to the GPA.") == "none_stated"


@pytest.mark.parametrize(
    "word",
    [
        "has not begun", "has still not begun", "has not yet commenced", "has not initiated", "has not yet started",
    ],
)  # fmt: skip
def test_what_has_not_begun(word):
    assert standing(f"Fiji {word} negotiations for accession to the GPA.") == "none_stated"
    assert standing("Fiji did not initiate the GPA negotiations that are held.") == "none_stated"


@pytest.mark.parametrize(
    "word",
    [
        "opened GPA accession", "opened GPA membership talks", "opened GPA negotiations", "opened a GPA negotiation",
        "opened its GPA offer", "opened its GPA offers", "submitted its GPA offer", "tabled its GPA offer",
        "made its GPA offer", "circulated its GPA offer", "made a GPA market access offer",
        "submitted a GPA market access offer", "tabled a GPA market access offer",
        "circulated a GPA market access offer", "made a GPA accession offer",
    ],
)  # fmt: skip
def test_a_step_behind_the_name(word):
    assert standing(f"Fiji {word}.") == "acceding"


@pytest.mark.parametrize(
    "word",
    [
        "plans to begin its GPA accession", "plans to begin its GPA membership",
        "plans to begin its GPA negotiations", "waits for a GPA offer", "made a study of the GPA",
    ],
)  # fmt: skip
def test_a_step_that_is_planned(word):
    assert standing(f"Fiji {word}, opened to all.") == "none_stated"


@pytest.mark.parametrize(
    "word",
    [
        "the terms of Fiji's accession to the GPA", "the terms and conditions for Fiji's accession to the GPA",
        "the completion of Fiji's accession to the GPA", "the conclusion of Fiji's accession to the GPA",
        "negotiations on accession to the GPA", "talks over accession to the GPA",
        "rounds about accession to the GPA", "talks regarding accession to the GPA",
        "talks at length concerning accession to the GPA", "efforts that accelerate accession to the GPA",
        "steps that expedite accession to the GPA", "steps facilitating accession to the GPA",
        "the stalled GPA accession", "an ongoing GPA accession", "its pending GPA accession",
        "the initial offer in its accession to the GPA", "an improved offer in its accession to the GPA",
        "the revised offer in its accession to the GPA", "the final offers in its accession to the GPA",
        "that accession to the GPA is ongoing", "that accession to the GPA was stalled",
        "that accession to the GPA has been slow", "that accession to the GPA is still inactive",
        "that accession to the GPA were approved", "that accession to the GPA is underway",
        "that accession to the GPA is under way", "that accession to the GPA have been agreed",
        "that accession to the GPA had been continuing",
        "steps to deposit its instrument of accession and join the GPA",
        "Fiji deposit its instruments of acceptance and formally join the GPA",
    ],
)  # fmt: skip
def test_an_accession_that_goes_on(word):
    assert standing(f"It noted {word}.") == "acceding"


@pytest.mark.parametrize(
    "word",
    [
        "Fiji's", "its", "their", "the", "the stalled", "an ongoing", "this", "on", "approved",
    ],
)  # fmt: skip
def test_whose_accession_terms_they_are(word):
    assert standing(f"Now {word} GPA accession terms stand.") == "acceding"


@pytest.mark.parametrize(
    "word",
    [
        "terms", "process", "efforts", "offer", "offers", "negotiations", "talks",
    ],
)  # fmt: skip
def test_the_parts_of_an_accession(word):
    assert standing(f"Now its GPA accession {word} stand.") == "acceding"
    assert standing(f"Now every GPA accession {word.removesuffix('s')} stands.") == "none_stated"


@pytest.mark.parametrize(
    "word",
    [
        "plans to first initiate", "will soon begin", "would commence", "hears of starting",
        "waits for the launch of", "did not enter into", "gains by starting", "has no beginning of",
        "waits until it begins", "plans launching", "sees a possibility of launching", "withdrew from",
        "has withdrawn from", "won prior to", "supports",
    ],
)  # fmt: skip
def test_an_accession_that_waits(word):
    assert standing(f"Fiji {word} talks on accession to the GPA.") == "none_stated"
