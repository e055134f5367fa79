"""The verbs of `analyzer`, gathered; each group has its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from analyzer import __version__
from analyzer.cli import (
    adding,
    answering,
    check,
    checking,
    demonstrating,
    fetching,
    keeping,
    learning,
    marking,
    mcp,
    noting,
    procurement,
    reviewing,
    serve,
)
from analyzer.cli.options import StoreOfAll

# Verbs by what they are for, as the help lists them.
_VERBS: dict[str, tuple[Callable[..., None], ...]] = {
    "Reports": (demonstrating.demo, fetching.fetch, adding.add, answering.reports, answering.chapters),
    "Questions": (
        answering.findings,
        answering.listings,
        answering.history,
        answering.search,
        procurement.agreements,
        procurement.offsets,
        check.check,
    ),
    "Notes, tables and pages": (noting.brief, noting.export, marking.tag, marking.show, serve.serve, mcp.mcp),
    "A person's decisions": (reviewing.review, reviewing.rule, reviewing.rulings),
    "The store": (checking.doctor, keeping.backup, keeping.restore),
    "The model": (learning.train, learning.evaluate),
}


class _Grouped(TyperGroup):
    """Lists the verbs under headings: twenty and more in one row are not read."""

    # The arguments are of Click's classes, of which newer versions of Typer have their own.
    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        width = max(map(len, self.commands))
        for heading, verbs in _VERBS.items():
            rows = []
            for verb in verbs:
                summary = self.commands[verb.__name__].get_short_help_str(formatter.width - width - 6)
                rows.append((verb.__name__.ljust(width), summary))
            with formatter.section(heading):
                formatter.write_dl(rows)


app = typer.Typer(
    name="analyzer",
    cls=_Grouped,
    help="Reads trade-barrier reports: what is newly listed, what was listed before, and on which page it says so.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"analyzer {__version__}")
        raise typer.Exit


@app.callback()
def root(
    store: StoreOfAll = None,  # verbs look it up themselves
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Reads trade-barrier reports and says what is newly listed, with the page."""


for verbs in _VERBS.values():
    for verb in verbs:
        app.command()(verb)
