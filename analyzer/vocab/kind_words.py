"""Words of headings that name a kind of barrier and not what it is about: "tariffs", "import licensing"."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def kinds() -> frozenset[str]:
    """Words, in the singular, that name a kind of barrier or where it is found."""
    return frozenset(word for line in _lines() if not line.startswith(("#", "+")) for word in line.split())


@cache
def beside() -> frozenset[str]:
    """Words that name a matter beside another word alone: "financial" in "financial services"."""
    return frozenset(word for line in _lines() if line.startswith("+") for word in line[1:].split())


def _lines() -> list[str]:
    return resources.files("analyzer.vocab").joinpath("kind_words.txt").read_text(encoding="utf-8").splitlines()
