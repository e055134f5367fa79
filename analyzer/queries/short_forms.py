"""What reports call by a short form: "an import declaration fee (IDF)".

The long form has the letters as its initials, small words left out. Where none has, it is found as Schwartz and Hearst
do, "A simple algorithm for identifying abbreviation definitions in biomedical text" (Pacific Symposium on Biocomputing,
2003): each letter is looked for in the words before the bracket, from the last to the first, which begins a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_BRACKET = re.compile(r"\W{0,2}\(\W{0,2}([A-Z][A-Za-z]{0,8}[A-Z])(?:['’]?s)?\b")
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
_MARK = re.compile(r"[^\w\s'’&-]")
_BEFORE = 200  # characters in which a long form stands


def short_forms(text: str) -> Iterator[tuple[str, str]]:
    """The short forms that a text introduces, without the s of the plural, each with its long form."""
    for bracket in _BRACKET.finditer(text):
        short = bracket.group(1)
        most = min(len(short) + 5, 2 * len(short))
        before = _MARK.split(text[max(0, bracket.start() - _BEFORE) : bracket.start()])[-1].split()[-most:]
        long = _by_initials(short, before) or _by_letters(short, " ".join(before))
        if long is not None:
            yield short, long


def _by_initials(short: str, words: Sequence[str]) -> str | None:
    """The last words whose initials (of each part, where there are hyphens) the letters are."""
    for start in range(len(words) - 1, -1, -1):
        parts = "-".join(words[start:]).split("-")
        every = "".join(part[:1] for part in parts)
        large = "".join(part[:1] for part in parts if part.casefold() not in _SMALL)
        if parts[0].casefold() not in _SMALL and short.casefold() in (every.casefold(), large.casefold()):
            return " ".join(words[start:])
    return None


def _by_letters(short: str, words: str) -> str | None:
    at = len(words)
    for left, letter in reversed(list(enumerate(short.casefold()))):
        at -= 1
        while at >= 0 and (words[at].casefold() != letter or (left == 0 and at and words[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    return words[at:]
