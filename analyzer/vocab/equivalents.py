"""Terms that mean the same in trade-barrier reports: "biotech" and "genetically engineered"."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The groups of terms that stand for one another."""
    lines = resources.files("analyzer.vocab").joinpath("equivalents.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(map(str.strip, line.split("|"))) for line in lines if not line.startswith("#"))
