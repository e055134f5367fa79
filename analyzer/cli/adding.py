"""`analyzer add`."""

from __future__ import annotations

import json as encoding
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.options import AsJson, StorePath, opened
from analyzer.cli.showing import console, plain, ranges

if TYPE_CHECKING:
    from analyzer.pipeline import Added, AddSummary, Progress
    from analyzer.records import Account


def add(
    paths: Annotated[list[Path], typer.Argument(help="Report files: PDF, HTML, text, or tables (rda, csv, ...).")],
    store: StorePath = None,
    series: Annotated[str | None, typer.Option(help="Series, where the file does not say it.")] = None,
    year: Annotated[int | None, typer.Option("--year", "-y", help="Year, where the file does not say it.")] = None,
    jobs: Annotated[int, typer.Option(help="Processes; 0: one for each core, or just one for little work.")] = 0,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler whose workers do it: tcp://HOST:8786.")
    ] = None,
    wait: Annotated[float, typer.Option(help="Seconds to wait while another process adds.")] = 600,
    replace: Annotated[bool, typer.Option("--replace", help="Take an edition's new file for the one held.")] = False,
    json: AsJson = False,
) -> None:
    """Read reports into the store.

    What is held already stays as it is.
    """
    from analyzer.errors import AnalyzerError
    from analyzer.pipeline import add as add_files

    if not any(path.exists() for path in paths):
        named = f"there is no such file{' as any of these' if len(paths) > 1 else ''}."
        raise AnalyzerError(named, where=", ".join(map(str, paths)), remedy="Check the name. Nothing was added.")
    started = time.monotonic()
    with opened(store, create=True, wait=wait) as held, _progress() as progress:
        summary = add_files(
            held,
            paths,
            series=series,
            year=year,
            jobs=jobs,
            scheduler=scheduler,
            replace=replace,
            progress=progress,
        )
    seconds = time.monotonic() - started
    if json:
        typer.echo(encoding.dumps(_as_row(summary, seconds), ensure_ascii=False))
    else:
        tell(summary, seconds=seconds)
    if summary.failed:
        raise typer.Exit(1)


def _as_row(summary: AddSummary, seconds: float) -> dict[str, object]:
    return {
        "editions": [asdict(entry) for entry in summary.editions],
        "failed": [{"file": str(file), "error": str(error)} for file, error in summary.failed],
        "seconds": round(seconds, 1),
    }


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar a step on a terminal; silence elsewhere: bars of older versions of rich are not quite silent."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    error = Console(stderr=True)
    if not error.is_terminal:
        yield None
        return
    # No thread redraws the bars: a process with threads cannot be forked safely.
    with Progress(*columns, console=error, auto_refresh=False) as bars:
        tasks: dict[str, object] = {}

        def step(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=total)
            bars.update(tasks[name], completed=done, total=total, refresh=True)  # type: ignore[arg-type]

        yield step


def tell(summary: AddSummary, *, seconds: float) -> None:
    """Print what became of each file."""
    out = console()
    by_file: dict[tuple[str, str], list[Added]] = {}
    for entry in summary.editions:
        by_file.setdefault((entry.file, entry.outcome), []).append(entry)
    for (file, outcome), entries in by_file.items():
        years = ranges(sorted(int(entry.report.rsplit("-", 1)[1]) for entry in entries))
        passages = sum(entry.passages for entry in entries)
        out.print(f"{plain(file)}: {outcome}: {len(entries)} edition(s) ({years}), {passages:,} passages")
        accounts = [entry.account for entry in entries if entry.account]
        if accounts:
            chapters = f"; {entries[0].chapters} chapters" if len(entries) == 1 else ""
            out.print(f"  {_accounted(accounts)}{chapters}")
        for entry in entries:
            for warning in entry.warnings[:3]:
                out.print(f"  note on {entry.report}: {plain(warning)}")
    if all(e.outcome == "unchanged" for e in summary.editions) and summary.editions:
        out.print("Nothing changed: all of it is held already.")
    for _, error in summary.failed:
        sys.stderr.write(f"analyzer: {error}\n")
    out.print(f"{seconds:.1f} s")


def _accounted(accounts: Sequence[Account]) -> str:
    """What became of the pages or rows of a file's editions."""
    parts = {
        "placed": sum(a.placed for a in accounts),
        "put back under their economy": sum(a.moved for a in accounts),
        "front matter": sum(a.front_matter for a in accounts),
        "unplaced": sum(a.unplaced for a in accounts),
        "empty": sum(a.empty for a in accounts),
    }
    said = ", ".join(f"{n:,} {name}" for name, n in parts.items() if n)
    return f"{sum(a.total for a in accounts):,} {accounts[0].unit}s: {said}"
