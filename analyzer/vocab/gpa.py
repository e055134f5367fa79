"""Who stands where under the WTO Agreement on Government Procurement, by date: `gpa.csv`, one standing a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from analyzer.vocab import economies
from analyzer.vocab.dated import first_day, rows

_WEIGHT = {"party": 0, "acceding": 1, "observer": 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """One economy's standing with its dates; `since` is the date as its source gives it (a year, a month or a day)."""

    code: str
    status: str  # party | acceding | observer
    since: str
    valid_to: date | None
    note: str
    source: str
    checked_on: date


@cache
def standings() -> tuple[Entry, ...]:
    """Return every standing on the list, in the order of the file."""
    return rows("gpa.csv", Entry)


def standings_of(code: str, on: date) -> tuple[Entry, ...]:
    """Return all standings of an economy on that day, the weightiest first.

    A member state of the European Union is covered as the Union is; its standing says so in its note.
    """
    found = [s for s in standings() if s.code == code and _holds(s, on)]
    if not found and code in economies.members("EUU", on.year):
        found = [
            replace(s, code=code, note="as a member of the EU")
            for s in standings()
            if s.code == "EUU" and _holds(s, on)
        ]
    return tuple(sorted(found, key=lambda s: (_WEIGHT[s.status], s.since)))


def _holds(entry: Entry, on: date) -> bool:
    return first_day(entry.since) <= on and (entry.valid_to is None or on <= entry.valid_to)
