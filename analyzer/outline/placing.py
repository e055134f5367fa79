"""Rows under false country names put back under the economy that their text speaks of.

Each group of rows with one false name is compared, by the words that are rare over chapters, with the chapters of the
neighbouring years. The nearest economy wins where it is near enough and clearly ahead; otherwise the group stays
unplaced.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from analyzer.records import Row
from analyzer.vocab import economies

_WORD = re.compile(r"[A-Za-z][\w’-]{2,}")
_NEAR_ENOUGH = 0.2  # cosine; votes below are often wrong
_AHEAD = 1.15
_NEIGHBOURS = 2  # editions on either side

Vector = dict[str, float]


def place(rows: Sequence[Row]) -> tuple[dict[int, str], dict[int, str], frozenset[int]]:
    """Row number -> economy code, row number -> reason for rows without one, and the numbers of rows put back."""
    placed, unknown = _by_name(rows)
    if not unknown:
        return placed, {}, frozenset()
    vote = _Vote(rows, placed)
    reasons: dict[int, str] = {}
    moved: set[int] = set()
    for (year, label), group in sorted(unknown.items(), key=lambda item: (item[0][0], item[0][1])):
        code, score = vote.nearest(year, group)
        for row in group:
            if code is None:
                reasons[row.number] = (
                    f"'{label[:40]}' is no economy's name, and no chapter is near enough ({score:.2f})"
                )
            else:
                placed[row.number] = code
                moved.add(row.number)
    return placed, reasons, frozenset(moved)


def _by_name(rows: Iterable[Row]) -> tuple[dict[int, str], dict[tuple[int, str], list[Row]]]:
    placed: dict[int, str] = {}
    unknown: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in rows:
        code = economies.code_of(row.country, year=row.year) if row.country else None
        code = code or (economies.code_of(row.country) if row.country else None)
        if code is None:
            unknown[row.year or 0, row.country or ""].append(row)
        else:
            placed[row.number] = code
    return placed, unknown


class _Vote:
    """Compares texts with the chapters of the years around."""

    def __init__(self, rows: Iterable[Row], placed: Mapping[int, str]) -> None:
        chapters: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        for row in rows:
            if row.number in placed and row.year is not None:
                chapters[row.year, placed[row.number]].update(_words(row.text))
        self._chapters = chapters
        self._years = sorted({year for year, _ in chapters})
        seen: Counter[str] = Counter()
        for counts in chapters.values():
            seen.update(counts.keys())
        self._rarity = {word: math.log(len(chapters) / n) for word, n in seen.items()}

    def nearest(self, year: int, group: Sequence[Row]) -> tuple[str | None, float]:
        """The economy whose chapters around that year are nearest to the group's text, and the cosine."""
        text = self._vector(Counter(word for row in group for word in _words(row.text)))
        around = sorted(self._years, key=lambda y: (abs(y - year), y))[: 2 * _NEIGHBOURS + 1]
        best: dict[str, float] = {}
        for (chapter_year, code), counts in self._chapters.items():
            if chapter_year in around:
                best[code] = max(best.get(code, 0.0), _cosine(text, self._vector(counts)))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < _NEAR_ENOUGH:
            return None, ranked[0][1] if ranked else 0.0
        if len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]:
            return None, ranked[0][1]
        return ranked[0]

    def _vector(self, counts: Mapping[str, int]) -> Vector:
        return {w: (1 + math.log(n)) * self._rarity[w] for w, n in counts.items() if w in self._rarity}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    dot = sum(weight * other.get(word, 0.0) for word, weight in one.items())
    norm = math.hypot(*one.values()) * math.hypot(*other.values())
    return dot / norm if norm else 0.0
