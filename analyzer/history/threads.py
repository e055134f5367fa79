"""Listings: passages of one matter tied together over the years."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from analyzer.history import boilerplate, status
from analyzer.history.shelf import Shelf
from analyzer.records import ListedPassage, Listing, Passage, Verdict

_TITLE = 90  # characters
_BRANCH = "R-"


def joined(listing: Mapping[str, str], passage: Passage, partner: Passage | None) -> str:
    """The listing of the earlier passage, or a listing of its own: "L-" and the passage's id."""
    return f"L-{passage.id}" if partner is None else of(listing, partner)


def of(listing: Mapping[str, str], passage: Passage) -> str:
    """The listing of a passage: where none is known, one that begins with it."""
    return listing.get(passage.id, f"L-{passage.id}")


def branch(partner: Passage) -> str:
    """The listing of a matter that comes back while the old passage's other matter went on: "R-" and that one's id.

    An old passage may hold two matters (offsets, and the GPA): the listing that it belongs to follows one of them.
    """
    return f"{_BRANCH}{partner.id}"


def began(listing: str, shelf: Shelf) -> int | None:
    """The place of the passage that a listing is named by: its first, or the last that a branch shares."""
    return shelf.index.get(listing[len(_BRANCH) :])


def went_on(listing: Mapping[str, str], shelf: Shelf, partner: Passage, year: int) -> bool:
    """Whether the listing of an old passage has passages between it and `year`."""
    key = of(listing, partner)
    begins = shelf.span(year).start
    between = range(shelf.index[partner.id] + 1, begins)
    return any(shelf.order[k].year > partner.year and listing.get(shelf.order[k].id) == key for k in between)


def following(verdict: Verdict, lead: str, listing: str) -> Verdict:
    """The verdict as that of a follow-on passage."""
    return replace(verdict, follows=lead, listing_id=listing)


def listings(
    economy: str,
    listed: Iterable[ListedPassage],
    shelf: Shelf,
    *,
    held: Collection[int],
    taken: Mapping[str, Sequence[int]],
    continues: Mapping[str, str],
    told: Collection[str] | None = None,
    known: Iterable[Listing] = (),
) -> tuple[Listing, ...]:
    """The listings that an economy's passages form (those of these ids alone, if told), by their first passages.

    `taken` are the passages, by place, that a listing takes along from the one that it `continues`. Listings `known`
    keep their titles where nothing has joined them.
    """
    titles = {one.passages: one.title for one in known}
    members: dict[str, list[Passage]] = {}
    for one in listed:
        at = shelf.index.get(one.passage_id)
        if at is not None:
            members.setdefault(one.listing_id, []).append(shelf.order[at])
    of = {passage.id: key for key, passages in members.items() for passage in passages}
    for key, passages in members.items():
        passages += [shelf.order[at] for at in taken.get(key, ())]
    _lengthen(members, of, shelf)
    found = [
        _listing(economy, key, passages, held, continues.get(key), titles)
        for key, passages in members.items()
        if told is None or key in told
    ]
    return tuple(sorted(found, key=lambda one: (one.first, shelf.index[one.passages[0]], one.id)))


def listed(listings: Iterable[Listing], shelf: Shelf) -> list[ListedPassage]:
    """The listing of each passage, from the listings as `listings` gives them.

    What a listing took along stays with the one that it was of, as do the passages that a branch begins with.
    """
    found: dict[int, ListedPassage] = {}  # by place on the shelf
    for one in listings:
        at = began(one.id, shelf)
        if at is not None:
            since = shelf.order[at].year + one.id.startswith(_BRANCH)
            places = [shelf.index[key] for key in one.passages if key in shelf.index]
            found |= {at: ListedPassage(p.id, p.year, one.id) for at in places if (p := shelf.order[at]).year >= since}
    return [found[at] for at in sorted(found)]


def taken(listings: Iterable[Listing], shelf: Shelf) -> dict[str, list[int]]:
    """The passages, by place, that listings take along from the ones that they continue."""
    found: dict[str, list[int]] = {}
    for one in listings:
        at = began(one.id, shelf)
        if at is not None and one.continues is not None:
            places = (shelf.index[key] for key in one.passages if key in shelf.index)
            found[one.id] = sorted(k for k in places if shelf.order[k].year < shelf.order[at].year)
    return found


def chain(listing: str, continues: Mapping[str, str]) -> str:
    """The first of the listings that this one goes on from, which names the chain of links; or itself."""
    while listing in continues:
        listing = continues[listing]
    return listing


def _lengthen(members: dict[str, list[Passage]], of: dict[str, str], shelf: Shelf) -> None:
    """Give each branch the passages of the listing that it left, up to the one at which it did.

    `of` tells of which listing each passage is.
    """
    turn = {key: n for n, key in enumerate(members)}
    for key in [k for k in members if k.startswith(_BRANCH)]:
        at = began(key, shelf)
        if at is None:
            continue
        old, own = shelf.order[at], {p.id for p in members[key]}
        trunk = members[of[old.id]] if old.id in of else [old]
        before = [p for p in trunk if p.year <= old.year and p.id not in own]
        members[key] += before
        for passage in before:
            of[passage.id] = min(key, of.get(passage.id, key), key=turn.__getitem__)


def _listing(
    economy: str,
    key: str,
    passages: list[Passage],
    held: Collection[int],
    continues: str | None,
    titles: Mapping[tuple[str, ...], str],
) -> Listing:
    passages = sorted(passages, key=lambda p: (p.year, p.ordinal, p.id))
    ids = tuple(p.id for p in passages)
    years = tuple(sorted({p.year for p in passages}))
    sections = tuple(dict.fromkeys(p.section for p in passages))
    gaps = status.gaps(years, held=held)
    return Listing(key, economy, titles.get(ids) or _title(passages), years, gaps, sections, ids, continues)


def _title(passages: list[Passage]) -> str:
    """The latest printed heading, or the opening of the latest passage that tells of a barrier, if any does."""
    headed = next((p for p in reversed(passages) if p.heading), None)
    if headed is not None:
        return headed.heading[-1]
    latest = next((p for p in reversed(passages) if not boilerplate.is_boilerplate(p)), passages[-1])
    text = " ".join(latest.text.split())
    return text if len(text) <= _TITLE else text[:_TITLE].rsplit(" ", 1)[0] + " …"
