"""A person's decision, and what follows from it."""

from __future__ import annotations

from analyzer.errors import NothingHeld, UnknownChoice
from analyzer.pipeline.pools import Pool, spoken_of, trace
from analyzer.records import Ruling
from analyzer.store import Store


def rule(store: Store, ruling: Ruling) -> None:
    """Record a person's decision and work out the economy's history anew, in one transaction.

    The decision "withdrawn" takes back what was decided on the same thing: the scores decide again. Raises
    UnknownChoice for a decision that is none, and NothingHeld where the passage is not held.
    """
    pair = ("same", "different")
    choices = (*(pair if ruling.against else ("new", "relisted", "changed", "continued")), "withdrawn")
    if ruling.decision not in choices:
        raise UnknownChoice("decision", ruling.decision, choices)
    ids = [ruling.about, *([ruling.against] if ruling.against else [])]
    held = store.by_ids(ids)
    for one in ids:
        if one not in held:
            raise NothingHeld(f"no passage '{one}' is held.", remedy="Take its id from: analyzer findings --json")
    passage = held[ruling.about][0]
    about = spoken_of(store, passage.series, ruling.economy)
    if ruling.about not in {p.id for p in about}:
        raise NothingHeld(f"the passage is not about {ruling.economy}.", remedy="Name its economy with --economy.")
    years = tuple(sorted({p.year for p in about}))
    silent = frozenset(year for series, year in store.editions() if series == passage.series).difference(years)
    wanted = tuple(y for y in years if y >= passage.year)
    pool = Pool(passage.series, ruling.economy, wanted, tuple(about), years, silent)
    with store.writing() as writer:
        writer.ruling(ruling)
        rulings = [
            r
            for r in store.rulings()
            if r.economy == ruling.economy and (r.about, r.against) != (ruling.about, ruling.against)
        ]
        found = trace(pool, store.standings(passage.series, ruling.economy, but=wanted), [*rulings, ruling])
        writer.history(passage.series, ruling.economy, pool.years, found.verdicts, found.links, found.listings)
