"""Procurement chapters of the free trade agreements of the United States: `ftas.csv`, one economy a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from analyzer.vocab.dated import rows


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
    return rows("ftas.csv", ProcurementChapter)


def chapter(code: str, on: date) -> ProcurementChapter | None:
    """Return the chapter in force between the United States and an economy on that day, or None."""
    for entry in chapters():
        if entry.code == code and entry.valid_from <= on and (entry.valid_to is None or on <= entry.valid_to):
            return entry
    return None
