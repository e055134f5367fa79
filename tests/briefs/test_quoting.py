from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.briefs.quoting import check, lead, shorten
from analyzer.errors import QuoteMismatch


@pytest.mark.parametrize(
    ("cited", "page"),
    [
        ("duties on imported shoes", "The duties on im-\nported shoes rose."),  # hyphen at a line's end
        ("The board’s fee", "The board's  fee"),  # apostrophes and spaces differ
        ("One clause … another clause", "One clause, long words between, another clause."),  # in order, apart
    ],
)
def test_a_quote_on_the_page_passes(cited, page):
    check(cited, page, where="ITE 2025, p. 1")


@pytest.mark.parametrize(
    ("cited", "page"),
    [("another clause … One clause", "One clause, another clause."), ("ten percent", "five percent"), ("a", "")],
)
def test_a_quote_that_is_not_there_stops(cited, page):
    with pytest.raises(QuoteMismatch, match=r"ITE 2025, p\. 1"):
        check(cited, page, where="ITE 2025, p. 1")


@given(st.text(alphabet="abcdef ,;", min_size=1, max_size=400), st.integers(40, 200))
def test_a_shortened_text_still_stands_on_its_page(text, longest):
    short = shorten(text, longest=longest)
    assert len(short) <= max(len(text), longest) + 2
    check(short, text, where="page")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In May, Bolivia joined the bloc in 2025. Korea keeps a fee.", "Korea keeps a fee."),
        (
            "In May, Bolivia and Korea set a fee of 5 percent. Korea keeps it.",
            "In May, Bolivia and Korea set a fee of 5 percent.",
        ),
        (
            "The Act makes it a duty. Korea now requires its carriers to hold a permit.",
            "Korea now requires its carriers to hold a permit.",
        ),
    ],
)
def test_a_sentence_on_another_state_or_leaning_on_the_one_before_is_not_the_lead(passage_of, text, said):
    subject = passage_of(text, 2025, 1, heading="")
    start, end = lead(subject, against="Korea kept it.", after=2022)
    assert text[start:end] == said
