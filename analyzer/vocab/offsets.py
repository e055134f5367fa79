"""Offset programmes by name, with their dates and sources: `offsets.csv`, one name a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from analyzer.vocab.dated import rows


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
    return rows("offsets.csv", Programme)
