"""Short names of agreements with procurement commitments: `agreements.csv`, one name a line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AgreementName:
    """A short name of an agreement, its norm and its name in full."""

    name: str
    norm: str
    full_name: str
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date


@cache
def short_names() -> tuple[AgreementName, ...]:
    """Return every short name known, in the order of the file."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            AgreementName(
                name=row["name"],
                norm=row["norm"],
                full_name=row["full_name"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                source=row["source"],
                checked_on=date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(lines)
        )
