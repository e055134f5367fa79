"""Economies with their passages over the years, and their histories worked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from analyzer.pipeline.packed import Packed
from analyzer.pipeline.workers import Progress, Workers
from analyzer.records import Listing, Passage, Ruling, Status, Verdict
from analyzer.store import Bare, Stock, Store
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

    from analyzer.history import Trace

# Blocs whose chapter takes the place of chapters on their members: what it says holds for each of them, and what
# earlier editions said of them is what it is compared with.
STANDS_IN = frozenset({"GCC", "SACU"})
S = TypeVar("S", Stock, Passage)
SMALL = 2000  # passages whose histories one process works out sooner than another starts


@dataclass(frozen=True, slots=True)
class Pool:
    """What an economy's history is made of, and the years to work out; stored passages are read when it is their turn.

    So memory holds the new editions and few economies' earlier passages, however many editions the store holds.
    """

    series: str
    economy: str
    years: tuple[int, ...]
    held: tuple[int, ...]  # editions that speak of the economy
    silent: frozenset[int]  # editions in the store that do not
    torn: frozenset[int] = frozenset()  # editions whose chapter on the economy is incomplete in the source
    about: tuple[Stock, ...] = ()  # its stored passages, but for those of editions that new ones replace
    fresh: Collection[Passage] = ()  # its passages of new editions
    first: bool = False  # whether none of the years has been worked out before

    def __len__(self) -> int:
        return sum(stock.passages for stock in self.about) + len(self.fresh)


def pools_of(
    store: Store,
    editions: Mapping[tuple[str, int], Iterable[Passage]],
    torn: Collection[tuple[str, str, int]] = (),
) -> list[Pool]:
    """For each economy that new editions speak of: which passages are about it, stored and new; the largest first.

    `editions` are the new passages by series and year, `torn` their incomplete chapters: (series, economy, year).

    Worked out are the years from the first new edition on. A bloc's chapter that is the first for long takes in what
    was said of its members: then those years are worked out as well, as if all editions had been added at once.
    """
    pools = []
    known = frozenset(store.editions())
    for series in sorted({series for series, _ in editions}):
        new = {year: passages for (of, year), passages in editions.items() if of == series}
        rows = [Bare.of(p) for held in new.values() for p in held]
        before = store.stock(series)
        stored = [one for one in before if one.year not in new]
        added = [Stock(*key, count) for key, count in Counter(row.key for row in rows).items()]
        counted, about = _by_year(by_economy(before)), by_economy([*stored, *added])
        fresh = _owned(rows, about)
        first = min(new)
        incomplete = {one for one in store.torn_chapters(series) if one[1] not in new}
        incomplete |= {(code, year) for of, code, year in torn if of == series}
        all_years = frozenset(one.year for one in (*stored, *added))
        for code, now in sorted(_by_year(about).items()):
            if max(now) < first:
                continue
            then = counted.get(code, Counter())
            since = min([first, *(year for year in now if year not in new and now[year] != then[year])])
            held = tuple(sorted(now))
            years = tuple(year for year in held if year >= since)
            pools.append(
                Pool(
                    series=series,
                    economy=code,
                    years=years,
                    held=held,
                    silent=all_years.difference(held),
                    torn=frozenset(year for year in held if (code, year) in incomplete),
                    about=tuple(one for one in about[code] if one.year not in new),
                    fresh=_Rows(fresh.get(code, ())),
                    first=not any((series, year) in known for year in years),
                )
            )
    return sorted(pools, key=lambda pool: (-len(pool), pool.series, pool.economy))


def _owned(rows: Iterable[Bare], about: Mapping[str, Sequence[Stock]]) -> dict[str, list[Bare]]:
    """Economy -> those of the rows that `about` counts under it."""
    owners: dict[object, list[str]] = defaultdict(list)
    for code, stocks in about.items():
        for one in stocks:
            owners[one.key].append(code)
    owned: dict[str, list[Bare]] = defaultdict(list)
    for row in rows:
        for code in owners[row.key]:
            owned[code].append(row)
    return owned


class _Rows(Collection[Passage]):
    """An economy's passages, packed as rows of which whoever goes through them makes records."""

    def __init__(self, passages: Iterable[Bare]) -> None:
        self._rows = Packed(map(tuple, passages))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Passage]:
        return (Bare._make(row).passage() for row in self._rows)

    def __contains__(self, passage: object) -> bool:
        return any(passage == one for one in self)


def _by_year(about: Mapping[str, Sequence[Stock]]) -> dict[str, Counter[int]]:
    found: dict[str, Counter[int]] = {code: Counter() for code in about}
    for code, stocks in about.items():
        for one in stocks:
            found[code][one.year] += one.passages
    return found


@lru_cache(maxsize=20_000)
def _whose(chapter: str, year: int, economies_named: tuple[str, ...]) -> tuple[str, ...]:
    """The economies whose history a passage belongs to: a bloc-wide passage speaks for each member."""
    if chapter in STANDS_IN and len(economies_named) == 1:
        return (chapter, *economies.members(chapter, year))
    return economies_named


