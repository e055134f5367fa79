"""Which economy's chapters of the years around a text is nearest to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from analyzer.outline.likeness import Likeness, words
from analyzer.records import Row

AHEAD = 2.0  # times the runner-up that leave no doubt
_NEIGHBOURS = 2  # years on either side


class Chapters:
    """The chapters that rows form, each under the economy of its number in `placed`."""

    def __init__(self, rows: Iterable[Row], placed: Mapping[int, str]) -> None:
        counts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        for row in rows:
            if row.number in placed:
                counts[row.year or 0, placed[row.number]].update(words(row.text))
        self._likeness = Likeness(counts)
        self._of: dict[int, list[str]] = defaultdict(list)
        for year, code in counts:
            self._of[year].append(code)

    def around(self, year: int) -> frozenset[str]:
        """The economies with a chapter in the years around, that year itself left out."""
        return frozenset(code for near in _around(year) if near != year for code in self._of.get(near, ()))

    def votes(
        self, text: str, year: int, *, among: Collection[str] = (), own_year: bool = True
    ) -> list[tuple[float, str]]:
        """Economies with the cosine of their nearest chapter in the years around, the nearest first."""
        best: dict[str, float] = {}
        near = (
            (near, code)
            for near in _around(year)
            if own_year or near != year
            for code in self._of.get(near, ())
            if not among or code in among
        )
        for (_, code), cosine in self._likeness.cosines(text, near):
            best[code] = max(best.get(code, 0.0), cosine)
        return sorted(((score, code) for code, score in best.items()), key=lambda vote: (-vote[0], vote[1]))


def _around(year: int) -> range:
    return range(year - _NEIGHBOURS, year + _NEIGHBOURS + 1)
