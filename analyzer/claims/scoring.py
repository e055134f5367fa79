"""How often claims are rightly judged, on claims whose verdicts were found by reading the editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer import labelled
from analyzer.claims.checking import ground, judged
from analyzer.claims.judgement import Judgement
from analyzer.claims.statements import Statement
from analyzer.claims.words import stem, stems
from analyzer.store import Store

NO_CLAIM = "no claim"
VERDICTS = ("new", "relisted", "already listed", "dropped", "cannot be told", NO_CLAIM)
_FIELDS = {"id", "half", "claim", "economy", "year", "matter", "verdict"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A claim in words of our own, with the verdict that the editions bear out."""

    id: str
    half: str  # "looked at" while the program was mended, or "kept apart"
    claim: str
    economy: str | None
    year: int | None
    matter: str
    verdict: str
    listed: tuple[int, ...] = ()  # some of the editions that show it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the program made of one claim."""

    gold: Gold
    verdict: str  # "several" where it saw claims of different verdicts
    sure: bool

    @property
    def right(self) -> bool:
        """Whether it is the verdict found by reading."""
        return self.verdict == self.gold.verdict


def read(path: Path) -> tuple[Gold, ...]:
    """The claims of a file of JSON lines. Raises AnalyzerError that names the line that is none."""
    return labelled.read(
        path,
        _gold,
        needs="a claim needs id, half, claim, economy, year, matter and a verdict.",
        remedy=f"verdicts are {', '.join(VERDICTS)}",
    )


def _gold(row: Mapping[str, Any]) -> Gold:
    gold = Gold(**{name: row[name] for name in _FIELDS}, listed=tuple(row.get("listed", ())))
    if gold.verdict not in VERDICTS:
        raise ValueError(gold.verdict)
    return gold


def score(gold: Sequence[Gold], store: Store, *, series: str | None = None) -> tuple[Outcome, ...]:
    """What the program makes of every claim, in their order.

    Claims that share a text are its parts: each is scored by the answer on its own economy and matter.
    """
    held = ground(store, series)
    parts = Counter(g.claim for g in gold)
    found: dict[str, tuple[Judgement, ...]] = {}
    for claim in sorted(gold, key=lambda g: (g.economy or "", g.id)):  # each chapter is read once
        if claim.claim not in found:
            found[claim.claim] = judged(claim.claim, held)
    return tuple(_outcome(g, found[g.claim], alone=parts[g.claim] == 1) for g in gold)


def _outcome(gold: Gold, answers: Sequence[Judgement], *, alone: bool) -> Outcome:
    meant = list(answers) if alone else _about(gold, answers)
    verdicts = {a.verdict for a in meant}
    verdict = verdicts.pop() if len(verdicts) == 1 else "several" if verdicts else NO_CLAIM
    return Outcome(gold, verdict, bool(meant) and all(a.sure for a in meant))


def _about(gold: Gold, answers: Sequence[Judgement]) -> list[Judgement]:
    """The answer of a text on one of its parts: of that economy and edition, and nearest to its matter by words."""
    wanted = set(stems(gold.matter))
    there = [a for a in answers if (a.economy, a.year) == (gold.economy, gold.year)]
    return sorted(there, key=lambda a: -len(wanted & {stem(w) for w in a.matter}))[:1]


def likest(gold: Gold, said: Sequence[Statement]) -> Statement | None:
    """The statement of a text that speaks of a claim's economy, edition and matter; None where none does."""
    wanted = set(stems(gold.matter))
    there = [s for s in said if (s.economy, s.year) == (gold.economy, gold.year)]
    return max(there, key=lambda s: len(wanted & set(s.matter.stems)), default=None)


def table(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Rows of accuracy: by half and verdict, by half, and for the answers that call themselves sure."""
    rows = []
    for half in dict.fromkeys(o.gold.half for o in outcomes):
        of_half = [o for o in outcomes if o.gold.half == half]
        for verdict in VERDICTS:
            rows.append(_row(half, verdict, [o for o in of_half if o.gold.verdict == verdict]))
        rows.append(_row(half, "all", of_half))
        rows.append(_row(half, "all that are sure", [o for o in of_half if o.sure]))
    return rows


def _row(half: str, verdict: str, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    right = sum(o.right for o in outcomes)
    wrong = Counter(o.verdict for o in outcomes if not o.right)
    return {
        "half": half,
        "verdict": verdict,
        "claims": len(outcomes),
        "right": right,
        "accuracy": round(right / len(outcomes), 3) if outcomes else None,
        "judged instead": ", ".join(f"{n} {v}" for v, n in sorted(wrong.items())),
    }
