"""Listings: passages of one matter tied together over the years."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from analyzer.history import status
from analyzer.history.shelf import Shelf
from analyzer.records import Listing, Passage, Status, Verdict

_TITLE = 90


def joined(listing: Mapping[str, str], passage: Passage, partner: Passage | None) -> str:
    """The listing of the earlier passage, or a listing of its own: "L-" and the passage's id."""
    if partner is None:
        return f"L-{passage.id}"
    return listing.get(partner.id, f"L-{partner.id}")


def following(verdict: Verdict, lead: str, listing: str) -> Verdict:
    """The verdict as that of a follow-on passage."""
    return replace(verdict, follows=lead, listing_id=listing)


def listings(economy: str, verdicts: Iterable[Verdict], shelf: Shelf, *, held: Collection[int]) -> tuple[Listing, ...]:
    """The threads that the verdicts form, in the order of their first passages."""
    members: dict[str, list[Passage]] = {}
    for verdict in verdicts:
        at = shelf.index.get(verdict.passage_id)
        if verdict.status is not Status.DROPPED and at is not None:
            members.setdefault(verdict.listing_id, []).append(shelf.order[at])
    found = [_listing(economy, key, passages, held) for key, passages in members.items()]
    return tuple(sorted(found, key=lambda one: (one.first, shelf.index[one.passages[0]])))


def _listing(economy: str, key: str, passages: list[Passage], held: Collection[int]) -> Listing:
    passages = sorted(passages, key=lambda p: (p.year, p.ordinal, p.id))
    years = tuple(sorted({p.year for p in passages}))
    sections = tuple(dict.fromkeys(p.section for p in passages))
    gaps = status.gaps(years, held=held)
    return Listing(key, economy, _title(passages), years, gaps, sections, tuple(p.id for p in passages))


def _title(passages: list[Passage]) -> str:
    """The latest printed heading, or the opening of the latest passage."""
    headed = next((p for p in reversed(passages) if p.heading), None)
    if headed is not None:
        return headed.heading[-1]
    text = " ".join(passages[-1].text.split())
    return text if len(text) <= _TITLE else text[:_TITLE].rsplit(" ", 1)[0] + " …"
