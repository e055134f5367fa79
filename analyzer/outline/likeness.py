"""How near a text is to each of many others, by the words that are rare over them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

_WORD = re.compile(r"[A-Za-z][\w’-]{2,}")

K = TypeVar("K", bound=Hashable)
Vector = dict[str, float]


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
        self._rarity = {word: math.log(len(counts) / n) for word, n in seen.items()}
        self._vectors: dict[K, tuple[Vector, float]] = {}
        self.keys: tuple[K, ...] = tuple(counts)

    def vector(self, count: Mapping[str, int]) -> Vector:
        """The weights of the words known here."""
        known = self._rarity
        return {word: (1 + math.log(n)) * known[word] for word, n in count.items() if known.get(word)}

    def cosines(self, text: str, keys: Iterable[K]) -> Iterator[tuple[K, float]]:
        """The text under each key with the cosine between it and this text."""
        vector = self.vector(Counter(words(text)))
        own = _length(vector)
        for key in keys:
            yield key, self._cosine(vector, own, key)

    def _cosine(self, vector: Vector, own: float, key: K) -> float:
        if key not in self._vectors:
            other = self.vector(self._counts[key])
            self._vectors[key] = (other, _length(other))
        other, length = self._vectors[key]
        whole = own * length
        return sum(weight * other.get(word, 0.0) for word, weight in vector.items()) / whole if whole else 0.0


def _length(vector: Vector) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))
