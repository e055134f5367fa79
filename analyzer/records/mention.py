"""A tagged mention in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from analyzer.records.frozen import record


class Label(StrEnum):
    """What a mention names."""

    OFFSET = "OFFSET"
    AGREEMENT = "AGREEMENT"
    COUNTRY = "COUNTRY"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    DATE = "DATE"
    MEASURE = "MEASURE"


@record
class Mention:
    """A span of a text (half-open offsets) with its canonical id and attributes."""

    start: int
    end: int
    label: Label
    norm: str
    attrs: Mapping[str, str] = field(default_factory=dict)
