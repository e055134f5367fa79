"""The regression of `presence` learnt from claims whose verdicts were found by reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analyzer.claims import presence
from analyzer.claims.checking import ground
from analyzer.claims.ground import Ground
from analyzer.claims.presence import Presence
from analyzer.claims.scoring import Gold, likest
from analyzer.claims.statements import statements
from analyzer.errors import AnalyzerError
from analyzer.store import Store

HALF = "looked at"  # the other half is never learnt from
_OTHERS = 2.0  # what all editions but two weigh together where a claim is new


@dataclass(frozen=True, slots=True)
class _Case:
    """One edition of which reading tells whether it speaks of a claim's matter."""

    economy: str
    values: tuple[float, ...]
    speaks: bool
    weight: float


def learn(gold: Iterable[Gold], store: Store, *, series: str | None = None) -> Presence:
    """The regression learnt from the claims that were looked at. Raises AnalyzerError where none fits the store."""
    held = ground(store, series)
    claims = sorted((g for g in gold if g.half == HALF), key=lambda g: (g.economy or "", g.id))
    cases = [case for claim in claims for case in _cases(claim, held)]
    if not cases:
        raise AnalyzerError("no claim to learn from.", remedy="Name claims that were looked at, on editions held.")
    return presence.fit([c.values for c in cases], [c.speaks for c in cases], [c.weight for c in cases])


def _cases(gold: Gold, held: Ground) -> list[_Case]:
    if gold.economy is None or gold.year not in held.held:
        return []
    said = likest(gold, [s for s in statements(gold.claim, among=held.economies) if not s.covers])
    signs = held.signs(said) if said is not None else {}
    told = _told(gold, sorted(signs))
    rest = max(1, len(told) - 2)
    return [
        _Case(gold.economy, signs[y].values, speaks, 1.0 if n < 2 else _OTHERS / rest)
        for n, (y, speaks) in enumerate(told.items())
    ]


def _told(gold: Gold, years: Sequence[int]) -> dict[int, bool]:
    """The editions of which a verdict tells whether they speak of the matter: its own, the one before, the others."""
    if gold.year is None or gold.year not in years:
        return {}
    year = gold.year
    told = {year: gold.verdict in ("new", "relisted", "already listed")}
    before = [y for y in reversed(years) if y < year]
    if before and told[year]:
        told[before[0]] = gold.verdict == "already listed"
    told |= {y: True for y in gold.listed if y in years and y < year}
    if gold.verdict == "new":
        told |= dict.fromkeys(before[1:], False)
    return told
