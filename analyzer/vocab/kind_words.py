"""Words of headings that name a kind of barrier and not what it is about: "tariffs", "import licensing"."""

from __future__ import annotations

from functools import cache

from analyzer.vocab import word_files


@cache
def kinds() -> frozenset[str]:
    """Words, in the singular, that name a kind of barrier or where it is found."""
    return word_files.words("kind_words.txt")


@cache
def beside() -> frozenset[str]:
    """Words that name a matter beside another word alone: "financial" in "financial services"."""
    return word_files.words("kind_words.txt", marked=True)
