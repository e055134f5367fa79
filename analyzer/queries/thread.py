"""One matter through the years."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from analyzer.errors import NothingHeld
from analyzer.queries.asking import economy_code, series_held, years_held
from analyzer.records import Finding, Listing, Passage, Status
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

_MOST = 60  # passages that are looked at


@dataclass(frozen=True, slots=True)
class Appearance:
    """A passage that belongs to a thread, with its status in that year."""

    year: int
    status: str
    section: str
    heading: tuple[str, ...]
    pdf_page: int | None
    printed_page: str | None
    passage_id: str
    text: str
    holds_words: bool = False  # whether the search for the question's words found it


@dataclass(frozen=True, slots=True)
class Thread:
    """A listing with its appearances, and the years in which the economy's chapter lacks it."""

    listing: Listing
    appearances: tuple[Appearance, ...]
    held: tuple[int, ...]
    missing_editions: tuple[int, ...]
    rank: float

    @property
    def years_with_words(self) -> tuple[int, ...]:
        """The years whose passages of this matter hold the words asked for, ascending."""
        return tuple(sorted({a.year for a in self.appearances if a.holds_words}))


def history(store: Store, economy: str, query: str, *, series: str | None = None, limit: int = 3) -> list[Thread]:
    """The threads of an economy that speak of the query, the best first, at most `limit`.

    Raises UnknownChoice for an unknown economy and NothingHeld where nothing fits.
    """
    code = economy_code(economy)
    with store.snapshot():
        return _history(store, series_held(store, series), code, query, limit)


def _history(store: Store, name: str, code: str, query: str, limit: int) -> list[Thread]:
    hits = store.search(query, economies=[code], series=name, limit=_MOST)
    if not hits:
        raise NothingHeld(
            f"nothing on '{query}' is said of {economies.name_of(code)} in the editions held.",
            remedy="Try other words, or: analyzer search WORDS",
        )
    listings: dict[str, list[Listing]] = {}
    for entry in store.listings(name, code):
        for passage_id in entry.passages:
            listings.setdefault(passage_id, []).append(entry)
    score: dict[str, float] = {}
    by_id: dict[str, Listing] = {}
    for passage, rank, _ in hits:
        for entry in listings.get(passage.id, ()):
            by_id[entry.id] = entry
            score[entry.id] = score.get(entry.id, 0.0) + rank
    best = sorted(by_id.values(), key=lambda entry: (-score[entry.id], entry.id))[:limit]
    found = frozenset(passage.id for passage, _, _ in hits) if len(hits) < _MOST else frozenset()  # else some are cut
    return [thread(store, name, entry, rank=score[entry.id], found=found) for entry in best]


def thread(store: Store, series: str, listing: Listing, *, rank: float = 0.0, found: Collection[str] = ()) -> Thread:
    """A listing with all its appearances, by year and order; `found` are passages that hold the words asked for."""
    said = [
        f
        for f in store.findings(series, economy=listing.economy, passages=listing.passages)
        if f.verdict.status is not Status.DROPPED
    ]
    held = years_held(store, series)
    span = [y for y in all_series.published(series) if listing.first <= y <= max(held)]
    return Thread(
        listing,
        tuple(
            _appearance(f, f.passage.id in found)
            for f in sorted(said, key=lambda f: (f.passage.year, f.passage.ordinal))
        ),
        tuple(y for y in held if y >= listing.first),
        tuple(y for y in span if y not in held),
        rank,
    )


def _appearance(finding: Finding, holds_words: bool) -> Appearance:
    p: Passage = finding.passage
    return Appearance(
        p.year,
        finding.verdict.status.value,
        p.section,
        p.heading,
        p.pdf_page,
        p.printed_page,
        p.id,
        p.text,
        holds_words,
    )
