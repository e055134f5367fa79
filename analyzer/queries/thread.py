"""One matter through the years.

A thread ties what follows from one edition to the next, and drifts over decades: what is asked for is told from what
else it holds by the question's words, the rare ones before the common.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analyzer.errors import NothingHeld
from analyzer.queries.asking import economy_code, series_held, years_held
from analyzer.queries.citing import sentence_at
from analyzer.queries.whose import whose
from analyzer.records import Finding, Label, Listing, Mention, Passage, Status
from analyzer.store import Store, pattern_of, words_of
from analyzer.vocab import economies
from analyzer.vocab import series as all_series
from analyzer.vocab.practices import is_of_offsets

_MOST = 400  # passages that are looked at
_NEARLY = 0.01  # what a passage may lack of what the one that says most of it does
_DEFENCE = re.compile(r"\b(?:defen[cs]e|militar\w+|arm(?:s|y)|weapons?)\b", re.IGNORECASE)
_MOSTLY = 0.5  # share of what is asked for that a passage says at least


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
    sentence: str = ""  # the one that says most of what is asked for; empty where none does
    holds_words: bool = False  # whether it says most of what is asked for
    share: float = 0.0  # how much of it (0-1)


@dataclass(frozen=True, slots=True)
class Thread:
    """A listing with its appearances, and the years in which the economy's chapter lacks it."""

    listing: Listing
    appearances: tuple[Appearance, ...]
    held: tuple[int, ...]
    missing_editions: tuple[int, ...]
    rank: float
    title: str
    # Editions in which any passage on the economy says what is asked for, and others in which one says it in part.
    years_said: tuple[int, ...] = ()
    years_partly: tuple[int, ...] = ()

    @property
    def years_with_words(self) -> tuple[int, ...]:
        """The years in which a passage says what is asked for, ascending."""
        return tuple(sorted({a.year for a in self.appearances if a.holds_words}))

    @property
    def best_by_year(self) -> tuple[Appearance, ...]:
        """Of each of these years the passage that says most of it, the first of several."""
        said = [a for a in self.appearances if a.holds_words]
        return tuple(max((a for a in said if a.year == y), key=lambda a: a.share) for y in self.years_with_words)

    @property
    def years_without(self) -> tuple[int, ...]:
        """The editions held in which no passage on the economy says any of it, ascending."""
        told = {*self.years_said, *self.years_partly}
        return tuple(year for year in self.held if told and year not in told)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked for: words, each with what it weighs, or a practice that goes by many words."""

    words: tuple[tuple[re.Pattern[str], float], ...] = ()
    years: frozenset[int] = frozenset()  # editions of which a passage on the economy holds half of it
    offsets_of: str | None = None  # the economy whose offsets are asked for
    domain: str | None = None  # ... and of which purchases, where the question says so

    @classmethod
    def of(cls, store: Store, series: str, economy: str, query: str) -> _Question:
        """The question in these words: the rarer one is in the economy's chapters, the more it weighs."""
        words = dict.fromkeys(words_of(query))
        if is_of_offsets(query):
            return cls(offsets_of=economy, domain="defence" if _DEFENCE.search(query) else None)
        held = {w: found for w, found in store.holding(words, economy=economy, series=series).items() if found}
        weights = {word: 1 / math.log(len(found) + math.e) for word, found in held.items()}
        shares: dict[int, float] = defaultdict(float)
        for word, found in held.items():
            for number in found:
                shares[number] += weights[word] / sum(weights.values())
        of = {number: year for found in held.values() for number, year in found.items()}
        years = frozenset(of[number] for number, share in shares.items() if share >= _MOSTLY)
        return cls(tuple((pattern_of(word), weight) for word, weight in weights.items()), years)

    def answer(self, finding: Finding) -> tuple[str, float]:
        """The sentence of a passage that says most of it, and how much the passage says; empty where that is little."""
        p = finding.passage
        if self.offsets_of is not None:
            meant = [m for m in finding.mentions if self._is_meant(p, m)]
            same = [m for m in meant if m.attrs.get("domain") == self.domain]
            best = next(iter([*same, *meant]), None)
            share = 1.0 if same or self.domain is None else _MOSTLY
            return (p.text[slice(*sentence_at(p, best.start))], share) if best else ("", 0.0)
        if (share := self.share(p)) < _MOSTLY:
            return "", share
        return max((p.text[start:end] for start, end in p.sentences or ((0, len(p.text)),)), key=self._share), share

    def _is_meant(self, passage: Passage, mention: Mention) -> bool:
        bloc = self.offsets_of == passage.chapter and bool(economies.members(passage.chapter, passage.year))
        return mention.label is Label.OFFSET and (bloc or self.offsets_of in whose(passage, mention))

    def share(self, passage: Passage) -> float:
        """How much of the question a passage says with its headings (0-1)."""
        return self._share(" ".join((*passage.heading, passage.text)))

    def _share(self, text: str) -> float:
        """How much of the question a text says (0-1)."""
        total = sum(weight for _, weight in self.words)
        return sum(weight for word, weight in self.words if word.search(text)) / total if total else 0.0


