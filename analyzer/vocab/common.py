"""Words that stand everywhere in trade-barrier reports, so that sharing one tells nothing of the matter.

Counted over the passages of the National Trade Estimates of 1995-2025: a beginning is common where one passage in a
hundred holds a word with it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

LETTERS = 6  # of a beginning


def beginning(word: str) -> str:
    """The part of a word that its forms share: "procured" and "procurement" begin alike."""
    return word.casefold()[:LETTERS]


@cache
def beginnings() -> frozenset[str]:
    """The beginnings of common words."""
    lines = resources.files("analyzer.vocab").joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
