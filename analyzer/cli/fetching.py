"""`analyzer fetch`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.options import AsJson

if TYPE_CHECKING:
    from analyzer.fetching import Entry


def fetch(
    series: Annotated[str, typer.Argument(help="Series, such as nte.")],
    which: Annotated[str, typer.Argument(help="Year of the edition, or 'table' for the table of past editions.")],
    folder: Annotated[Path, typer.Option("--folder", "-d", help="Where the file goes.")] = Path(),
    json: AsJson = False,
) -> None:
    """Download a published report from the catalogue, and check it.

    Then add it with: analyzer add FILE.
    """
    from analyzer.fetching import find

    entry = find(series, which)
    path = _downloaded(entry, folder)
    if json:
        from analyzer.exports.writing import as_text

        row = {"name": entry.name, "file": str(path), "bytes": path.stat().st_size, "checked": entry.sha256 is not None}
        sys.stdout.writelines(as_text([row], "json"))
        return
    typer.echo(str(path))
    if entry.sha256 is None:
        typer.echo("No checksum is known for this file: it was not compared.")


def _downloaded(entry: Entry, folder: Path) -> Path:
    """The file, with a bar on a terminal while it comes."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    from analyzer.fetching import fetch as download

    error = Console(stderr=True)
    if not error.is_terminal:
        return download(entry, folder)
    with Progress(TextColumn("{task.description}"), BarColumn(), DownloadColumn(), console=error) as bars:
        task = bars.add_task(entry.name, total=entry.size)
        return download(entry, folder, progress=lambda done, total: bars.update(task, completed=done, total=total))
