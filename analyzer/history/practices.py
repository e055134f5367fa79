"""Practices known by name: one that an edition names again after editions without it is listed again, not anew.

Offsets are the case in point: whole generations of wording share no more than the word, and yet it is the same matter.
What counts as a practice is vocabulary (`vocab/practices.toml`), not learnt.
"""

from __future__ import annotations

from functools import lru_cache

from analyzer.history.judged import Judged
from analyzer.records import Passage
from analyzer.vocab.practices import named_in


@lru_cache(maxsize=50_000)
def _named(text: str) -> frozenset[str]:
    return named_in(text)


def _of(passage: Passage) -> frozenset[str]:
    return _named(" ".join((*passage.heading, passage.text)))


def regained(judged: Judged, place: int, column: int) -> dict[int, int]:
    """Editions before `column` that name a practice which the passage names and edition `column` does not.

    Column -> the place on the shelf of the passage that names it, the likeliest partner where that one does.
    """
    shelf, partner = judged.compared.shelf, judged.compared.likeness.partner
    own = _of(shelf.order[judged.compared.here.start + place])
    lost = own - _in_edition(judged, column).keys() if own else own
    found = {}
    for at in range(column) if lost else ():
        naming = _in_edition(judged, at)
        places = [k for practice in sorted(lost) for k in naming.get(practice, ())]
        if places:
            likeliest = int(partner[place, at])
            found[at] = likeliest if likeliest in places else places[0]
    return found


def _in_edition(judged: Judged, column: int) -> dict[str, list[int]]:
    """Practice -> the places on the shelf of the passages of an earlier edition that name it."""
    shelf = judged.compared.shelf
    span = shelf.span(judged.earlier[column])
    found: dict[str, list[int]] = {}
    for place in range(span.start, span.stop):
        for practice in _of(shelf.order[place]):
            found.setdefault(practice, []).append(place)
    return found
