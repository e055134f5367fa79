"""An edition judged: the probabilities for each of its passages against each earlier edition."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.history import features, similarity, substance
from analyzer.history.features import Compared
from analyzer.history.model import Model
from analyzer.history.shelf import Floats, Shelf


@dataclass(frozen=True)
class Judged:
    """The scores of an edition's passages: `listed` has shape (passages, earlier editions)."""

    compared: Compared
    table: Floats
    listed: Floats

    @property
    def earlier(self) -> tuple[int, ...]:
        """The earlier editions, in the order of the columns."""
        return self.compared.likeness.earlier


def judge(shelf: Shelf, year: int, model: Model, *, against: range | None = None) -> Judged:
    """Compare and score the passages of a year."""
    compared = features.compared(shelf, similarity.compare(shelf, year, against=against))
    table = features.table(compared)
    return Judged(compared, table, model.listed(table))


def pair(judged: Judged, place: int, column: int, figures: frozenset[str]) -> substance.Pair:
    """A passage beside its evidence in one earlier edition, for the question whether its substance changed."""
    shelf, likeness = judged.compared.shelf, judged.compared.likeness
    here = judged.compared.here
    mine = judged.compared.sentences_of(place)
    scores = tuple(likeness.sentence_score[mine, column].tolist())
    near = sorted({int(likeness.partner[place, column]), *likeness.sentence_partner[mine, column].tolist()})
    earlier = " ".join(shelf.order[k].text for k in near)
    word, cover = float(likeness.word[place, column]), float(likeness.cover[place, column])
    return substance.Pair(shelf.order[here.start + place], earlier, figures, scores, word, cover)
