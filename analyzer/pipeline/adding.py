"""Report files added to a store."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import outline, reading
from analyzer.errors import AnalyzerError
from analyzer.pipeline.pools import SMALL, Ahead, get_ready, pools_of, traces
from analyzer.pipeline.workers import Progress, Workers, few_collections, workers
from analyzer.records import Account, Edition, Mention, Page, Paged, Passage, SourceFile
from analyzer.store import Store, Writer, report_id

if TYPE_CHECKING:
    from analyzer.outline.tables import Share

Tagged = Sequence[tuple[str, tuple[Mention, ...]]]  # passage id, its mentions
_SMALL = 2**20  # bytes of files that one process reads sooner than another starts


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
    pages: dict[str, tuple[Page, ...]] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)  # by passage
    ahead: Ahead = field(default_factory=Ahead)
    added: list[Added] = field(default_factory=list)
    failed: list[tuple[str, AnalyzerError]] = field(default_factory=list)


def add(
    store: Store,
    paths: Sequence[Path],
    *,
    series: str | None = None,
    year: int | None = None,
    jobs: int = 0,
    scheduler: str | None = None,
    replace: bool = False,
    progress: Progress | None = None,
) -> AddSummary:
    """Add report files to the store, all editions in one transaction, and say what became of each.

    A file that cannot be read is named in `failed` and keeps the others from nothing. A file already held is left as it
    is; an edition held from another file is only taken with `replace`. `jobs` is the number of processes (0: one for
    each core, or this one where the work is small), `scheduler` the address of a Dask scheduler whose workers do it
    instead; the result is the same whoever does the work.
    """
    tell = progress or (lambda step, done, total: None)
    with few_collections(), workers(jobs, scheduler) as hands:
        batch = _read(store, paths, hands, series=series, year=year, replace=replace, tell=tell)
        if batch.editions:
            with store.writing() as writer:
                _yield_to_others(batch, store, replace=replace)
                _write(store, writer, batch, hands, tell)
                tell("saving", 1, 1)
    return AddSummary(tuple(batch.added), tuple(batch.failed))


def _yield_to_others(batch: _Batch, store: Store, *, replace: bool) -> None:
    """Leave out editions that another person has added since we looked, unless they are to be replaced."""
    held = {r["id"]: r["sha256"] for r in store.reports()}
    for at, entry in enumerate(batch.added):
        if entry.outcome != "added" or entry.report not in held or replace:
            continue
        edition = next(e for e in batch.editions if report_id(e.series, e.year) == entry.report)
        batch.editions.remove(edition)
        same = held[entry.report] == edition.source.sha256
        batch.added[at] = (
            Added(entry.report, entry.file, "unchanged", passages=entry.passages)
            if same
            else Added(entry.report, entry.file, "held", warnings=(_held(entry.report),))
        )


def _write(
    store: Store,
    writer: Writer,
    batch: _Batch,
    hands: Workers,
    tell: Progress,
) -> None:
    held = set(store.editions())
    found = traces(store, pools_of(store, batch.editions, batch.ahead), hands, tell)
    for edition in batch.editions:
        if (edition.series, edition.year) in held:
            writer.remove(edition.series, edition.year)
    sources: dict[str, SourceFile] = {e.source.sha256: e.source for e in batch.editions}
    for sha256, source in sources.items():
        writer.source(source, batch.paths[sha256].read_bytes() if source.kind == "pdf" else None)
    for edition in batch.editions:
        writer.edition(edition, batch.mentions, batch.pages.get(edition.source.sha256, ()))
    writer.forget_unused_sources()
    for pool, one in found:
        writer.history(pool.series, pool.economy, pool.years, one.verdicts, one.links, one.listings, partly=pool.first)


def _read(
    store: Store,
    paths: Sequence[Path],
    hands: Workers,
    *,
    series: str | None,
    year: int | None,
    replace: bool,
    tell: Progress,
) -> _Batch:
    batch, held = _Batch(), {r["id"]: r for r in store.reports()}
    known = {r["sha256"] for r in held.values()}
    wanted: list[Path] = []
    for path in paths:
        sha256 = _checksum(path)
        if sha256 in known and not replace:
            batch.added += [
                Added(key, path.name, "unchanged", passages=r["passages"] or 0)
                for key, r in held.items()
                if r["sha256"] == sha256
            ]
        else:
            wanted.append(path)
    tell("reading", 0, len(wanted))
    read = []
    if len(wanted) == 1 and not hands.cluster and sum(r["passages"] or 0 for r in held.values()) >= SMALL:
        spread = hands
        begun = hands.beside(_lay_out, wanted[0], None, series, year)
        hands.warm(get_ready)
        kinds = {series} if series else {s for s, _ in store.editions()}
        if begun.running() and len(kinds) == 1:
            batch.ahead.read(store, *kinds)
        read.append(begun.result())
        tell("reading", 1, 1)
    else:
        spread = hands.unless(sum(path.stat().st_size for path in wanted if path.is_file()) < _SMALL)
        # A cluster's machines do not see our files: they are sent along.
        contents = (path.read_bytes() if hands.cluster and _checksum(path) else None for path in wanted)
        for found in spread.run(_lay_out, wanted, contents, repeat(series), repeat(year)):
            read.append(found)
            tell("reading", len(read), len(wanted))
    for path, found in zip(wanted, read, strict=True):
        if isinstance(found, AnalyzerError):
            batch.failed.append((path.name, found))
            continue
        batch.mentions.update(found.mentions)
        editions = found.editions or _lay_out_shares(batch, found.shares, spread, tell)
        for edition in editions:
            batch.paths[edition.source.sha256] = path
            batch.pages[edition.source.sha256] = found.pages
            _take(batch, edition, held, path.name, replace=replace)
    return batch


def _checksum(path: Path) -> str:
    """The file's checksum; nothing where there is no file to read, which reading says better."""
    try:
        return reading.checksum(path) if path.is_file() else ""
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A file's pages and edition, tagged; of a table the shares of its editions, which are many and laid out apart."""

    pages: tuple[Page, ...] = ()
    editions: tuple[Edition, ...] = ()
    mentions: Tagged = ()
    shares: tuple[Share, ...] = ()


