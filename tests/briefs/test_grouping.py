"""Passages in a row, under no heading, are one matter as long as none of them opens another."""

from __future__ import annotations

import pytest

from analyzer.briefs.grouping import groups
from analyzer.records import Status


@pytest.fixture
def together(passage_of, finding_of):
    def count(status, *texts, section="services", gap=1, page=None):
        rows = [passage_of(text, 2025, gap * n, heading="", section=section, page=page) for n, text in enumerate(texts)]
        return [len(group) for group in groups([finding_of(row, status, p_new=0.9) for row in rows])]

    return count


WINE = "Korea published a draft on how wine is made."


@pytest.mark.parametrize("status", [Status.NEW, Status.DROPPED])
@pytest.mark.parametrize(
    ("second", "one"),
    [
        ("Vintners fear that labels must be printed anew.", True),
        ("It bars sugar.", True),
        ("In May 2024, tuners of pianos lost their licence.", False),  # a date opens another
        ("Korea lets only nationals tune pianos.", False),  # so does what the economy does
        ("The Piano Tuning Act lets only nationals tune.", False),  # ... or a law
        ("Under a draft of 2024 wine labels name the vintner.", True),  # but for what shares its words
    ],
)
def test_what_goes_on_is_one_matter(together, status, second, one):
    first = "Korea published a draft on how wine vintners label bottles."
    assert together(status, first, second) == ([2] if one else [1, 1])


def test_what_stands_apart_is_two(together):
    assert together(Status.NEW, WINE, "Vintners fear for grapes.", gap=2) == [1, 1]
    assert together(Status.CHANGED, WINE, "Vintners fear for grapes.") == [1, 1]


def test_printed_paragraphs_are_whole(together):
    assert together(Status.NEW, WINE, "Vintners fear for grapes.", page=5) == [1, 1]
