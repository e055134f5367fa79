"""Matters of the latest earlier edition that an edition no longer describes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from analyzer.history import boilerplate, context, status
from analyzer.history.judged import Judged
from analyzer.records import Passage, Status, Verdict

_LEAST = 60  # shorter passages are remains of headings or lists
_ABSENCE = "Absence from the edition is not removal of the barrier."
_POINT = "A point left out of a matter that goes on: the matter itself is not dropped."
_POINTS = 2  # as many passages in a row may be points of what stands before them; more are a matter of their own
# A passage less likely to stand in the new edition is gone, whatever stands beside it: of 41 such that were taken for
# points 26 were matters of their own by reading (corpora/gold/dropped.md).
_SURE = 0.35


@dataclass(frozen=True, slots=True)
class Gone:
    """An old passage without counterpart, by place; `host` is the one in which its matter goes on, if it does.

    `lead` is the passage that opens the matter that has gone.
    """

    place: int
    host: int | None
    lead: int


def gone(
    back: Judged, used: Collection[str], thresholds: Mapping[str, float], in_scope: Callable[[str, Passage], bool]
) -> list[Gone]:
    """The old edition's passages without counterpart: those of matters that are gone, and the points missing from
    matters that go on.

    `back` holds the old edition against the new one; `used` the old passages that are evidence for a new one.
    """
    here = back.compared
    order = here.shelf.order[here.here]
    told = [not boilerplate.is_boilerplate(p) for p in order]
    stands = [p.id in used or float(back.listed[k, 0]) >= thresholds["dropped"] for k, p in enumerate(order)]
    away = [told[k] and not stands[k] and _counts(p, in_scope) for k, p in enumerate(order)]
    goes_on = context.goes_on(order, here.ties, here.closeness)
    lead = context.leads(order, here.ties, least=thresholds["tie"])
    found: list[Gone] = []
    for block in _blocks(away, goes_on):
        first = block[0]
        tied = (goes_on[first] and len(block) <= _POINTS) or (len(block) == 1 and _enclosed(first, order, stands))
        sure = min(float(back.listed[k, 0]) for k in block) < _SURE
        host = first - 1 if tied and not sure and told[first - 1] and stands[first - 1] else None
        found.extend(Gone(k, host, lead[k] if away[lead[k]] else k) for k in block)
    return found


def _blocks(away: Sequence[bool], goes_on: Sequence[bool]) -> list[list[int]]:
    """The places of passages that are gone, those in a row that speak of one matter together."""
    found: list[list[int]] = []
    for place in (k for k, out in enumerate(away) if out):
        if goes_on[place] and away[place - 1]:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _enclosed(place: int, order: Sequence[Passage], stands: Sequence[bool]) -> bool:
    """Whether the passage is a single sentence between two passages under the same headings that still stand."""
    if not 0 < place < len(order) - 1 or len(order[place].sentences) > 1:
        return False
    return all(stands[k] and context.together(order[k], order[place]) for k in (place - 1, place + 1))


def _counts(passage: Passage, in_scope: Callable[[str, Passage], bool]) -> bool:
    """Whether it tells anything that the new edition does not have the passage."""
    return len(passage.text) >= _LEAST and in_scope(passage.section, passage)


def verdict(
    economy: str, year: int, back: Judged, gone: Gone, listing: Mapping[str, str], *, held: Collection[int],
    published: Collection[int],
) -> Verdict:  # fmt: skip
    """The verdict on what `year` no longer holds: about the old passage, of the new year.

    A point missing from a matter that goes on follows the old passage in which that goes on, and is of its listing.
    What goes on about a matter that is gone is of the listing of the passage that leads it.
    """
    old = back.compared.shelf.order[back.compared.here]
    passage, host = old[gone.place], old[gone.host] if gone.host is not None else None
    of = (host or old[gone.lead]).id
    return Verdict(
        passage_id=passage.id, economy=economy, year=year, status=Status.DROPPED, p_new=0.0,
        listing_id=listing.get(of, f"L-{of}"), compared_with=passage.year,
        missing_editions=status.missing(year, compared_with=passage.year, held=held, published=published),
        first_listed=None, last_listed_before=passage.year, follows=host.id if host is not None else None,
        notes=(_ABSENCE,) if host is None else (_POINT, _ABSENCE),
    )  # fmt: skip
