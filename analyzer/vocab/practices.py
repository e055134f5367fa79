"""Practices that are one matter by whatever words a report speaks of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("practices.toml")
_OFFSETS = re.compile(r"\b(?:offsets?|counter-?trade|counter-?purchases?)\b")


@dataclass(frozen=True)
class _Practice:
    nouns: tuple[str, ...]  # in small letters
    pattern: re.Pattern[str]
    beside: frozenset[str]


@cache
def _practices() -> dict[str, _Practice]:
    with _FILE.open("rb") as file:
        entries = tomllib.load(file)
    found = {}
    for key, entry in entries.items():
        nouns = "|".join(_with_plural(noun) for noun in entry["nouns"])
        before = "".join(rf"(?<!\b{re.escape(word)} )" for word in entry["not_after"])
        pattern = re.compile(rf"{before}\b(?:{nouns})\b", re.IGNORECASE)
        found[key] = _Practice(
            tuple(noun.lower().removesuffix("y") for noun in entry["nouns"]), pattern, frozenset(entry["beside"])
        )
    return found


def _with_plural(noun: str) -> str:
    return rf"{re.escape(noun[:-1])}(?:y|ies)" if noun.endswith("y") else rf"{re.escape(noun)}s?"


def named_in(text: str) -> frozenset[str]:
    """The keys of the practices that a text names."""
    low = text.lower()  # a look for the bare words is a tenth of the work of the pattern
    return frozenset(
        key
        for key, practice in _practices().items()
        if any(noun in low for noun in practice.nouns) and practice.pattern.search(text)
    )


def beside() -> frozenset[str]:
    """Words beside a practice's name that single out no part of it: the rules, of defence, for suppliers."""
    return frozenset().union(*(practice.beside for practice in _practices().values()))


def is_of_offsets(question: str) -> bool:
    """Whether a question in a few words asks for offsets in procurement and no part of them: "defense offset"."""
    rest = _OFFSETS.sub(" ", question.casefold())
    return rest != question.casefold() and beside().issuperset(re.findall(r"\w+", rest))
