"""Labels turned into rows to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.history import context, judged, labels, relisting, shelf, status, substance
from analyzer.history.background import Background
from analyzer.history.features import compared, table
from analyzer.history.judged import Judged
from analyzer.history.labels import Labelled
from analyzer.history.shelf import Floats, Shelf
from analyzer.history.similarity import compare
from analyzer.records import Passage, Status
from analyzer.vocab import series

_UNSURE = 0.5  # weight of a label that its reader was not sure of


@dataclass(frozen=True)
class Case:
    """A label with the features of its passage against every earlier edition."""

    label: Labelled
    earlier: tuple[int, ...]
    table: Floats  # (earlier editions, features)
    regained: Floats  # (earlier editions,)
    substance: Floats  # against the edition compared with
    column: int  # the edition compared with, among the earlier ones
    before: Floats | None  # features of its neighbours under the same headings against that edition: (features,)
    after: Floats | None

    @property
    def weight(self) -> float:
        """How much the label counts."""
        return 1.0 if self.label.sure else _UNSURE

    @property
    def anew(self) -> bool:
        """Whether the matter is new or relisted."""
        return self.label.status in (Status.NEW, Status.RELISTED)


def cases(
    read: Iterable[Labelled], passages: Mapping[str, Sequence[Passage]], background: Background
) -> tuple[list[Case], list[str]]:
    """The labels whose passage was found, as cases, and the ids of the others; boilerplate is left out."""
    found: list[Case] = []
    lost: list[str] = []
    by_economy: dict[str, list[Labelled]] = {}
    for label in read:
        if not label.boilerplate:
            by_economy.setdefault(label.economy, []).append(label)
    for economy in sorted(by_economy):
        own = shelf.arrange(passages.get(economy, ()), background)
        by_hash = labels.index(own.order)
        years: dict[int, Judged] = {}
        for label in by_economy[economy]:
            case = _case(label, own, by_hash, years)
            if case is None:
                lost.append(label.id)
            else:
                found.append(case)
    return found, lost


def _case(
    label: Labelled, own: Shelf, by_hash: dict[tuple[int, str], list[str]], years: dict[int, Judged]
) -> Case | None:
    places = labels.locate(label.at, by_hash, own)
    if not places or own.years.index(label.at.year) == 0:
        return None
    year = label.at.year
    passage = own.order[places[0]]
    covered = [y for y in own.years if series.in_scope(passage.series, y, passage.section)]
    reference = status.reference(year, held=own.years, in_scope=covered)
    assert reference is not None  # an earlier edition is held
    if year not in years:
        against = compared(own, compare(own, year))
        rows = table(against)
        years[year] = Judged(against, rows, np.zeros(rows.shape[:2], np.float32))
    held = years[year]
    here = held.compared.here
    column = held.earlier.index(reference)
    span = own.span(reference)
    figures = substance.figures(" ".join(p.text for p in own.order[span]))
    rows = held.table[[p - here.start for p in places]].mean(axis=0)
    regained = held.compared.likeness.regained[[p - here.start for p in places]].mean(axis=0)
    changed = [substance.row(judged.pair(held, p - here.start, column, figures)) for p in places]
    return Case(
        label, held.earlier, rows, regained, np.mean(changed, axis=0, dtype=np.float32), column,
        before=_beside(held, places[0] - 1, places[0], column), after=_beside(held, places[-1] + 1, places[-1], column),
    )  # fmt: skip


def _beside(held: Judged, place: int, of: int, column: int) -> Floats | None:
    """The features of a passage's neighbour, where that stands under the same headings."""
    shelf, here = held.compared.shelf, held.compared.here
    if not here.start <= place < here.stop or not context.together(shelf.order[place], shelf.order[of]):
        return None
    found: Floats = held.table[place - here.start, column]
    return found


def pairs(found: Sequence[Case]) -> tuple[Floats, np.ndarray, np.ndarray, list[str]]:
    """Rows of a passage against one earlier edition: features, whether its matter is in it, weight, economy.

    The latest earlier edition is settled by the status itself. Of older ones, a new matter is in none, and any other in
    those that the reader gave as evidence; together they weigh as much as the latest one.
    """
    rows, truth, weight, group = [], [], [], []
    for case in found:
        known = {case.column: not case.anew}
        shown = {e.year for e in case.label.evidence}
        older = range(case.column)
        extra = {k: case.label.status is not Status.NEW for k in older if case.label.status is Status.NEW
                 or case.earlier[k] in shown}  # fmt: skip
        for k, told in {**extra, **known}.items():
            rows.append(case.table[k])
            truth.append(told)
            weight.append(case.weight * (1.0 if k in known else 1.0 / max(1, len(extra))))
            group.append(case.label.economy)
    return np.array(rows, np.float32), np.array(truth), np.array(weight), group


def latest(found: Sequence[Case]) -> tuple[Floats, np.ndarray, np.ndarray, list[str]]:
    """Rows of a passage against the edition compared with: features, whether that has the matter, weight, economy."""
    rows = np.array([c.table[c.column] for c in found], np.float32)
    truth = np.array([not c.anew for c in found])
    return rows, truth, np.array([c.weight for c in found]), [c.label.economy for c in found]


def substances(found: Sequence[Case]) -> tuple[Floats, np.ndarray, np.ndarray, list[str]]:
    """Rows of a passage against its evidence: features, whether the substance changed, weight, economy."""
    kept = [c for c in found if not c.anew]
    rows = np.array([c.substance for c in kept], np.float32)
    truth = np.array([c.label.status is Status.CHANGED for c in kept])
    return rows, truth, np.array([c.weight for c in kept]), [c.label.economy for c in kept]


def relistings(found: Sequence[Case], listed: Sequence[Floats]) -> tuple[Floats, np.ndarray, np.ndarray, list[str]]:
    """Rows of the matters that the latest earlier edition lacks: figures, whether relisted, weight, economy."""
    kept = [(c, chances) for c, chances in zip(found, listed, strict=True) if c.anew]
    rows = np.array([relisting.row(chances, c.regained, c.column) for c, chances in kept], np.float32)
    truth = np.array([c.label.status is Status.RELISTED for c, _ in kept])
    return rows, truth, np.array([c.weight for c, _ in kept]), [c.label.economy for c, _ in kept]
