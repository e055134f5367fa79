"""Partners of the United States in reciprocal defence procurement (DFARS 225.872-1): `rdp.csv`, one a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from analyzer.vocab.dated import first_day, rows


@dataclass(frozen=True, slots=True)
class Partner:
    """One country's standing: qualifying, exempted case by case, or negotiating; `since` is empty where not known."""

    code: str
    standing: str  # qualifying | case_by_case | negotiating
    since: str
    valid_to: date | None
    note: str
    source: str
    checked_on: date


@cache
def partners() -> tuple[Partner, ...]:
    """Return every country on the list, in the order of the file."""
    return rows("rdp.csv", Partner)


def partner(code: str, on: date) -> Partner | None:
    """Return the country's entry as it stood on that day, or None.

    A country whose start is not known counts as a partner on every day: the list says who is one, not since when.
    """
    for entry in partners():
        started = not entry.since or first_day(entry.since) <= on
        if entry.code == code and started and (entry.valid_to is None or on <= entry.valid_to):
            return entry
    return None
