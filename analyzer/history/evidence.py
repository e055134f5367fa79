"""The earlier passage that shows a matter was listed, with reasons that readers can weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from analyzer.history import features
from analyzer.history.judged import Judged
from analyzer.history.model import Model
from analyzer.history.shelf import Floats
from analyzer.records import Evidence, Link, Passage, Status

if TYPE_CHECKING:
    from analyzer.history.rulings import Rulings

_REASONS = 3
_NEAR = 0.5  # likeness of sentences that may say the same


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


def chance_new(chances: Floats, references: Sequence[int], ruled: Status | None) -> float:
    """The probability that the passage is newly listed or relisted: that none of these editions has its matter."""
    if ruled is not None:
        return 1.0 if ruled in (Status.NEW, Status.RELISTED) else 0.0
    return round(1.0 - float(chances[list(references)].max(initial=0.0)), 4)


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


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of an earlier passage and its next of kin, those of the later passage, and those of other passages
    of its edition in which the earlier ones have counterparts.
    """

    earlier: list[str]
    later: list[str]
    elsewhere: list[str]


def sentences(judged: Judged, place: int, shown: int, back: Judged) -> Sentences:
    """The sentences to compare for one passage and one earlier edition; `back` holds that edition against this one."""
    order, this = judged.compared.shelf.order, judged.compared.here.start + place
    near = {*_near(judged, place, shown), int(judged.compared.likeness.partner[place, shown])}
    others = {k for old in near for k in _near(back, old - back.compared.here.start, 0)} - {this}
    return Sentences(
        [s for k in sorted(near) for s in _parts(order[k])],
        _parts(order[this]),
        [s for k in sorted(others) for s in _parts(order[k])],
    )


def _near(judged: Judged, place: int, column: int) -> list[int]:
    """The passages of another edition with near counterparts of a passage's sentences, by place on the shelf."""
    likeness, mine = judged.compared.likeness, judged.compared.sentences_of(place)
    found: list[int] = likeness.sentence_partner[mine, column][likeness.sentence_score[mine, column] > _NEAR].tolist()
    return found


def _parts(passage: Passage) -> list[str]:
    return [passage.text[a:b] for a, b in passage.sentences] or [passage.text]
