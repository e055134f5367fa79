"""Verbs that write: brief and export."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analyzer.cli.options import AsJson, Economy, Json, OnlyEconomy, OnlyYear, Output, Series, StorePath, Year, opened
from analyzer.cli.showing import say

if TYPE_CHECKING:
    from analyzer.store import Store


def brief(
    economy: Economy = None,
    all: Annotated[bool, typer.Option("--all", help="The overview of the edition over all economies.")] = False,
    year: Year = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="note.docx, note.html or note.md; kor-2025.docx by default.")
    ] = None,
    template: Annotated[Path | None, typer.Option(help="A house template (.docx).")] = None,
    series: Series = None,
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Write the briefing note on an economy, or on all.

    Every quote is checked against its page.
    """
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
    said = {"economy": code, "series": name, "year": chosen, "file": str(written), "counts": counts}
    say(said, f"written: {written}", json=json)


def export(
    what: Annotated[str, typer.Argument(help="findings, mentions or listings")],
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", help="jsonl, json, csv, parquet or xlsx; by the file's name, or jsonl."),
    ] = None,
    output: Output = None,
    economy: OnlyEconomy = None,
    year: OnlyYear = None,
    series: Series = None,
    store: StorePath = None,
    json: Json = False,
) -> None:
    """Export findings, mentions or listings for other programs.

    Takes all editions held, or one.
    """
    from analyzer import exports, queries
    from analyzer.errors import AnalyzerError, UnknownChoice
    from analyzer.exports.writing import as_text
    from analyzer.records import Finding, Listing, Mention

    chosen = "json" if json else format or (exports.kind_of(output) if output else "") or "jsonl"
    kinds = {"findings": Finding, "mentions": Mention, "listings": Listing}
    if what not in kinds:
        raise UnknownChoice("export", what, kinds)
    if output is None and chosen in ("parquet", "xlsx"):
        raise AnalyzerError(f"{chosen} cannot be printed.", remedy=f"Name a file: -o {what}.{chosen}")
    with opened(store) as held:
        name = queries.series_held(held, series)
        code = queries.economy_code(economy) if economy else None
        rows, head = _rows(held, what, chosen, name, code, year), exports.example(kinds[what])
        if output is not None:
            notes = exports.notes(name, [r["year"] for r in held.reports(name)])
            sys.stderr.write(
                f"{exports.write(rows, chosen, output, head=head, notes=notes):,} rows written to {output}\n"
            )
            return
        for piece in as_text(rows, chosen, head=head):
            sys.stdout.write(piece)


def _rows(
    held: Store, what: str, kind: str, series: str, economy: str | None, year: int | None
) -> Iterator[dict[str, Any]]:
    """The rows of an export, as they come from the store."""
    from analyzer import exports, queries

    if what == "listings":
        if year is not None:
            queries.year_held(held, series, year)
        for code in [economy] if economy else held.economies(series):
            every = held.listings(series, code)
            yield from (exports.listing_row(entry) for entry in every if year is None or year in entry.years)
        return
    found = queries.every_finding(held, economy=economy, year=year, series=series)
    if what == "findings":
        addresses = queries.addresses(held, series) if kind == "xlsx" else {}
        for finding in found:
            yield exports.sheet_row(finding, addresses) if kind == "xlsx" else exports.finding_row(finding)
        return
    seen: set[str] = set()
    for finding in found:
        if finding.verdict.status.value != "dropped" and finding.passage.id not in seen:
            seen.add(finding.passage.id)
            yield from exports.mention_rows(finding)
