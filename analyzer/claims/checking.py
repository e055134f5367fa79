"""Claims checked against the editions held."""

from __future__ import annotations

from datetime import date

from analyzer import queries
from analyzer.claims.ground import Ground
from analyzer.claims.judgement import Judgement
from analyzer.claims.judging import judge
from analyzer.claims.statements import statements
from analyzer.store import Store


def check(
    text: str, store: Store, *, today: date | None = None, series: str | None = None, declared: bool = False
) -> tuple[Judgement, ...]:
    """Judgements on the claims that an article (or a single claim) makes about a report, in order of the text.

    Empty where it claims nothing of the kind; a text that is `declared` to be a claim need not sound like one. A claim
    that names no edition is taken to speak of the latest one held (on `today`, where given). Raises NothingHeld where
    no report is held, UnknownChoice for a series that is not.
    """
    return judged(text, ground(store, series), today=today, declared=declared)


def ground(store: Store, series: str | None = None) -> Ground:
    """What claims are checked against; kept for several texts, it reads each economy's chapters once.

    Raises NothingHeld where no report is held, UnknownChoice for a series that is not.
    """
    name = queries.series_held(store, series)
    return Ground(store, name, queries.years_held(store, name), frozenset(store.economies(name)))


def judged(text: str, held: Ground, *, today: date | None = None, declared: bool = False) -> tuple[Judgement, ...]:
    """Judgements on the claims of a text, as `check` gives them, on ground that was prepared before."""
    return tuple(j for s in statements(text, among=held.economies, declared=declared) for j in judge(s, held, today))
