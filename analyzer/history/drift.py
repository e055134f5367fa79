"""Whether a passage goes on with the matter of a listing, or has been led to another one by links that err.

Each link is judged by itself, so that a chain of twenty editions may begin with one matter and end with another. A
passage therefore begins a listing of its own where it is about something else than the passage it is linked to, or
than what the listing began with.
"""

from __future__ import annotations

from collections.abc import Iterable

from analyzer.history.shelf import Floats, Shelf, length_one

_LINKED = 0.4  # likeness in meaning that two linked passages of one matter have at least
_BEGUN = 0.2  # and that one has with the passage which its listing began with
_FEW = 20  # passages that tell little of what all that is said of an economy has in common
_DIGITS = 4  # so that the last bits of sums decide nothing


def views(shelf: Shelf, year: int) -> Floats:
    """What each passage up to a year is about, beside all that is said of the economy: rows of length 1."""
    said = shelf.meaning[: shelf.span(year).stop]
    return length_one(said - said.sum(axis=0) / (len(said) + _FEW))


def parted(views: Floats, place: int, partner: int, first: int | None) -> bool:
    """Whether a passage tells another matter than its partner, or than the first passage of the partner's listing."""
    return _alike(views, place, partner) < _LINKED or (first is not None and _alike(views, place, first) < _BEGUN)


def along(shelf: Shelf, views: Floats, place: int, left: Iterable[int]) -> list[int]:
    """The passages of the listing left that tell this one's matter, back to the last edition in which none does."""
    by_year: dict[int, list[int]] = {}
    for member in left:
        by_year.setdefault(shelf.order[member].year, []).append(member)
    found: list[int] = []
    for year in sorted((year for year in by_year if year < shelf.order[place].year), reverse=True):
        like = [member for member in by_year[year] if _alike(views, place, member) >= _LINKED]
        if not like:
            break
        found += like
    return sorted(found)


def _alike(views: Floats, one: int, other: int) -> float:
    return round(float(views[one] @ views[other]), _DIGITS)
