"""The chain: report files -> editions -> mentions -> listing history -> store."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import outline, reading
from analyzer.errors import AnalyzerError, NothingHeld, UnknownChoice
from analyzer.records import Account, Edition, Mention, Paged, Passage, Ruling, Verdict
from analyzer.store import Store, report_id
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

if TYPE_CHECKING:
    from analyzer.history import Trace

# Blocs whose chapter takes the place of chapters on their members: what it says holds for each of them, and what
# earlier editions said of them is what it is compared with.
STANDS_IN = frozenset({"GCC", "SACU"})
Progress = Callable[[str, int, int], None]  # step, done, total


@dataclass(frozen=True, slots=True)
class Added:
    """One edition that was added, left as it was, or not taken."""

    report: str
    file: str
    outcome: str  # added | replaced | unchanged | held
    chapters: int = 0
    passages: int = 0
    account: Account | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What became of each file: editions, and the files that could not be read with the reason."""

    editions: tuple[Added, ...] = ()
    failed: tuple[tuple[str, AnalyzerError], ...] = ()


@dataclass
class _Batch:
    editions: list[Edition] = field(default_factory=list)
    pages: dict[str, Paged] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)
    failed: list[tuple[str, AnalyzerError]] = field(default_factory=list)


def add(
    store: Store,
    paths: Sequence[Path],
    *,
    series: str | None = None,
    year: int | None = None,
    jobs: int = 0,
    replace: bool = False,
    progress: Progress | None = None,
) -> AddSummary:
    """Add report files to the store, all editions in one transaction, and say what became of each.

    A file that cannot be read is named in `failed` and keeps the others from nothing. A file already held is left as it
    is; an edition held from another file is only taken with `replace`. `jobs` is the number of processes (0: one for
    each core); the result is the same whatever their number.
    """
    tell = progress or (lambda step, done, total: None)
    batch = _read(store, paths, series=series, year=year, replace=replace, tell=tell)
    if batch.editions:
        workers = jobs or os.cpu_count() or 1
        mentions = _tag(batch.editions, workers, tell)
        with store.writing() as writer:
            held = {(r["series"], r["year"]) for r in store.reports()}
            pools = _pools(store, batch.editions)
            for edition in batch.editions:
                if (edition.series, edition.year) in held:
                    writer.remove(edition.series, edition.year)
            for sha256, path in batch.paths.items():
                source = next(e.source for e in batch.editions if e.source.sha256 == sha256)
                writer.source(source, path.read_bytes() if source.kind == "pdf" else None)
            for edition in batch.editions:
                paged = batch.pages.get(edition.source.sha256)
                writer.edition(edition, mentions, paged.pages if paged else ())
            for name, economy, years, trace in _traces(store, pools, batch.editions, workers, tell):
                writer.history(name, economy, years, trace.verdicts, trace.links, trace.listings)
            tell("saving", 1, 1)
    return AddSummary(tuple(batch.added), tuple(batch.failed))


def _read(
    store: Store, paths: Sequence[Path], *, series: str | None, year: int | None, replace: bool, tell: Progress
) -> _Batch:
    known, batch = store.sources(), _Batch()
    held = {r["id"]: r for r in store.reports()}
    for done, path in enumerate(paths):
        tell("reading", done, len(paths))
        try:
            sha256 = reading.checksum(path) if path.is_file() else ""
            if sha256 in known and not replace:
                batch.added += [
                    Added(key, path.name, "unchanged", passages=r["passages"] or 0)
                    for key, r in held.items()
                    if r["sha256"] == sha256
                ]
                continue
            source = reading.read(path)
            editions = outline.lay_out(source, series=series, year=year)
        except AnalyzerError as error:
            batch.failed.append((path.name, error))
            continue
        batch.paths[source.source.sha256] = path
        if isinstance(source, Paged):
            batch.pages[source.source.sha256] = source
        for edition in editions:
            _take(batch, edition, held, path.name, replace=replace)
    tell("reading", len(paths), len(paths))
    taken = {e.source.sha256 for e in batch.editions}
    batch.paths = {sha256: path for sha256, path in batch.paths.items() if sha256 in taken}
    return batch


