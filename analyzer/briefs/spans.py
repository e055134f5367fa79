"""Years in words."""

from __future__ import annotations

from collections.abc import Iterable

from analyzer.vocab.years import ranges


def years(given: Iterable[int]) -> str:
    """Years in short, "none" where there are none: (1995, 1996, 1997, 2022) gives "1995–1997, 2022"."""
    return ranges(given) or "none"