def history(store: Store, economy: str, query: str, *, series: str | None = None, limit: int = 3) -> list[Thread]:
    """The threads of an economy that speak of the query, the best first, at most `limit`.

    Raises UnknownChoice for an unknown economy and NothingHeld where nothing fits.
    """
    code = economy_code(economy)
    with store.snapshot():
        return _history(store, series_held(store, series), code, query, limit)


def _history(store: Store, name: str, code: str, query: str, limit: int) -> list[Thread]:
    asked = _Question.of(store, name, code, query)
    hits = store.search(query if asked.offsets_of is None else "offset", economies=[code], series=name, limit=_MOST)
    if not hits:
        raise _nothing(query, code)
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
    best = sorted(by_id.values(), key=lambda entry: (-score[entry.id], entry.id))
    told: set[str] = set()
    threads: list[Thread] = []
    every: Iterable[Thread] = (thread(store, name, entry, rank=score[entry.id], asked=asked) for entry in best)
    if asked.offsets_of is not None:  # told by mentions, which only the threads show
        every = list(every)
        years = {year for one in every for year in one.years_with_words}
    else:
        shares = [(passage.year, asked.share(passage)) for passage, _, _ in hits]
        most = max(share for _, share in shares)
        years = {year for year, share in shares if share >= max(_MOSTLY, most - _NEARLY)}
    for one in every:
        said = {a.passage_id for a in one.appearances if a.holds_words}
        if said <= told:
            continue  # a branch tells nothing of its own where all of that stands in the thread that it left
        threads.append(one)
        told |= said
        if len(threads) == limit:
            break
    if not threads and asked.offsets_of is not None:
        raise _nothing(query, code)
    if threads:
        in_full, in_part = tuple(sorted(years)), tuple(sorted(asked.years - years))
        return [replace(one, years_said=in_full, years_partly=in_part) for one in threads]
    return [thread(store, name, entry, rank=score[entry.id]) for entry in best[:limit]]


def _nothing(query: str, code: str) -> NothingHeld:
    return NothingHeld(
        f"nothing on '{query}' is said of {economies.name_of(code)} in the editions held.",
        remedy="Try other words, or: analyzer search WORDS",
    )


def thread(store: Store, series: str, listing: Listing, *, rank: float = 0.0, asked: _Question = _Question()) -> Thread:
    """A listing with all its appearances, by year and order, and which of them say what is asked for."""
    said = [
        f
        for f in store.findings(series, economy=listing.economy, passages=listing.passages)
        if f.verdict.status is not Status.DROPPED
    ]
    held = years_held(store, series)
    span = [y for y in all_series.published(series) if listing.first <= y <= max(held)]
    said.sort(key=lambda f: (f.passage.year, f.passage.ordinal))
    appearances = tuple(_appearance(f, asked) for f in said)
    return Thread(
        listing,
        appearances,
        held,
        tuple(y for y in span if y not in held),
        rank,
        _title([a for a in appearances if a.holds_words]) or listing.title,
    )


def _title(said: Sequence[Appearance]) -> str:
    """The latest heading over a passage that says what is asked for, or the latest sentence that does."""
    headed = next((a.heading[-1] for a in reversed(said) if a.heading), None)
    return headed or (said[-1].sentence if said else "")


def _appearance(finding: Finding, asked: _Question) -> Appearance:
    p: Passage = finding.passage
    sentence, share = asked.answer(finding)
    return Appearance(
        p.year,
        finding.verdict.status.value,
        p.section,
        p.heading,
        p.pdf_page,
        p.printed_page,
        p.id,
        p.text,
        sentence,
        bool(sentence),
        round(share, 3),
    )
