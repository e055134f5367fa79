"""Short names of agreements with procurement commitments: `agreements.csv`, one name a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from analyzer.vocab.dated import rows


@dataclass(frozen=True, slots=True)
class AgreementName:
    """A short name of an agreement, its norm and its name in full."""

    name: str
    norm: str
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date


@cache
def short_names() -> tuple[AgreementName, ...]:
    """Return every short name known, in the order of the file."""
    return rows("agreements.csv", AgreementName)