def spoken_of(store: Store, series: str, economy: str) -> list[Passage]:
    """The stored passages of one economy's history, as `by_economy` finds them among all, without their places."""
    about = by_economy(store.stock(series)).get(economy, ())
    return [row.passage() for row in _stored(store, series, economy, about)]


def _stored(store: Store, series: str, economy: str, about: Collection[Stock]) -> list[Bare]:
    """The stored passages that are counted in `about`, by year and order."""
    keys = {one.key for one in about}
    named = {economy if economy in one.economies else one.economies[0] for one in about}
    return [row for row in store.bare(series, sorted(named)) if row.key in keys]


def by_economy(passages: Iterable[S]) -> dict[str, list[S]]:
    """Economy -> its passages. A bloc in whose chapter members are treated takes in what was said of them before.

    An economy with a chapter of its own that stood in a bloc's before (the United Kingdom to 2020) takes in what the
    bloc's chapter said while it was a member.
    """
    passages = list(passages)
    about: dict[str, list[S]] = defaultdict(list)
    last: dict[str, int] = {}
    for p in passages:
        last[p.chapter] = max(last.get(p.chapter, 0), p.year)
    blocs: dict[str, tuple[str, ...]] = {bloc: economies.members(bloc, last[bloc]) for bloc in STANDS_IN & last.keys()}

    @cache
    def codes(chapter: str, year: int, named: tuple[str, ...]) -> tuple[str, ...]:
        found = {*_whose(chapter, year, named), *(bloc for bloc, members in blocs.items() if chapter in members)}
        if len(named) == 1 and chapter not in STANDS_IN:
            found |= {m for m in economies.members(chapter, year) if last.get(m, 0) > year}
        return tuple(sorted(found))

    for p in passages:
        for code in codes(p.chapter, p.year, p.economies):
            about[code].append(p)
    return about


def traces(store: Store, pools: Sequence[Pool], workers: Workers, tell: Progress) -> Iterator[tuple[Pool, Trace]]:
    """Each pool with its history, in the order of the pools; several processes begin at once."""
    rulings = store.rulings()
    stored = (_Rows(_stored(store, pool.series, pool.economy, pool.about)) for pool in pools)
    known = (store.listings(pool.series, pool.economy) if pool.years != pool.held else () for pool in pools)
    ruled = ([r for r in rulings if r.economy == pool.economy] for pool in pools)
    hands = workers.unless(sum(map(len, pools)) < SMALL)
    return _told(pools, hands.run(trace, pools, stored, known, ruled), tell)


def _told(pools: Sequence[Pool], found: Iterable[Trace], tell: Progress) -> Iterator[tuple[Pool, Trace]]:
    for done, (pool, one) in enumerate(zip(pools, found, strict=True), 1):
        tell("history", done, len(pools))
        yield pool, one


def get_ready() -> None:
    """Load what histories are made with, which takes a while."""
    from analyzer.history import model, tracing  # noqa: F401

    model.shipped()


@dataclass(frozen=True, slots=True)
class _Scope:
    """The series' scope, where a held edition without a chapter on the economy does not count as one not held."""

    silent: frozenset[int]

    def in_scope(self, series: str, year: int, section: str) -> bool:
        return all_series.in_scope(series, year, section)

    def published(self, series: str) -> tuple[int, ...]:
        return tuple(year for year in all_series.published(series) if year not in self.silent)


def trace(pool: Pool, stored: Collection[Passage], known: Sequence[Listing], rulings: Sequence[Ruling]) -> Trace:
    """The history of one economy: verdicts for the years asked for, links and listings.

    `stored` are the passages that the pool counts in `about`.
    """
    from analyzer import history

    passages = (*stored, *pool.fresh)
    with _threads().limit(limits=1):  # as in the processes of a pool: the last bits of sums hang on it
        found = history.trace(
            pool.economy,
            passages,
            held=pool.held,
            torn=pool.torn,
            scope=_Scope(pool.silent),
            years=pool.years,
            known=known,
            rulings=rulings,
            partly=pool.first,
        )
    return replace(found, verdicts=tuple(_own(found.verdicts, pool.economy, passages)))


@cache
def _threads() -> ThreadpoolController:
    """The threads of the libraries for linear algebra, which must be loaded by then: to find them takes a while."""
    from threadpoolctl import ThreadpoolController

    get_ready()
    return ThreadpoolController()


def _own(verdicts: Iterable[Verdict], economy: str, passages: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts that are the economy's own, and not those of a bloc or of members whose passages it takes in.

    What others' passages held and it does not is dropped only where its own chapter takes the place of theirs.
    """
    about = {p.id for p in passages if economy in _whose(p.chapter, p.year, p.economies)}
    spoken_of = {p.year for p in passages if p.id in about}
    chapters = {p.year for p in passages if p.chapter == economy}
    for verdict in verdicts:
        taken_over = verdict.status is Status.DROPPED and verdict.year in chapters
        if verdict.year in spoken_of and (taken_over or verdict.passage_id in about):
            yield verdict
