"""Stable ids of passages."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

_WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """The text with only its letters and digits, lower case: what an id rests on."""
    return "".join(_WORD.findall(text.casefold()))


class PassageIds:
    """Gives ids to the passages of one edition, counting equal texts within a chapter."""

    def __init__(self, series: str, year: int) -> None:
        self._series, self._year = series, year
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def take(self, chapter: str, section: str, text: str) -> str:
        """The id of the next passage of this text; it depends on nothing else that is held."""
        key = (chapter, section, normalise(text))
        nth = self._seen[key]
        self._seen[key] += 1
        basis = "\x1f".join((self._series, str(self._year), *key, str(nth)))
        digest = hashlib.blake2b(basis.encode(), digest_size=6).hexdigest()
        return f"{self._series}{self._year}-{chapter}-{digest}"
