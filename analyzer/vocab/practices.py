"""Practices that are one matter by whatever words a report speaks of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("practices.toml")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    with _FILE.open("rb") as file:
        entries = tomllib.load(file)
    found = {}
    for key, entry in entries.items():
        nouns = "|".join(rf"{re.escape(noun)}s?" for noun in entry["nouns"])
        before = "".join(rf"(?<!\b{re.escape(word)} )" for word in entry["not_after"])
        found[key] = re.compile(rf"{before}\b(?:{nouns})\b", re.IGNORECASE)
    return found


def named_in(text: str) -> frozenset[str]:
    """The keys of the practices that a text names."""
    return frozenset(key for key, pattern in _patterns().items() if pattern.search(text))
