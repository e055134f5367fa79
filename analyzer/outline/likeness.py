"""How near a text is to each of many others, by the words that are rare over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

_WORD = re.compile(r"[A-Za-z][\w’-]{2,}")

K = TypeVar("K", bound=Hashable)
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def words(text: str) -> list[str]:
    """The words of a text, lower case, in order."""
    return _WORD.findall(text.casefold())


class Likeness(Generic[K]):
    """Compares texts with the texts that it was given, each under its key; vectors are made when first asked for."""

    def __init__(self, counts: Mapping[K, Counter[str]]) -> None:
        self._counts = counts
        seen: Counter[str] = Counter()
        for count in counts.values():
            seen.update(count.keys())
        self._number = {word: n for n, word in enumerate(seen)}
        self._rarity: Floats = np.log(len(counts) / np.fromiter(seen.values(), np.float64))
        self._vectors: dict[K, tuple[Ints, Floats]] = {}
        self.keys: tuple[K, ...] = tuple(counts)

    def cosines(self, text: str, keys: Iterable[K]) -> Iterator[tuple[K, float]]:
        """The text under each key with the cosine between it and this text."""
        at, weights = self._vector(Counter(words(text)))
        own = np.zeros(len(self._rarity))
        own[at] = weights
        for key in keys:
            if key not in self._vectors:
                self._vectors[key] = self._vector(self._counts[key])
            there, its = self._vectors[key]
            yield key, float(own[there] @ its)

    def _vector(self, count: Mapping[str, int]) -> tuple[Ints, Floats]:
        """The numbers of the words known here, and their weights, of length 1 (or 0 where none is rare)."""
        known = {self._number[word]: n for word, n in count.items() if word in self._number}
        at = np.fromiter(known, np.int64, len(known))
        weights = (1 + np.log(np.fromiter(known.values(), np.float64, len(known)))) * self._rarity[at]
        return at, weights / (np.linalg.norm(weights) or 1.0)
