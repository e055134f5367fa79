"""Verbs that write: brief and export."""

from __future__ import annotations

import json as notation
import sys
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import Json, Output, Series, StorePath, Year, opened


def brief(
    economy: Annotated[str | None, typer.Argument(help="Economy, by code or name.")] = None,
    all: Annotated[bool, typer.Option("--all", help="The overview of the edition over all economies.")] = False,
    year: Year = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="note.docx, note.html or note.md")] = None,
    template: Annotated[Path | None, typer.Option(help="A house template (.docx).")] = None,
    series: Series = None,
    store: StorePath = None,
    json: Json = False,
) -> None:
    """Write the briefing note on an economy, or of all; every quote is checked against its page."""
    from analyzer import briefs, queries
    from analyzer.errors import AnalyzerError

    if all == (economy is not None):
        raise AnalyzerError("name an economy, or ask for --all.", remedy="As in: analyzer brief KOR --year 2025")
    with opened(store) as held:
        name = queries.series_held(held, series)
        chosen = queries.year_held(held, name, year)
        if economy is None:
            code, overview = "all", briefs.compose_overview(held, chosen, series=name)
            counts = dict(overview.counts)
            written = briefs.render_overview(overview, output or Path(f"{name}-{chosen}.docx"), template=template)
        else:
            code = queries.economy_code(economy)
            note = briefs.compose(held, code, chosen, series=name)
            counts = note.counts
            written = briefs.render(note, output or Path(f"{code.lower()}-{chosen}.docx"), template=template)
    if json:
        said = {"economy": code, "series": name, "year": chosen, "file": str(written), "counts": counts}
        typer.echo(notation.dumps(said, ensure_ascii=False))
    else:
        typer.echo(f"written: {written}")


def export(
    what: Annotated[str, typer.Argument(help="findings, mentions or listings")],
    format: Annotated[str, typer.Option("--format", "-f", help="jsonl, json, csv, parquet or xlsx")] = "jsonl",
    output: Output = None,
    economy: Annotated[str | None, typer.Option(help="Only this economy.")] = None,
    year: Annotated[int | None, typer.Option("--year", "-y", help="Only this edition.")] = None,
    series: Series = None,
    store: StorePath = None,
    json: Json = False,
) -> None:
    """Export findings, mentions or listings of all editions held (or of one)."""
    from analyzer import exports, queries
    from analyzer.errors import AnalyzerError, UnknownChoice
    from analyzer.exports.writing import as_text

    format = "json" if json else format
    if what not in ("findings", "mentions", "listings"):
        raise UnknownChoice("export", what, ("findings", "mentions", "listings"))
    with opened(store) as held:
        name = queries.series_held(held, series)
        code = queries.economy_code(economy) if economy else None
        if what == "listings":
            codes = [code] if code else held.economies(name)
            rows = [exports.listing_row(entry) for c in codes for entry in held.listings(name, c)]
        else:
            found = held.findings(name, economy=code, year=year)
            if what == "findings":
                rows = [exports.finding_row(f) for f in found]
            else:
                once = {f.passage.id: f for f in found if f.verdict.status.value != "dropped"}
                rows = [row for f in once.values() for row in exports.mention_rows(f)]
    if output is not None:
        sys.stderr.write(f"{exports.write(rows, format, output):,} rows written to {output}\n")
    elif format in ("parquet", "xlsx"):
        raise AnalyzerError(f"{format} cannot be printed.", remedy=f"Name a file: -o {what}.{format}")
    else:
        for piece in as_text(rows, format):
            sys.stdout.write(piece)
