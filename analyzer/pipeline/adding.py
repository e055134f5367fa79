"""Report files added to a store."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as changed
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import outline, reading
from analyzer.errors import AnalyzerError
from analyzer.pipeline.packed import Packed
from analyzer.pipeline.pools import SMALL, get_ready, pools_of, traces
from analyzer.pipeline.workers import Progress, Workers, few_collections, workers
from analyzer.records import Account, Edition, Mention, Page, Paged, Passage, SourceFile
from analyzer.store import Store, Writer, report_id

if TYPE_CHECKING:
    from analyzer.outline.tables import Share

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


@dataclass(frozen=True, slots=True)
class _Tagged:
    """An edition that waits to be written: its passages and the mentions of each are packed."""

    edition: Edition  # without the passages
    passages: Packed[Passage]
    mentions: Packed[tuple[Mention, ...]]

    @classmethod
    def of(cls, edition: Edition) -> _Tagged:
        """The edition with its mentions, found by the process that laid it out: its passages need not travel twice."""
        from analyzer.mentions import tag

        passages = edition.passages
        found = tag((p.text for p in passages), chapters=map(_subject, passages), years=(p.year for p in passages))
        return cls(changed(edition, passages=()), Packed(passages), Packed(tuple(found)))

    @property
    def key(self) -> str:
        """The id of its report."""
        return report_id(self.edition.series, self.edition.year)

    def write(self, writer: Writer, pages: Sequence[Page]) -> None:
        """Write it, unpacked for as long as that takes."""
        passages = tuple(self.passages)
        mentions = {p.id: found for p, found in zip(passages, self.mentions, strict=True)}
        writer.edition(changed(self.edition, passages=passages), mentions, pages)


@dataclass
class _Batch:
    editions: list[_Tagged] = field(default_factory=list)
    pages: dict[str, tuple[Page, ...]] = field(default_factory=dict)
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
        late = next(e for e in batch.editions if e.key == entry.report)
        batch.editions.remove(late)
        same = held[entry.report] == late.edition.source.sha256
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
    held, editions = set(store.editions()), [one.edition for one in batch.editions]
    new = {(one.edition.series, one.edition.year): one.passages for one in batch.editions}
    torn = {(e.series, chapter.economy, e.year) for e in editions for chapter in e.chapters if chapter.torn}
    found = traces(store, pools_of(store, new, torn), hands, tell)
    for edition in editions:
        if (edition.series, edition.year) in held:
            writer.remove(edition.series, edition.year)
    sources: dict[str, SourceFile] = {e.source.sha256: e.source for e in editions}
    for sha256, source in sources.items():
        writer.source(source, batch.paths[sha256].read_bytes() if source.kind == "pdf" else None)
    for one in batch.editions:
        one.write(writer, batch.pages.get(one.edition.source.sha256, ()))
    writer.forget_unused_sources()
    for pool, told in found:
        writer.history(
            pool.series, pool.economy, pool.years, told.verdicts, told.links, told.listings, partly=pool.first
        )


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
        for one in found.editions or _lay_out_shares(found.shares, spread, tell):
            batch.paths[one.edition.source.sha256] = path
            batch.pages[one.edition.source.sha256] = found.pages
            _take(batch, one, held, path.name, replace=replace)
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
    editions: tuple[_Tagged, ...] = ()
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
            return _LaidOut(source.pages, tuple(map(_Tagged.of, editions)))
        return _LaidOut(shares=outline.divide(source, series=series, year=year))
    except AnalyzerError as error:
        return error


def _lay_out_shares(shares: Sequence[Share], hands: Workers, tell: Progress) -> list[_Tagged]:
    found: list[_Tagged] = []
    laid_out = hands.run(_lay_out_share, shares)
    if hands.forking and shares:
        hands.warm(get_ready)  # once, for the forks that come after
    for one in laid_out:
        found.append(one)
        tell("tagging", len(found), len(shares))
    editions = outline.beside_one_another([one.edition for one in found])
    return [changed(one, edition=edition) for one, edition in zip(found, editions, strict=True)]


def _lay_out_share(share: Share) -> _Tagged:
    return _Tagged.of(outline.lay_out_share(share))


def _subject(passage: Passage) -> str:
    """The economy that a sentence speaks of where it names none: a bloc's only state, else the chapter."""
    return passage.economies[1] if len(passage.economies) == 2 else passage.chapter


def _take(batch: _Batch, one: _Tagged, held: Mapping[str, object], file: str, *, replace: bool) -> None:
    twice = any(e.key == one.key for e in batch.editions)
    if twice or (one.key in held and not replace):
        batch.added.append(Added(one.key, file, "held", warnings=(_held(one.key),)))
        return
    outcome, edition = "replaced" if one.key in held else "added", one.edition
    batch.editions.append(one)
    batch.added.append(
        Added(one.key, file, outcome, len(edition.chapters), len(one.passages), edition.account, edition.warnings)
    )


def _held(key: str) -> str:
    return f"{key} is held from another file already; give --replace to take this one"
