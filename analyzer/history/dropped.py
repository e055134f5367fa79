"""Matters of the latest earlier edition that an edition no longer describes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from analyzer.history import boilerplate, context, status
from analyzer.history.judged import Judged
from analyzer.records import Passage, Status, Verdict

_LEAST = 60  # shorter passages are remains of headings or lists


def places(
    back: Judged, used: Collection[str], thresholds: Mapping[str, float], in_scope: Callable[[str, Passage], bool]
) -> list[int]:
    """Which of the old edition's passages have no counterpart: one for each matter, the passage that leads it.

    `back` holds the old edition against the new one; `used` the old passages that are evidence for a new one.
    """
    here = back.compared.here
    order = back.compared.shelf.order[here]
    lead = context.leads(order, back.compared.ties, least=thresholds["tie"])
    gone = [_is_gone(back, place, used, thresholds["dropped"], in_scope) for place in range(len(order))]
    return [place for place, out in enumerate(gone) if out and not (lead[place] < place and gone[lead[place]])]


def _is_gone(
    back: Judged, place: int, used: Collection[str], most: float, in_scope: Callable[[str, Passage], bool]
) -> bool:
    passage = back.compared.shelf.order[back.compared.here.start + place]
    if passage.id in used or len(passage.text) < _LEAST or not in_scope(passage.section, passage):
        return False
    return float(back.listed[place, 0]) < most and not boilerplate.is_boilerplate(passage)


def verdict(
    economy: str, year: int, back: Judged, place: int, listing: Mapping[str, str], *, held: Collection[int],
    published: Collection[int],
) -> Verdict:  # fmt: skip
    """The verdict on a matter that `year` no longer holds: about the old passage, of the new year."""
    passage = back.compared.shelf.order[back.compared.here.start + place]
    gone = status.missing(year, compared_with=passage.year, held=held, published=published)
    return Verdict(
        passage_id=passage.id, economy=economy, year=year, status=Status.DROPPED, p_new=0.0,
        listing_id=listing.get(passage.id, f"L-{passage.id}"), compared_with=passage.year, missing_editions=gone,
        first_listed=None, last_listed_before=passage.year,
        notes=("Absence from the edition is not removal of the barrier.",),
    )  # fmt: skip
