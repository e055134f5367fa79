"""Procurement chapters of the free trade agreements of the United States: `ftas.csv`, one economy a line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProcurementChapter:
    """The chapter of an agreement that opens procurement between the United States and one economy."""

    code: str
    agreement: str
    chapter: str
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date


@cache
def chapters() -> tuple[ProcurementChapter, ...]:
    """Return every chapter on the list, in the order of the file."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            ProcurementChapter(
                code=row["code"],
                agreement=row["agreement"],
                chapter=row["chapter"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                source=row["source"],
                checked_on=date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(lines)
        )


def chapter(code: str, on: date | None = None) -> ProcurementChapter | None:
    """Return the chapter in force between the United States and an economy (on that day, or now), or None."""
    day = on or date.today()
    for entry in chapters():
        if entry.code == code and entry.valid_from <= day and (entry.valid_to is None or day <= entry.valid_to):
            return entry
    return None
