"""The forms of a word in a text: "licenses" and "licensed" of "licensing".

A noun in -tion is not found in its verb, nor "localization" in "local": they speak of other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_PLURAL = re.compile(r"(?<=[sxz])es$|(?<=[cs]h)es$|(?<=[^s'’])s$")
_ENDINGS = (
    (re.compile(r"(?<=iz)ation$"), r"\w+"),
    (re.compile(r"(?<=[a-z]{3}f)ication$"), r"(?:ication|icate|ied|ies|y)\w*"),
    (re.compile(r"(?<=[a-z]{5})ement$"), r"(?:e\w*|ing)"),
    (re.compile(r"(?<=[a-z]{4})(?:ing|ed)$"), r"\w*"),
    (re.compile(r"ie$"), r"(?:y|ie[sd])"),
    (re.compile(r"e$"), r"(?:e\w*|ing|al|at\w*)"),
    (re.compile(r"y$"), r"(?:y|ie[sd])"),
)
_SHORT = 4  # letters of a word that many others begin with


def pattern_of(ways: Sequence[str]) -> re.Pattern[str]:
    """What finds a word in all the ways to write it, in any form; parts of a way stand side by side."""
    return _pattern_of(tuple(ways))


def places(text: str, words: Iterable[re.Pattern[str]]) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text: half-open, in order, apart from each other."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(m.span() for word in words for m in word.finditer(text)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)


@lru_cache(maxsize=1024)
def _pattern_of(ways: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(r"\W{1,3}".join(map(_forms, way.split())) for way in ways)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


def _forms(word: str) -> str:
    bare = _PLURAL.sub("", word.lower())
    if len(bare) <= _SHORT:
        last = re.escape(bare[-1:])
        return rf"{re.escape(bare)}(?:['’]?s|es|{last}?(?:ed|ing|ers?)|ation)?"
    for ending, instead in _ENDINGS:
        if ending.search(bare):
            return re.escape(ending.sub("", bare)) + instead
    return re.escape(bare) + r"\w*"
