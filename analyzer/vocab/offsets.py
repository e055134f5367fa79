"""Offset programmes by name, with their dates and sources: `offsets.csv`, one name a line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Programme:
    """A national programme that demands offsets, countertrade or industrial cooperation, under one of its names."""

    code: str
    name: str
    norm: str  # offset | countertrade | industrial_cooperation
    valid_from: date | None
    valid_to: date | None
    note: str
    source: str
    checked_on: date


@cache
def programmes() -> tuple[Programme, ...]:
    """Return every programme name known, in the order of the file."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Programme(
                code=row["code"],
                name=row["name"],
                norm=row["norm"],
                valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                note=row["note"],
                source=row["source"],
                checked_on=date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(lines)
        )
