"""The words of a question, each with the ways in which reports write it: spellings, short forms, terms alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analyzer.queries.short_forms import short_forms
from analyzer.store import Store
from analyzer.vocab import equivalents, plain_words, spelling

_LONG_FORMS = 3  # of one short form in one economy's chapters
_SHORT_FORMS = ("IT", "WHO")
_SHORTEST = 2  # letters of a short form


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question as it was typed, and all the ways to write it, parts of a way apart by blanks."""

    typed: str
    ways: tuple[str, ...]

    @property
    def general(self) -> bool:
        """Whether it names no matter by itself: "requirements"."""
        return self.typed.casefold() in plain_words.general()


def asked_words(
    store: Store, query: str, *, economies: list[str] | None = None, series: str | None = None
) -> tuple[AskedWord, ...]:
    """The words of a question that single out a matter; none where it has none."""
    words = spelling.words_of(query)
    typed = list(dict.fromkeys(w for w in words if w.casefold() not in plain_words.stop() or w in _SHORT_FORMS))
    if not typed:
        return ()
    ways = [dict.fromkeys(spelling.spellings(word.lower())) for word in typed]  # capitals are for short forms
    for group in equivalents.groups():
        for term in group:
            _widen(ways, term, [other for other in group if other != term])
    for position, word in enumerate(typed):
        if word.isupper() and word.isalpha() and len(word) >= _SHORTEST:
            _add(ways[position], _long_forms(store, word, economies, series))
    if len(typed) > 1:
        told = store.defining([list(w) for w in ways], economies=economies, series=series)
        for short, long in _counted(pair for text in told for pair in short_forms(text)):
            _widen(ways, long, [short])
    return tuple(AskedWord(word, tuple(w)) for word, w in zip(typed, ways, strict=True))


def _long_forms(store: Store, short: str, economies: list[str] | None, series: str | None) -> list[str]:
    """What a short form stands for in these economies' chapters, or else in any."""
    for chapters, most in ((economies, _LONG_FORMS), (None, 1)):
        told = store.defining([[short]], short, economies=chapters, series=series)
        found = _counted(pair for text in told for pair in short_forms(text) if pair[0].casefold() == short.casefold())
        if found:
            return [long for _, long in found[:most]]
    return []


def _counted(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(short, long), the most frequent first; of a singular and a plural the one that comes first."""
    counts = Counter((short, long.casefold()) for short, long in pairs)
    ordered = [pair for pair, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
    return list({(short, _singular(long)): (short, long) for short, long in reversed(ordered)}.values())[::-1]


def _widen(ways: Sequence[dict[str, None]], term: str, others: Iterable[str]) -> None:
    """Let the words of a term that stand side by side in the question be found by its other names as well."""
    wanted = [word for word in _apart(term).split() if word.casefold() not in plain_words.stop()]
    for first in range(len(ways) - len(wanted) + 1):
        beside = ways[first : first + len(wanted)]
        if all(any(_alike(way, word) for way in held) for held, word in zip(beside, wanted, strict=True)):
            for held in beside:
                _add(held, others)


def _add(ways: dict[str, None], others: Iterable[str]) -> None:
    for other in map(_apart, others):
        if not any(_alike(way, other) for way in ways):
            ways[other] = None


def _apart(term: str) -> str:
    return " ".join(part for word in spelling.words_of(term) for part in word.split("-"))


def _alike(one: str, other: str) -> bool:
    return _singular(one) == _singular(other)


def _singular(word: str) -> str:
    low = word.casefold()
    for ending, instead in (("ies", "y"), ("xes", "x"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if low.endswith(ending):
            return low.removesuffix(ending) + instead
    return low
