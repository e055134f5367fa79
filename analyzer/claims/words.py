"""The words of a claim that name its matter, stemmed so that spellings and endings do not part them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from analyzer.store.database import folded as without_diacritics
from analyzer.vocab import spelling

WORD = re.compile(r"\dG\b|[^\W\d_][^\W\d_'’]*|\d[\d,.]*\d|\d+")
_HYPHENED = re.compile(r"\b(counter)-(?=trade|purchas)", re.IGNORECASE)
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:ed|es|ing|ations?|e)$)")  # equalisation, authorised
_ENDINGS = re.compile(
    r"(?:at(?:e[sd]?|ing|ions?|ors?)|itions?|ments?|ively|ives?|ingly|ings?|edly|ed|ers?|ies|ically|ical|als?|ances?|ages?|es|s|y|e)$"
)
_SPACE = re.compile(r"['’\s\-‐-―]{1,3}")  # between the words of a phrase
_BEGINNING = 3  # letters by which phrases are looked up
_DOUBLE = re.compile(r"([bdgmnprt])\1$")  # scrapped
# Words that claims and articles are made of, and so name no matter.
_EMPTY = frozenset(Path(__file__).with_name("empty_words.txt").read_text(encoding="utf-8").split())


def _groups(file: str) -> list[list[str]]:
    """The lines of a file beside this one, each in words."""
    return [line.split() for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()]


@lru_cache(maxsize=1)
def _thesaurus() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in _groups("like_words.txt"):
        group = list(dict.fromkeys(map(stem, line)))
        for key in group:
            found.setdefault(key, {}).update((other, None) for other in group if other != key)
    return {key: tuple(others) for key, others in found.items()}


def like(key: str) -> tuple[str, ...]:
    """The stems of words that trade reports may use instead of one, by its stem."""
    return _thesaurus().get(key, ())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without case, apostrophes, British spelling and common endings, under its nearest synonym."""
    return _synonyms().get(cut := _cut(word), cut)


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    """Words that reporters and reports use for the same thing, each under the first of its line."""
    return {_cut(word): _cut(first) for first, *others in _groups("same_words.txt") for word in (first, *others)}


def folded(word: str) -> str:
    """The word in small letters without accents."""
    bare = word.lower()
    return bare if bare.isascii() else without_diacritics(bare)


def _cut(word: str) -> str:
    bare = folded(word.replace("’", "'")).removesuffix("'s").replace("'", "")
    bare = _ISE.sub("iz", spelling.american(bare))
    for _ in range(2):
        shorter = _ENDINGS.sub("", bare)
        if len(shorter) < 4 or shorter == bare:
            break
        bare = shorter
    return bare[:-1] if _DOUBLE.search(bare) else bare


def words_of(text: str) -> list[str]:
    """All words of a text as written, hyphenated ones in parts, in order."""
    return WORD.findall(_HYPHENED.sub(r"\1", text))


@lru_cache(maxsize=200_000)
def stems_of(piece: str) -> tuple[tuple[str, str], ...]:
    """The words in a piece of text without white space, such as "(tariff-rate", as (stem, word as written)."""
    return tuple([(stem(word), word) for word in words_of(piece)])


def stems(text: str) -> list[str]:
    """The stems of all words of a text, hyphenated ones in parts, in order."""
    return [key for piece in text.split() for key, _ in stems_of(piece)]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, str]]]:
    """Their first word's first letters -> the press's phrases with the reports' words, the longest first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with Path(__file__).with_name("press_phrases.csv").open(encoding="utf-8", newline="") as lines:
        next(lines)  # the names of the columns
        for press, report in csv.reader(lines):
            found[words_of(press)[0][:_BEGINNING].lower()].append((press, report))
    for group in found.values():
        group.sort(key=lambda row: -row[0].count(" "))
    return dict(found)


@lru_cache(maxsize=8192)
def _stemmed(phrase: str) -> tuple[str, ...]:
    return tuple(map(stem, words_of(phrase)))


def _is_phrase(text: str, places: Sequence[re.Match[str]], phrase: str) -> bool:
    """Whether words stand side by side and are no name: Green Claims."""
    beside = all(_SPACE.fullmatch(text, a.end(), b.start()) for a, b in pairwise(places))
    named = len(places) > 1 and all(m.group()[0].isupper() for m in places) and phrase.islower()
    return beside and not named


def rephrased(text: str) -> str:
    """The text with the press's standing phrases put into the reports' words, whatever their endings."""
    places = list(WORD.finditer(text))
    keys = [stem(m.group()) for m in places]
    parts: list[str] = []
    at = end = 0
    while at < len(places):
        for phrase, report in _phrases().get(places[at].group()[:_BEGINNING].lower(), ()):
            wanted = _stemmed(phrase)
            last = at + len(wanted) - 1
            if tuple(keys[at : last + 1]) == wanted and _is_phrase(text, places[at : last + 1], phrase):
                parts += [text[end : places[at].start()], report]
                end = places[last].end()
                at = last
                break
        at += 1
    return "".join([*parts, text[end:]])


def is_empty(word: str) -> bool:
    """Whether a word names no matter: one that claims and articles are made of, or a stray letter or two."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain in _EMPTY or plain.replace("'", "") in _EMPTY:
        return True
    return len(plain) < (2 if word.isupper() else 3)  # AI, 5G, TV are words; of, no are not