def _lay_out(path: Path, content: bytes | None, series: str | None, year: int | None) -> _LaidOut | AnalyzerError:
    """What a file holds, or why it holds nothing; `content` where the file is not here."""
    if content is not None:
        with tempfile.TemporaryDirectory(prefix="analyzer-") as folder:
            here = Path(folder) / path.name
            here.write_bytes(content)
            return _lay_out(here, None, series, year)
    try:
        source = reading.read(path)
        if isinstance(source, Paged):
            editions = outline.lay_out(source, series=series, year=year)
            return _LaidOut(source.pages, editions, _tagged([p for e in editions for p in e.passages]))
        return _LaidOut(shares=outline.divide(source, series=series, year=year))
    except AnalyzerError as error:
        return error


def _lay_out_shares(batch: _Batch, shares: Sequence[Share], hands: Workers, tell: Progress) -> tuple[Edition, ...]:
    editions = []
    for edition, mentions in hands.run(_lay_out_share, shares):
        editions.append(edition)
        batch.mentions.update(mentions)
        tell("tagging", len(editions), len(shares))
    return outline.beside_one_another(editions)


def _lay_out_share(share: Share) -> tuple[Edition, Tagged]:
    edition = outline.lay_out_share(share)
    return edition, _tagged(edition.passages)


def _tagged(passages: Sequence[Passage]) -> Tagged:
    """Each passage's mentions, found by the process that laid it out: it need not travel twice."""
    from analyzer.mentions import tag

    found = tag((p.text for p in passages), chapters=map(_subject, passages), years=(p.year for p in passages))
    return [(p.id, mentions) for p, mentions in zip(passages, found, strict=True)]


def _subject(passage: Passage) -> str:
    """The economy that a sentence speaks of where it names none: a bloc's only state, else the chapter."""
    return passage.economies[1] if len(passage.economies) == 2 else passage.chapter


def _take(batch: _Batch, edition: Edition, held: Mapping[str, object], file: str, *, replace: bool) -> None:
    key = report_id(edition.series, edition.year)
    twice = any(report_id(e.series, e.year) == key for e in batch.editions)
    if twice or (key in held and not replace):
        batch.added.append(Added(key, file, "held", warnings=(_held(key),)))
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


def _held(key: str) -> str:
    return f"{key} is held from another file already; give --replace to take this one"
