"""Words of a passage as they are compared: folded, stemmed, with numbers joined."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}\b)")
_SUFFIXES = (
    "ization", "isation", "ational", "fulness", "ations", "ation", "ments", "ment", "ities", "ingly", "ings", "edly",
    "ions", "ized", "ised", "izes", "ises", "izing", "ising", "ives", "ance", "ence", "ion", "ity", "ing", "ies", "ied",
    "ize", "ise", "ive", "ers", "ed", "es", "er", "ly", "al", "s", "e",
)  # fmt: skip

_ENDING = {last: tuple(s for s in _SUFFIXES if s.endswith(last)) for last in {s[-1] for s in _SUFFIXES}}

# Words that carry no subject. They stay out of every comparison.
STOP = frozenset(
    """
    a about above after again all also although am among an and any are as at be because been before being below
    between both but by can could did do does doing down during each few for from further had has have having he her
    here his how however i if in into is it its itself just may might more moreover most must my no nor not now of
    off on once only or other our out over own per s same she should since so some such than that the their them
    then there these they this those through thus to too under until up upon us very was we were what when where
    whether which while who whom why will with within without would yet u
    """.split()  # noqa: SIM905 - a list of 170 quoted words reads worse
)


def stem(word: str) -> str:
    """The word without its commonest endings, folded to plain lower-case letters.

    A light stemmer: endings go only where at least four letters stay. It joins "procurement" with "procure" and leaves
    names alone, which a stronger one would not.
    """
    if word.isascii():
        bare = word.lower()
    else:
        bare = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    if bare[:1].isdigit():
        return bare
    bare = bare.removesuffix("'s").replace("'", "").replace(".", "")
    for suffix in _ENDING.get(bare[-1:], ()):
        if bare.endswith(suffix) and len(bare) - len(suffix) >= 4:
            bare = bare[: -len(suffix)]
            break
    return bare.removesuffix("e") if len(bare) > 4 else bare


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order; figures are joined over their commas."""
    return [found for piece in text.split() for found in stems_of(piece)]


@lru_cache(maxsize=200_000)
def stems_of(piece: str) -> tuple[str, ...]:
    """The stems of the content words in a piece of text without white space, such as "(tariff-rate": mostly one."""
    found = _TOKEN.findall(_GROUPED.sub("", piece) if "," in piece else piece)
    return tuple([stem(word) for word in found if word.casefold() not in STOP])


def is_year(word: str) -> bool:
    """Whether the word reads as a calendar year."""
    return len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2099
