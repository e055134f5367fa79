"""People's decisions, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from analyzer.errors import AnalyzerError, NothingHeld, UnknownChoice
from analyzer.history.rulings import moment, standing
from analyzer.pipeline.pools import Pool, spoken_of, trace
from analyzer.records import Passage, Ruling
from analyzer.store import Store, Writer
from analyzer.store.schema import storable

_PAIR, _STATUS = ("same", "different"), ("new", "relisted", "changed", "continued")
_WITHDRAWN = "withdrawn"
_AHEAD = timedelta(minutes=5)  # by which the clocks of two machines may differ


def rule(store: Store, ruling: Ruling) -> None:
    """Record a person's decision and work out the economy's history anew, in one transaction.

    Every decision is kept, and the latest on a thing is in force. "withdrawn" takes back what was decided on the same
    thing: the scores decide again. Raises UnknownChoice for a decision that is none, and NothingHeld where the passage
    is not held or there is nothing to take back; AnalyzerError for a time that is yet to come.
    """
    with store.writing() as writer:
        _check_stands(store.rulings(), ruling)
        _record(store, writer, [ruling])


def take_in(store: Store, rulings: Iterable[Ruling]) -> int:
    """Record decisions made elsewhere, all of them or none, and say how many of them were not recorded already.

    Raises as `rule` does, but leaves it to their own store whether a withdrawal had something to take back.
    """
    with store.writing() as writer:
        held = set(store.rulings())
        given = (replace(ruling, by=storable(ruling.by), why=storable(ruling.why)) for ruling in rulings)
        fresh = [ruling for ruling in dict.fromkeys(given) if ruling not in held]
        _record(store, writer, fresh)
    return len(fresh)


def _check_stands(kept: Sequence[Ruling], ruling: Ruling) -> None:
    thing = (ruling.about, ruling.economy, ruling.against)
    if ruling.decision == _WITHDRAWN and not any((r.about, r.economy, r.against) == thing for r in standing(kept)):
        raise NothingHeld(
            f"no ruling on {ruling.about}{f' against {ruling.against}' if ruling.against else ''} stands.",
            remedy="See those recorded: analyzer rulings; --against for a pair.",
        )


def _record(store: Store, writer: Writer, rulings: Sequence[Ruling]) -> None:
    told = store.by_ids(sorted({i for r in rulings for i in (r.about, r.against) if i}), placed=False)
    held = {key: passage for key, (passage, _) in told.items()}
    concerned: dict[tuple[str, str], list[Passage]] = {}
    for ruling in rulings:
        passage = _checked(ruling, held)
        concerned.setdefault((passage.series, ruling.economy), []).append(passage)
    every = [*store.rulings(), *rulings]
    for ruling in rulings:
        writer.ruling(ruling)
    for (series, economy), passages in sorted(concerned.items()):
        _retrace(store, writer, series, economy, passages, [r for r in every if r.economy == economy])


def _checked(ruling: Ruling, held: Mapping[str, Passage]) -> Passage:
    """The passage that a ruling is about."""
    choices = (*(_PAIR if ruling.against else _STATUS), _WITHDRAWN)
    if ruling.decision not in choices:
        raise UnknownChoice("decision", ruling.decision, choices)
    at = moment(ruling)
    if at is None:
        raise UnknownChoice("time of a ruling", ruling.at, ["2025-04-01T09:00:00+00:00 (ISO 8601)"])
    if at > datetime.now(UTC) + _AHEAD:
        raise AnalyzerError(
            f"the ruling on {ruling.about} by {ruling.by} is of {ruling.at}, which is yet to come: it would outrank "
            "every decision made until then, so that none was recorded.",
            remedy="Put the time at which it was made into the file, or set the clock of this machine.",
        )
    for one in (ruling.about, ruling.against):
        if one and one not in held:
            raise NothingHeld(f"no passage '{one}' is held.", remedy="Take its id from: analyzer findings --json")
    return held[ruling.about]


def _retrace(
    store: Store, writer: Writer, series: str, economy: str, ruled: Sequence[Passage], rulings: Sequence[Ruling]
) -> None:
    """Work out an economy's history anew from the first of the passages that were ruled on."""
    about = spoken_of(store, series, economy)
    if not {p.id for p in ruled} <= {p.id for p in about}:
        raise NothingHeld(f"the passage is not about {economy}.", remedy="Name its economy with --economy.")
    years = tuple(sorted({p.year for p in about}))
    silent = frozenset(year for name, year in store.editions() if name == series).difference(years)
    wanted = tuple(y for y in years if y >= min(p.year for p in ruled))
    torn = frozenset(year for code, year in store.torn_chapters(series) if code == economy)
    pool = Pool(series, economy, wanted, held=years, silent=silent, torn=torn)
    found = trace(pool, about, store.listings(series, economy), rulings)
    writer.history(series, economy, pool.years, found.verdicts, found.links, found.listings)
