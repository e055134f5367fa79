"""Words that stand everywhere in trade-barrier reports, so that sharing one tells nothing of the matter.

Counted over the passages of the National Trade Estimates of 1995-2025: a beginning is common where one passage in a
hundred holds a word with it.
"""

from __future__ import annotations

from functools import cache

from analyzer.vocab import word_files

LETTERS = 6  # of a beginning


def beginning(word: str) -> str:
    """The part of a word that its forms share: "procured" and "procurement" begin alike."""
    return word.casefold()[:LETTERS]


@cache
def beginnings() -> frozenset[str]:
    """The beginnings of common words."""
    return word_files.words("common_words.txt")
