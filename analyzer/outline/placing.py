"""Rows put under the economy that their text speaks of.

Rows under a false country name are compared, by the words that are rare over chapters, with the chapters of the
neighbouring years. The nearest economy wins where it is near enough and clearly ahead; a weaker vote counts only where
the text also names that economy. Otherwise the rows stay unplaced. Rows under a true name whose text never speaks of
that economy are held to the same test.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.outline.likeness import Likeness, words
from analyzer.records import Row
from analyzer.vocab import economies

_NEAR_ENOUGH = 0.2  # cosine; votes below are often wrong
_NEAR_AND_NAMED = 0.15  # enough where the text names the economy, too
_AHEAD, _FAR_AHEAD = 1.15, 2.0  # times the runner-up
_NEIGHBOURS = 2  # years on either side
_LONG_ENOUGH = 1500  # characters without a word of the chapter's own economy before a row is doubted


@dataclass
class Placing:
    """Row number -> economy code; the reasons for rows without one; and the rows put back, with what was printed."""

    placed: dict[int, str] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    strayed: dict[int, str] = field(default_factory=dict)  # moved out of the chapter of this economy

    def of(self, rows: Iterable[int]) -> Placing:
        """Where these rows belong."""
        chosen = frozenset(rows)
        return Placing(
            {n: code for n, code in self.placed.items() if n in chosen},
            {n: reason for n, reason in self.reasons.items() if n in chosen},
            self.moved & chosen,
            {n: code for n, code in self.strayed.items() if n in chosen},
        )


def place(rows: Sequence[Row]) -> Placing:
    """Where each row belongs."""
    placing = Placing()
    unknown: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in rows:
        code = _code(row)
        if code is None:
            unknown[row.year or 0, row.country or ""].append(row)
        else:
            placing.placed[row.number] = code
    doubted = [row for row in rows if _silent_on(row, placing.placed.get(row.number))]
    if unknown or doubted:
        likeness = _chapters(rows, placing.placed)
        for (year, label), group in sorted(unknown.items()):
            _put_back(placing, likeness, year, label, group)
        for row in doubted:
            _doubt(placing, likeness, row)
    return placing


def _code(row: Row) -> str | None:
    if not row.country:
        return None
    return economies.code_of(row.country, year=row.year) or economies.code_of(row.country)


def _chapters(rows: Iterable[Row], placed: Mapping[int, str]) -> Likeness[tuple[int, str]]:
    counts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.number in placed:
            counts[row.year or 0, placed[row.number]].update(words(row.text))
    return Likeness(counts)


def _put_back(
    placing: Placing, likeness: Likeness[tuple[int, str]], year: int, label: str, group: Sequence[Row]
) -> None:
    text = " ".join(row.text for row in group)
    votes = _votes(likeness, text, year)
    code, reason = _winner(votes, text)
    for row in group:
        if code is None:
            placing.reasons[row.number] = f"'{label[:40]}' is no economy's name, and {reason}"
        else:
            placing.placed[row.number] = code
            placing.moved.add(row.number)


def _winner(votes: Sequence[tuple[float, str]], text: str) -> tuple[str | None, str]:
    if not votes:
        return None, "no chapter of the years around is held"
    score, code = votes[0]
    second = votes[1][0] if len(votes) > 1 else 0.0
    if score >= _NEAR_ENOUGH and score >= _AHEAD * second:
        return code, ""
    if score >= _NEAR_AND_NAMED and score >= _FAR_AHEAD * second and code in economies.states_named(text):
        return code, ""
    if score >= _NEAR_ENOUGH:
        return None, f"two chapters are equally near ({code} {score:.2f}, {votes[1][1]} {second:.2f})"
    return None, f"no chapter is near enough ({code} {score:.2f})"


def _votes(
    likeness: Likeness[tuple[int, str]], text: str, year: int, *, among: Collection[str] = (), own_year: bool = True
) -> list[tuple[float, str]]:
    """Economies with the cosine of their nearest chapter in the years around, the nearest first."""
    best: dict[str, float] = {}
    near = (
        (chapter_year, code)
        for chapter_year, code in likeness.keys
        if abs(chapter_year - year) <= _NEIGHBOURS
        and (own_year or chapter_year != year)
        and (not among or code in among)
    )
    for (_, code), cosine in likeness.cosines(text, near):
        best[code] = max(best.get(code, 0.0), cosine)
    return sorted(((score, code) for code, score in best.items()), key=lambda vote: (-vote[0], vote[1]))


def _silent_on(row: Row, code: str | None) -> bool:
    """Whether a long row under this economy never names it."""
    if code is None or len(row.text) < _LONG_ENOUGH:
        return False
    own = frozenset((code, *economies.members(code, row.year or 0)))
    return not economies.states_named(row.text[:_LONG_ENOUGH], among=own) and not economies.states_named(
        row.text, among=own
    )


def _doubt(placing: Placing, likeness: Likeness[tuple[int, str]], row: Row) -> None:
    """Move a row that is silent on its own economy, names another, and is far nearer to that one's other years."""
    own = placing.placed[row.number]
    named = economies.states_named(row.text)
    near = _votes(likeness, row.text, row.year or 0, among={own, *named}, own_year=False)
    votes = {code: score for score, code in near}
    here = votes.pop(own, 0.0)
    ranked = sorted(((score, code) for code, score in votes.items()), key=lambda vote: (-vote[0], vote[1]))
    if not ranked or ranked[0][0] < 1.5 * _NEAR_ENOUGH or ranked[0][0] < _FAR_AHEAD * here:
        return
    placing.placed[row.number] = ranked[0][1]
    placing.moved.add(row.number)
    placing.strayed[row.number] = own
