"""The earlier passage that shows a matter was listed, with reasons that readers can weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from analyzer.history import features
from analyzer.history.judged import Judged
from analyzer.history.model import Model
from analyzer.history.shelf import Floats
from analyzer.records import Evidence, Link, Status

if TYPE_CHECKING:
    from analyzer.history.rulings import Rulings

_REASONS = 3


class _Ruled(Protocol):
    rulings: Rulings


def column(chances: Floats, earlier: tuple[int, ...], listed: list[int], reference: int | None) -> int | None:
    """The edition to show: the one compared with if it has the matter, else the nearest that has it, or of all."""
    if not earlier:
        return None
    if reference is not None and earlier[reference] in listed:
        return reference
    among = [earlier.index(year) for year in listed] or range(len(earlier))
    return max(among, key=lambda k: (float(chances[k]), k))


def chance_new(chances: Floats, reference: int | None, ruled: Status | None) -> float:
    """The probability that the passage is newly listed or relisted."""
    if ruled is not None:
        return 1.0 if ruled in (Status.NEW, Status.RELISTED) else 0.0
    return 1.0 if reference is None else round(1.0 - float(chances[reference]), 4)


def of(model: Model, judged: Judged, place: int, shown: int, score: float) -> Evidence:
    """The evidence for one passage in one earlier edition."""
    shelf, likeness = judged.compared.shelf, judged.compared.likeness
    earlier = shelf.order[int(likeness.partner[place, shown])]
    shares = model.contributions(judged.table[place, shown])
    reasons = tuple(features.reason(name) for name, share in shares[:_REASONS] if share > 0)
    return Evidence(earlier.id, earlier.year, earlier.text, round(score, 4), earlier.printed_page, reasons)


def links(course: _Ruled, judged: Judged, place: int, listed: list[int], chances: Floats) -> list[Link]:
    """One link for each earlier edition in which the matter stands."""
    if not listed:
        return []
    order = judged.compared.shelf.order
    later = order[judged.compared.here.start + place].id
    scores, partners = chances.tolist(), judged.compared.likeness.partner[place].tolist()
    found = []
    for year in listed:
        at = judged.earlier.index(year)
        earlier = order[partners[at]].id
        ruled = course.rulings.pair(later, earlier) is not None
        found.append(Link(later, earlier, year, round(scores[at], 4), ruled))
    return found


def sentences(judged: Judged, place: int, shown: int) -> tuple[list[str], list[str]]:
    """The sentences of the earlier passage and its next of kin, and those of this passage."""
    likeness, mine = judged.compared.likeness, judged.compared.sentences_of(place)
    near = set(likeness.sentence_partner[mine, shown][likeness.sentence_score[mine, shown] > 0.5].tolist())
    before = [s for k in sorted(near | {int(likeness.partner[place, shown])}) for s in _parts(judged, k)]
    return before, _parts(judged, judged.compared.here.start + place)


def _parts(judged: Judged, place: int) -> list[str]:
    passage = judged.compared.shelf.order[place]
    return [passage.text[a:b] for a, b in passage.sentences] or [passage.text]
