from __future__ import annotations

from itertools import product

import pytest

from analyzer.history import status
from analyzer.records import Status

YEARS = (2001, 2002, 2003, 2004)


def patterns():
    """Every way in which four earlier editions may be held, and hold the matter."""
    return product(("absent", "held", "lists"), repeat=len(YEARS))


@pytest.mark.parametrize("changed", [False, True])
def test_statuses_over_every_pattern_of_years(changed):
    seen = set()
    for pattern in patterns():
        held = [y for y, p in zip(YEARS, pattern, strict=True) if p != "absent"]
        listed = [y for y, p in zip(YEARS, pattern, strict=True) if p == "lists"]
        reference = status.reference(2005, held=held, in_scope=held)
        found = status.status_of(listed=listed, compared_with=reference, changed=changed)
        if not listed:
            expected = Status.NEW
        elif max(listed) < max(held):
            expected = Status.RELISTED
        else:
            expected = Status.CHANGED if changed else Status.CONTINUED
        assert found is expected, (pattern, found)
        seen.add(found)
    assert len(seen) == 3


def test_a_section_left_out_is_compared_with_the_last_edition_that_had_it():
    held = [2009, 2011, 2014]
    assert status.reference(2015, held=held, in_scope=[2009]) == 2009
    assert status.reference(2015, held=held, in_scope=held) == 2014
    assert status.reference(2015, held=held, in_scope=[]) == 2014
    assert status.reference(2015, held=[2015, 2016], in_scope=[2015]) is None


def test_editions_not_held_are_those_published_in_between():
    assert status.missing(2025, compared_with=2022, held=[2022, 2025], published=range(1995, 2026)) == (2023, 2024)
    assert status.missing(2011, compared_with=2009, held=[2009, 2011], published=[2009, 2011]) == ()


def test_gaps_lie_between_first_and_last_year_in_editions_held():
    assert status.gaps([2001, 2004], held=[2000, 2001, 2002, 2004, 2005]) == (2002,)
    assert status.gaps([], held=[2000]) == ()


def test_first_and_last_year_of_earlier_listings():
    assert status.first_and_last([2003, 1997]) == (1997, 2003)
    assert status.first_and_last([]) == (None, None)


def test_editions_published_later_are_never_missing():
    assert status.missing(2000, compared_with=1997, held=[1997], published=range(1995, 2004)) == (1998, 1999)


def test_with_nothing_to_compare_with_every_earlier_edition_not_held_is_missing():
    assert status.missing(2000, compared_with=None, held=[1996], published=range(1995, 2004)) == (
        1995,
        1997,
        1998,
        1999,
    )
