"""Partners of the United States in reciprocal defence procurement (DFARS 225.872-1): `rdp.csv`, one a line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from analyzer.vocab.gpa import first_day


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
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Partner(
                code=row["code"],
                standing=row["standing"],
                since=row["valid_from"],
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                note=row["note"],
                source=row["source"],
                checked_on=date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(lines)
        )


def partner(code: str, on: date | None = None) -> Partner | None:
    """Return the country's entry (as it stood on that day), or None.

    A country whose start is not known counts as a partner on every day: the list says who is one, not since when.
    """
    for entry in partners():
        started = on is None or not entry.since or first_day(entry.since) <= on
        if entry.code == code and started and (on is None or entry.valid_to is None or on <= entry.valid_to):
            return entry
    return None
