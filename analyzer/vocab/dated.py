"""Lists with dates and sources: a file of this room, one row a line."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_DATES = {"valid_from", "valid_to", "checked_on"}


def rows(file: str, of: Callable[..., T]) -> tuple[T, ...]:
    """Every row as a record, in the order of the file: its fields are columns, and an empty date is None."""
    names = [entry.name for entry in fields(of)]  # type: ignore[arg-type]
    with Path(__file__).with_name(file).open(encoding="utf-8", newline="") as lines:
        return tuple(of(**{name: _value(name, row[name]) for name in names}) for row in csv.DictReader(lines))


def _value(name: str, text: str) -> Any:  # noqa: ANN401  a word or a date
    return (first_day(text) if text else None) if name in _DATES else text


def first_day(text: str) -> date:
    """The first day of a date given as a year, a month or a day."""
    missing = {4: "-01-01", 7: "-01"}.get(len(text), "")
    return date.fromisoformat(text + missing)
