"""The verbs of `analyzer`, gathered; each group has its file."""

from __future__ import annotations

from typing import Annotated

import typer

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

app = typer.Typer(
    name="analyzer",
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
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Reads trade-barrier reports and says what is newly listed, with the page."""


app.command()(demonstrating.demo)
app.command()(fetching.fetch)
app.command()(adding.add)
app.command()(answering.reports)
app.command()(answering.chapters)
app.command()(answering.findings)
app.command()(answering.listings)
app.command()(answering.history)
app.command()(answering.search)
app.command()(procurement.agreements)
app.command()(procurement.offsets)
app.command()(check.check)
app.command()(noting.brief)
app.command()(marking.tag)
app.command()(marking.show)
app.command()(noting.export)
app.command()(serve.serve)
app.command()(mcp.mcp)
app.command()(checking.doctor)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.command()(reviewing.rule)
app.command()(reviewing.rulings)
app.command()(reviewing.review)
app.command()(learning.train)
app.command()(learning.evaluate)
