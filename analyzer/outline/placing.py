"""Rows put under the economy that their text speaks of.

Rows under a false country name are compared, by the words that are rare over chapters, with the chapters of the
neighbouring years. The nearest economy wins where it is near enough and clearly ahead; a weaker vote counts only where
the text also names that economy. Otherwise the rows stay unplaced. Rows under a true name whose text never speaks of
that economy are held to the same test, and so are stretches of other rows (`straying`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analyzer.outline.straying import Stray, strays
from analyzer.outline.voting import AHEAD, Chapters
from analyzer.records import Row
from analyzer.vocab import economies

_NEAR_ENOUGH = 0.2  # cosine; votes below are often wrong
_NEAR_AND_NAMED = 0.15  # enough where the text names the economy, too
_LEADS = 1.15  # times the runner-up
_LONG_ENOUGH = 1500  # characters without a word of the chapter's own economy before a row is doubted


@dataclass
class Placing:
    """Row number -> economy code; the reasons for rows without one; and the rows put back, with what was printed."""

    placed: dict[int, str] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    strays: dict[int, tuple[Stray, ...]] = field(default_factory=dict)  # stretches that belong elsewhere

    def of(self, rows: Iterable[int]) -> Placing:
        """Where these rows belong."""
        chosen = frozenset(rows)
        return Placing(
            {n: code for n, code in self.placed.items() if n in chosen},
            {n: reason for n, reason in self.reasons.items() if n in chosen},
            self.moved & chosen,
            {n: found for n, found in self.strays.items() if n in chosen},
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
    named, held = dict(placing.placed), Chapters(rows, placing.placed)
    for (year, label), group in sorted(unknown.items()):
        _put_back(placing, held, year, label, group)
    for row in rows:
        code = named.get(row.number)
        if code is not None and _silent_on(row, code):
            _doubt(placing, held, row)
        elif code is not None and (found := strays(row, code, held)):
            placing.strays[row.number] = found
    return placing


def _code(row: Row) -> str | None:
    if not row.country:
        return None
    return economies.code_of(row.country, year=row.year) or economies.code_of(row.country)


def _put_back(placing: Placing, held: Chapters, year: int, label: str, group: Sequence[Row]) -> None:
    text = " ".join(row.text for row in group)
    code, reason = _winner(held.votes(text, year), text)
    for row in group:
        if code is None:
            placing.reasons[row.number] = f"'{label[:40]}' is no economy's name, and {reason}"
        else:
            placing.placed[row.number] = code
            placing.moved.add(row.number)


def _winner(ranked: Sequence[tuple[float, str]], text: str) -> tuple[str | None, str]:
    if not ranked:
        return None, "no chapter of the years around is held"
    score, code = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if score >= _NEAR_ENOUGH and score >= _LEADS * second:
        return code, ""
    if score >= _NEAR_AND_NAMED and score >= AHEAD * second and code in economies.states_named(text):
        return code, ""
    if score >= _NEAR_ENOUGH:
        return None, f"two chapters are equally near ({code} {score:.2f}, {ranked[1][1]} {second:.2f})"
    return None, f"no chapter is near enough ({code} {score:.2f})"


def _silent_on(row: Row, code: str) -> bool:
    """Whether a long row under this economy never names it."""
    if len(row.text) < _LONG_ENOUGH:
        return False
    own = frozenset((code, *economies.members(code, row.year or 0)))
    return not economies.states_named(row.text[:_LONG_ENOUGH], among=own) and not economies.states_named(
        row.text, among=own
    )


def _doubt(placing: Placing, held: Chapters, row: Row) -> None:
    """Move a row that is silent on its own economy, names another, and is far nearer to that one's other years."""
    own = placing.placed[row.number]
    named = economies.states_named(row.text)
    near = held.votes(row.text, row.year or 0, among={own, *named}, own_year=False)
    here = next((score for score, code in near if code == own), 0.0)
    ranked = [vote for vote in near if vote[1] != own]
    if not ranked or ranked[0][0] < 1.5 * _NEAR_ENOUGH or ranked[0][0] < AHEAD * here:
        return
    placing.placed[row.number] = ranked[0][1]
    placing.moved.add(row.number)
