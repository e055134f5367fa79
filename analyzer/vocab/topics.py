"""What a text of a trade-barrier report is about, by the names that headings have for it."""

from __future__ import annotations

import re
from functools import cache

from analyzer.vocab import word_files

_WEAK = "+ "  # before names of what much is about


def named(text: str) -> tuple[str, ...]:
    """The topics of which a text tells, the first to be named first, and after them those that tell little."""
    found = dict.fromkeys(_names()[match.group(1).casefold()] for match in _pattern().finditer(text))
    weak = [name.removeprefix(_WEAK) for name in found if name.startswith(_WEAK)]
    return (*(name for name in found if not name.startswith(_WEAK)), *weak)


@cache
def _names() -> dict[str, str]:
    """The beginnings of words, and the topic that each tells of."""
    rows = (line.split(": ") for line in word_files.lines("topics.txt"))
    return {word: name for name, words in rows for word in words.split(", ")}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_names(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})", re.IGNORECASE)
