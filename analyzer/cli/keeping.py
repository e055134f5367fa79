"""Verbs that keep the store safe: backup and restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import AsJson, StorePath, opened
from analyzer.cli.showing import say


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Write the whole store, as it is now, to a file.

    Others may go on using it meanwhile.
    """
    from analyzer.store import copying

    with opened(store) as held:
        copying.backup(held, file)
        editions = len(held.editions())
    say({"editions": editions, "file": str(file)}, f"{editions} edition(s) written to {file}", json=json)


def restore(
    file: Annotated[Path, typer.Argument(help="A file written by backup.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of what the store holds.")] = False,
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Fill a store from a backup: all of it, or nothing.

    The store may be of another kind of database.
    """
    from analyzer.store import copying

    copying.look_at(file)  # before a store is made for it
    with opened(store, create=True) as held:
        copying.restore(held, file, replace=replace)
        editions = len(held.editions())
    say({"editions": editions, "store": held.where}, f"{editions} edition(s) restored to {held.where}", json=json)
