"""What a text of a trade-barrier report is about, by the names that headings have for it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from analyzer.vocab import word_files

_WEAK = "+ "  # before names of what much is about
_BODY = re.compile(
    r"\b(?:Ministry|Ministries|Minister|Secretariat|Secretary|Department|Directorate)\b(?: General)? (?:of|for)"
    r"(?: the)?(?:,? (?:and |of |for |the )*[A-Z][\w’'-]*)+"
)


class Topic(NamedTuple):
    """What a text tells of, and how often it names it; `weak` where much is about that."""

    name: str
    times: int
    weak: bool


def named(text: str) -> tuple[Topic, ...]:
    """The topics of which a text tells, the first to be named first.

    Ministries named after what they are in charge of ("Ministry of Livestock and Fisheries") tell nothing of it.
    """
    found = Counter(_names()[match.group(1).casefold()] for match in _pattern().finditer(_BODY.sub(" ", text)))
    return tuple(Topic(name.removeprefix(_WEAK), n, name.startswith(_WEAK)) for name, n in found.items())


@cache
def _names() -> dict[str, str]:
    """The beginnings of words, and the topic that each tells of."""
    rows = (line.split(": ") for line in word_files.lines("topics.txt"))
    return {word: name for name, words in rows for word in words.split(", ")}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_names(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})", re.IGNORECASE)
