"""Verbs that keep the store safe: backup and restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import StorePath, opened


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
    store: StorePath = None,
) -> None:
    """Write the whole store, as it is now, to a file; others may go on using it meanwhile."""
    from analyzer.store import copying

    with opened(store) as held:
        copying.backup(held, file)
        editions = len(held.editions())
    typer.echo(f"{editions} edition(s) written to {file}")


def restore(
    file: Annotated[Path, typer.Argument(help="A file written by backup.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of what the store holds.")] = False,
    store: StorePath = None,
) -> None:
    """Fill a store from a backup: all of it, or nothing. The store may be of another kind of database."""
    from analyzer.store import copying

    with opened(store, create=True) as held:
        copying.restore(held, file, replace=replace)
        editions = len(held.editions())
    typer.echo(f"{editions} edition(s) restored to {held.where}")
