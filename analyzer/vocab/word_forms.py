"""The forms of a word in a text: "licenses" and "licensed" of "licensing".

A noun in -tion is not found in its verb, nor "localization" in "local": they speak of other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_PLURAL = re.compile(r"(?<=[ox])es$|(?<=ss|ch|sh)es$|(?<=[^su'’])s$")
_ENDINGS = (
    (re.compile(r"(?<=iz)ation$"), r"\w+"),
    (re.compile(r"(?<=[a-z]{3}f)ication$"), r"(?:ication|icate|ied|ies|y)\w*"),
    (re.compile(r"(?<=[a-z]{5})ement$"), r"(?:e\w*|ing)"),
    (re.compile(r"(?<=[a-z]{4})(?:ing|ed)$"), r"\w*"),
    (re.compile(r"ie$"), r"(?:y|ie[sd]?)"),
    (re.compile(r"e$"), r"(?:e\w*|ing|al|at\w*)"),
    (re.compile(r"(?<=[^aeiou])y$"), r"(?:y(?:ing)?|ie[sd])"),
)
_SHORT = 4  # letters of a word that many others begin with; LAST is its last one
_SHORT_ENDINGS = (
    (re.compile(r"(?<=[^aeiou])y$"), r"(?:y(?:ing)?|ie[sd])"),
    (re.compile(r"(?<=[^e])e$"), r"(?:e[sd]?|e['’]s|ing|ers?)"),
    (re.compile(r".$"), r"LAST(?:['’]?s|es|LAST?(?:ed|ing|ers?)|ation)?"),
)


def pattern_of(ways: Sequence[str]) -> re.Pattern[str]:
    """What finds a word in all the ways to write it, in any form; parts of a way stand side by side.

    A way in capitals alone is a short form, and is found in capitals.
    """
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
    if word.isupper() and len(word) > 1:
        return rf"(?-i:{re.escape(word)}(?:['’]?s)?)"
    bare = _PLURAL.sub("", word.lower())
    for ending, instead in _SHORT_ENDINGS if len(bare) <= _SHORT else _ENDINGS:
        if found := ending.search(bare):
            return re.escape(bare[: found.start()]) + instead.replace("LAST", re.escape(bare[-1:]))
    return re.escape(bare) + r"\w*"
