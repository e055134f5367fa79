"""What a store answers on words: the passages that hold them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import sqlalchemy as sql

from analyzer.records import Passage
from analyzer.store import schema
from analyzer.store.asking import Asking, batches
from analyzer.store.database import Ways, Years
from analyzer.store.rows import to_passage
from analyzer.vocab import spelling
from analyzer.vocab.word_forms import pattern_of

_DEFINING = 200  # passages that are looked at for what a word is short for


class Searching(Asking):
    """The words of the passages held."""

    def search(
        self,
        words: str | Sequence[Ways],
        *,
        economies: list[str] | None = None,
        series: str | None = None,
        year: int | None = None,
        years: Years = (None, None),
        limit: int = 20,
    ) -> list[tuple[Passage, float, str]]:
        """(passage, rank, snippet) of the passages that hold all the words, or where none does any; the best first.

        Words may be given each with all the ways to write it; `years` are the first and the last, `year` is one.
        """
        years = years if year is None else (year, year)
        asked = ways_of(words) if isinstance(words, str) else words
        with self.snapshot():
            rank: dict[int, float] = {}
            for every in (True, False) if len(asked) > 1 else (True,) * len(asked):
                rank = self._ranked(asked, every, economies, series, years, limit)
                if rank:
                    break
            p = schema.passage
            rows = {row["number"]: row for row in self._rows(sql.select(p).where(p.c.number.in_(list(rank))))}
        patterns = list(map(pattern_of, asked))
        with self._sound():
            return [
                (to_passage(rows[n]), score, snippet(rows[n]["text"], patterns))
                for n, score in rank.items()
                if n in rows
            ]

    def _ranked(
        self,
        words: Sequence[Ways],
        every: bool,
        economies: list[str] | None,
        series: str | None,
        years: Years,
        limit: int,
    ) -> dict[int, float]:
        query, values = self.database.ranked(
            words, every=every, economies=economies, series=series, years=years, limit=limit
        )
        return {row["number"]: float(row["rank"]) for row in self._rows(query, values)}

    def defining(
        self,
        words: Sequence[Ways],
        short: str = "",
        *,
        economies: list[str] | None = None,
        series: str | None = None,
        limit: int = 60,
    ) -> list[str]:
        """Texts that hold all the words and, after a bracket, a short form (any, by default), at most `limit`."""
        p = schema.passage
        with self.snapshot():
            found = self._ranked(words, True, economies, series, (None, None), _DEFINING)
            query = sql.select(p.c.text).where(p.c.number.in_(list(found)), p.c.text.icontains(f"({short}"))
            return [row["text"] for row in self._rows(query.order_by(p.c.number).limit(limit))]

    def holding(self, words: Collection[Ways], *, economies: Collection[str], series: str) -> list[dict[int, int]]:
        """Of each word the number and year of the passages in a series on any of the economies that hold it.

        It is found with its other endings. A passage's number is one more than that of the passage printed before it in
        the same edition.
        """
        found = (self._rows(*self.database.holding(word, economies=economies, series=series)) for word in words)
        return [{row["number"]: row["year"] for row in rows} for rows in found]

    def texts(self, numbers: Collection[int]) -> dict[int, str]:
        """Number -> headings and text, as one, of the passages with these numbers."""
        p = schema.passage
        found: dict[int, str] = {}
        for some in batches(sorted(numbers)):
            query = sql.select(p.c.number, sql.cast(p.c.heading, sql.Text), p.c.text).where(p.c.number.in_(some))
            found.update(self._quickly(lambda row: (row[0], f"{row[1]} {row[2]}"), query))
        return found


def ways_of(words: str) -> list[Ways]:
    """The words of a search, each with the ways in which it is written."""
    return [spelling.spellings(word) for word in spelling.words_of(words)]


def snippet(text: str, words: Iterable[re.Pattern[str]], *, width: int = 160) -> str:
    """The stretch of text around the first of the words, about `width` characters long."""
    first = min((m.start() for word in words if (m := word.search(text))), default=0)
    start = max(0, first - width // 3)
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = start + width
    if end < len(text):
        blank = text.rfind(" ", first + 1, end)
        end = end if blank == -1 else blank
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
