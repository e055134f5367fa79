"""Words of a question that single out no matter, or none by themselves."""

from __future__ import annotations

from functools import cache

from analyzer.vocab import word_files


@cache
def stop() -> frozenset[str]:
    """Words that say nothing: "the", "of"."""
    return word_files.words("plain_words.txt")


@cache
def general() -> frozenset[str]:
    """Words for whatever a report objects to: "requirements", "regime"."""
    return word_files.words("plain_words.txt", marked=True)
