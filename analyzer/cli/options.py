"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.settings import STORE_VARIABLE, default_store

if TYPE_CHECKING:
    from analyzer.store import Store


def _nearest_store(ctx: typer.Context, store: str | None) -> str | None:
    """The store named after the verb, else the one named before it, else the environment's."""
    source = ctx.get_parameter_source("store")
    if source is not None and source.name == "COMMANDLINE":
        return store
    return ctx.find_root().params.get("store") or store


_STORE = "SQLite file or database URL that holds the reports."
StorePath = Annotated[str | None, typer.Option("--store", envvar=STORE_VARIABLE, callback=_nearest_store, help=_STORE)]
StoreOfAll = Annotated[str | None, typer.Option("--store", help=_STORE)]
Economy = Annotated[str | None, typer.Argument(help="Economy, by code or name: KOR, Korea.")]
NeededEconomy = Annotated[str, typer.Argument(help="Economy, by code or name: KOR, Korea.")]
OnlyEconomy = Annotated[str | None, typer.Option("--economy", help="Only this economy.")]
Year = Annotated[int | None, typer.Option("--year", "-y", help="Edition; the latest held, by default.")]
OnlyYear = Annotated[int | None, typer.Option("--year", "-y", help="Only this edition; all held, by default.")]
Series = Annotated[str | None, typer.Option("--series", help="Series of reports, such as nte.")]
Format = Annotated[str, typer.Option("--format", "-f", help="table, json, jsonl or csv (xlsx, parquet with -o).")]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]


@contextmanager
def opened(address: str | None, *, create: bool = False, wait: float = 60) -> Iterator[Store]:
    """The store that a verb works on, closed at the end; `wait` is how many seconds another writer is waited for."""
    from analyzer.store import Store

    store = Store.open(address or default_store(), create=create, wait=wait)
    try:
        yield store
    finally:
        store.close()
