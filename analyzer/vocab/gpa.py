"""Who stands where under the WTO Agreement on Government Procurement, by date: `gpa.csv`, one standing a line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from analyzer.vocab import economies

_WEIGHT = {"party": 0, "acceding": 1, "observer": 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """One economy's standing with its dates; `since` is the date as its source gives it (a year, a month or a day)."""

    code: str
    status: str  # party | acceding | observer
    since: str
    valid_from: date
    valid_to: date | None
    note: str
    source: str
    checked_on: date


def first_day(text: str) -> date:
    """Return the first day of a date given as a year, a month or a day."""
    missing = {4: "-01-01", 7: "-01"}.get(len(text), "")
    return date.fromisoformat(text + missing)


@cache
def standings() -> tuple[Standing, ...]:
    """Return every standing on the list, in the order of the file."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Standing(
                code=row["code"],
                status=row["status"],
                since=row["valid_from"],
                valid_from=first_day(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                note=row["note"],
                source=row["source"],
                checked_on=date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(lines)
        )


def standings_of(code: str, on: date) -> tuple[Standing, ...]:
    """Return all standings of an economy on that day, the weightiest first.

    A member state of the European Union is covered as the Union is; its standing says so in its note.
    """
    found = [s for s in standings() if s.code == code and _holds(s, on)]
    if not found and code in economies.members("EUU", on.year):
        found = [
            Standing(code, s.status, s.since, s.valid_from, s.valid_to, "as a member of the EU", s.source, s.checked_on)
            for s in standings()
            if s.code == "EUU" and _holds(s, on)
        ]
    return tuple(sorted(found, key=lambda s: (_WEIGHT[s.status], s.since)))


def status(code: str, on: date) -> Standing | None:
    """Return the weightiest standing of an economy on that day: party, else acceding, else observer, else None."""
    found = standings_of(code, on)
    return found[0] if found else None


def _holds(standing: Standing, on: date) -> bool:
    return standing.valid_from <= on and (standing.valid_to is None or on <= standing.valid_to)