def _take(batch: _Batch, edition: Edition, held: Mapping[str, object], file: str, *, replace: bool) -> None:
    key = report_id(edition.series, edition.year)
    twice = any(report_id(e.series, e.year) == key for e in batch.editions)
    if twice or (key in held and not replace):
        said = f"{key} is held from another file already; give --replace to take this one"
        batch.added.append(Added(key, file, "held", warnings=(said,)))
        return
    outcome = "replaced" if key in held else "added"
    batch.editions.append(edition)
    batch.added.append(
        Added(
            key,
            file,
            outcome,
            len(edition.chapters),
            len(edition.passages),
            edition.account,
            edition.warnings,
        )
    )


def _tag(editions: Sequence[Edition], workers: int, tell: Progress) -> dict[str, tuple[Mention, ...]]:
    from joblib import Parallel, delayed

    passages = [p for edition in editions for p in edition.passages]
    size = 2000
    chunks = [passages[at : at + size] for at in range(0, len(passages), size)]
    found: dict[str, tuple[Mention, ...]] = {}
    one = len(chunks) < 2 * workers
    run = Parallel(n_jobs=1 if one else workers, return_as="generator")
    for done, part in enumerate(run(delayed(_tag_chunk)(chunk) for chunk in chunks), 1):
        found.update(part)
        tell("tagging", done, len(chunks))
    return found


def _tag_chunk(passages: Sequence[Passage]) -> list[tuple[str, tuple[Mention, ...]]]:
    from analyzer.mentions import tag

    tagged = tag((p.text for p in passages), chapters=map(_subject, passages), years=(p.year for p in passages))
    return [(p.id, mentions) for p, mentions in zip(passages, tagged, strict=True)]


def _subject(passage: Passage) -> str:
    """The economy that a sentence speaks of where it names none: a bloc's only state, else the chapter."""
    return passage.economies[1] if len(passage.economies) == 2 else passage.chapter


@dataclass(frozen=True, slots=True)
class _Pool:
    """The earlier and later passages that an economy's history is made of, and the years to work out."""

    series: str
    economy: str
    years: tuple[int, ...]
    passages: tuple[Passage, ...]
    held: tuple[int, ...]  # editions that speak of the economy
    silent: frozenset[int]  # editions in the store that do not


def _pools(store: Store, editions: Sequence[Edition]) -> list[_Pool]:
    """For each economy that the editions speak of: all passages about it, stored and new; the largest first."""
    pools = []
    for series in sorted({e.series for e in editions}):
        new = [e for e in editions if e.series == series]
        replaced = {e.year for e in new}
        stored = [p for p in store.passages(series) if p.year not in replaced]
        passages = sorted([*stored, *(p for e in new for p in e.passages)], key=lambda p: (p.year, p.ordinal))
        about = by_economy(passages)
        first = min(replaced)
        all_years = frozenset(p.year for p in passages)
        for code in sorted(about):
            if not any(p.year >= first for p in about[code]):
                continue
            years = tuple(sorted({p.year for p in about[code] if p.year >= first}))
            held = tuple(sorted({p.year for p in about[code]}))
            silent = all_years.difference(held)
            pools.append(_Pool(series, code, years, tuple(about[code]), held, silent))
    return sorted(pools, key=lambda pool: (-len(pool.passages), pool.series, pool.economy))


def _economies(passage: Passage) -> tuple[str, ...]:
    """The economies whose history the passage belongs to: a bloc-wide passage speaks for each member."""
    if passage.chapter in STANDS_IN and len(passage.economies) == 1:
        return (passage.chapter, *economies.members(passage.chapter, passage.year))
    return passage.economies


