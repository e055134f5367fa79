"""A quote of what changed tells the state of play: what came last, and what ended or turned the measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs import layout, saying
from analyzer.briefs.composing import draft
from analyzer.briefs.quoting import lead, nearest
from analyzer.queries import Listed
from analyzer.records import Change, ChangeKind, Passage, Status, Verdict

_OLD = "A decree of 2020 bans the dye."


def passage(*sentences):
    text, spans = "", []
    for sentence in sentences:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return Passage("a", "nte", 2025, "PER", ("PER",), "sps", None, (), 1, text, tuple(spans), 7, "5")


def said(*sentences):
    one = passage(*sentences)
    start, end = lead(one, against=_OLD, after=2022)
    return one.text[start:end]


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        ((_OLD, "On May 3, 2023, a decree set the end for 2024.", "On June 1, 2024, the end was postponed."), 2),
        (
            (
                _OLD,
                "In 2023, Peru amended the ban on dyes.",
                "However, in August 2024, a court declared it ineffective.",
            ),
            2,
        ),
        (
            (
                _OLD,
                "In March 2024, Peru approved a plan on dyes.",
                "As of December 31, 2024, drafts were under review.",
            ),
            1,
        ),
        ((_OLD, "In March 2024, Peru amended its ban.", "The United States raised it at a meeting in July 2024."), 1),
    ],
)
def test_the_latest_turn_is_quoted(sentences, wanted):
    assert said(*sentences) == sentences[wanted]


@pytest.mark.parametrize(
    ("kind", "quote", "shown"),
    [
        (ChangeKind.LAW, "In 2024, Peru amended its decree.", "a new legal step"),
        (ChangeKind.LAW, "Exporters await an answer.", None),
        (ChangeKind.RATE, "The fee is 12 percent.", "a new rate or amount"),
        (ChangeKind.RATE, "The fee is high.", None),
        (ChangeKind.DATE, "It ends in 2026.", "a new date"),
        (ChangeKind.DATE, "It ends soon.", None),
        (ChangeKind.SCOPE, "It covers toys, too.", "another scope"),
    ],
)
def test_the_kind_of_change_stands_beside_a_quote_that_shows_it(kind, quote, shown):
    verdict = Verdict(
        passage_id="a", economy="PER", year=2025, status=Status.CHANGED, p_new=0.1, listing_id="L-a",
        compared_with=2022, missing_editions=(), first_listed=2020, last_listed_before=2022,
        evidence=None, change=Change(kind),
    )  # fmt: skip
    told = saying.since(verdict, Listed(years=(2020, 2022), wording=(2020,)), quote)
    assert told == ", ".join(filter(None, ("listed since 2020", shown)))


def test_the_earlier_sentence_is_shown_in_few_shared_words_where_both_surely_tell_one_matter(
    ground, passage_of, finding_of
):
    text = "In May 2024, Korea halved the ferry levy at each harbour."
    was = "Ferry skippers of whatever harbour carry lanterns, whistles, anchors, blankets and barometers aboard."
    old = passage_of(was, 2024, 30, heading="", page=None)
    new = passage_of(text, 2025, 30, heading="Ferries", page=7)
    found = finding_of(new, Status.CHANGED, p_new=0.2, evidence=old, change=Change(ChangeKind.RATE))
    unsure = replace(found, verdict=replace(found.verdict, evidence=replace(found.verdict.evidence, score=0.6)))
    held = replace(ground, earlier={old.id: old}, pages=lambda p, n: ("7", text) if n == 9 else None)
    assert nearest(old, text) is None
    (sure,) = draft(replace(held, findings=(found,))).changed
    assert sure.before is not None
    assert sure.before.text == was
    assert draft(replace(held, findings=(unsure,))).changed[0].before is None


def test_what_else_the_passage_tells_of_late_stands_beside_the_quote(ground, passage_of, finding_of):
    text = "In March 2024, Korea issued Decree 9/2024 to ban brushes. In May 2024, a court rejected the Brush Act."
    new = finding_of(passage_of(text, 2025, 30, heading="Brushes", page=7), Status.NEW, p_new=0.9)
    (matter,) = draft(replace(ground, findings=(new,), pages=lambda p, n: ("7", text) if n == 9 else None)).new
    assert matter.quote.text == "In May 2024, a court rejected the Brush Act."
    assert [layout.pointed(point) + point.quote.text for point in matter.points] == [
        "Also: In March 2024, Korea issued Decree 9/2024 to ban brushes."
    ]


def test_what_a_panel_found_is_of_the_day_that_the_sentence_before_names():
    asked = "In May 2023, Peru's partner asked for a panel on the dye ban."
    report = "The report of the panel came out in November 2024."
    found = "The panel found that the ban breaks no rule on dyes."
    assert said(_OLD, asked, report, found) == found
    assert said(_OLD, asked, "Peru's dyers wear gloves.", found) != found
