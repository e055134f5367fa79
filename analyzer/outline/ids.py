"""Stable ids of passages."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

_WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """The text with only its letters and digits, lower case: what an id rests on."""
    return "".join(_WORD.findall(text.casefold()))


def passage_id(series: str, year: int, chapter: str, section: str, text: str, nth: int = 0) -> str:
    """The id of the nth (from 0) passage of this text in its chapter; it depends on nothing else that is held."""
    return _id(series, year, chapter, section, normalise(text), nth)


def _id(series: str, year: int, chapter: str, section: str, normalised: str, nth: int) -> str:
    basis = "\x1f".join((series, str(year), chapter, section, normalised, str(nth)))
    digest = hashlib.blake2b(basis.encode(), digest_size=6).hexdigest()
    return f"{series}{year}-{chapter}-{digest}"


class PassageIds:
    """Gives ids to the passages of one edition, counting equal texts within a chapter."""

    def __init__(self, series: str, year: int) -> None:
        self._series, self._year = series, year
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def take(self, chapter: str, section: str, text: str) -> str:
        """The id of the next passage of this text."""
        key = (chapter, section, normalise(text))
        nth = self._seen[key]
        self._seen[key] += 1
        return _id(self._series, self._year, *key, nth)