def by_economy(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Economy -> its passages. A bloc in whose chapter members are treated takes in what was said of them before.

    An economy with a chapter of its own that stood in a bloc's before (the United Kingdom to 2020) takes in what the
    bloc's chapter said while it was a member.
    """
    passages = list(passages)
    about: dict[str, list[Passage]] = defaultdict(list)
    own: dict[str, int] = {}
    for p in passages:
        own[p.chapter] = max(own.get(p.chapter, 0), p.year)
    for p in passages:
        codes = set(_economies(p))
        codes |= {bloc for bloc in STANDS_IN & own.keys() if p.chapter in economies.members(bloc, own[bloc])}
        if len(p.economies) == 1 and p.chapter not in STANDS_IN:
            codes |= {m for m in economies.members(p.chapter, p.year) if own.get(m, 0) > p.year}
        for code in codes:
            about[code].append(p)
    return about


def _traces(
    store: Store, pools: Sequence[_Pool], editions: Sequence[Edition], workers: int, tell: Progress
) -> Iterator[tuple[str, str, tuple[int, ...], Trace]]:
    from joblib import Parallel, delayed

    rulings = store.rulings()
    run = Parallel(n_jobs=workers if len(pools) > 1 else 1, return_as="generator", pre_dispatch=2 * workers)
    jobs = (
        delayed(_trace)(
            pool,
            store.verdicts(pool.series, economy=pool.economy) if pool.years != pool.held else (),
            [r for r in rulings if r.economy == pool.economy],
        )
        for pool in pools
    )
    for done, (pool, trace) in enumerate(zip(pools, run(jobs), strict=True), 1):
        tell("history", done, len(pools))
        yield pool.series, pool.economy, pool.years, trace


@dataclass(frozen=True, slots=True)
class _Scope:
    """The series' scope, where a held edition without a chapter on the economy does not count as one not held."""

    silent: frozenset[int]

    def in_scope(self, series: str, year: int, section: str) -> bool:
        return all_series.in_scope(series, year, section)

    def published(self, series: str) -> tuple[int, ...]:
        return tuple(year for year in all_series.published(series) if year not in self.silent)


def _trace(pool: _Pool, known: Sequence[Verdict], rulings: Sequence[Ruling]) -> Trace:
    from dataclasses import replace

    from analyzer import history

    trace = history.trace(
        pool.economy,
        pool.passages,
        held=pool.held,
        scope=_Scope(pool.silent),
        years=pool.years,
        known=[v for v in known if v.year not in pool.years],
        rulings=rulings,
    )
    about = {p.id for p in pool.passages if pool.economy in _economies(p)}
    dropped = {p.id for p in pool.passages}
    kept = tuple(v for v in trace.verdicts if v.passage_id in (dropped if v.status.value == "dropped" else about))
    return replace(trace, verdicts=kept)


def rule(store: Store, ruling: Ruling) -> None:
    """Record a person's decision and work out the economy's history anew, in one transaction.

    Raises UnknownChoice for a decision that is none, and NothingHeld where the passage is not held.
    """
    pair = ("same", "different")
    choices = pair if ruling.against else ("new", "relisted", "changed", "continued")
    if ruling.decision not in choices:
        raise UnknownChoice("decision", ruling.decision, choices)
    ids = [ruling.about, *([ruling.against] if ruling.against else [])]
    held = store.by_ids(ids)
    for one in ids:
        if one not in held:
            raise NothingHeld(f"no passage '{one}' is held.", remedy="Take its id from: analyzer findings --json")
    passage = held[ruling.about][0]
    every = store.passages(passage.series)
    about = by_economy(every).get(ruling.economy, [])
    if ruling.about not in {p.id for p in about}:
        raise NothingHeld(f"the passage is not about {ruling.economy}.", remedy="Name its economy with --economy.")
    years = tuple(sorted({p.year for p in about}))
    silent = frozenset(p.year for p in every).difference(years)
    wanted = tuple(y for y in years if y >= passage.year)
    pool = _Pool(passage.series, ruling.economy, wanted, tuple(about), years, silent)
    with store.writing() as writer:
        writer.ruling(ruling)
        rulings = [
            r
            for r in store.rulings()
            if r.economy == ruling.economy and (r.about, r.against) != (ruling.about, ruling.against)
        ]
        trace = _trace(pool, store.verdicts(passage.series, economy=ruling.economy), [*rulings, ruling])
        writer.history(passage.series, ruling.economy, pool.years, trace.verdicts, trace.links, trace.listings)
