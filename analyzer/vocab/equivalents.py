"""Terms that mean the same in trade-barrier reports: "biotech" and "genetically engineered"."""

from __future__ import annotations

from functools import cache

from analyzer.vocab import word_files


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The groups of terms that stand for one another."""
    return tuple(tuple(map(str.strip, line.split("|"))) for line in word_files.lines("equivalents.txt"))
