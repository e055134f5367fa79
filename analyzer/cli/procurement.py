"""Verbs about public procurement: agreements and offsets."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analyzer.cli.options import Economy, Format, Json, OnlyYear, Output, Series, StorePath, opened
from analyzer.cli.showing import console, place, plain, ranges, short, short_ranges, show, table_of

if TYPE_CHECKING:
    from analyzer.queries import OffsetYear, Regime, StandingEvent
    from analyzer.queries.regimes import RegimeTerm

_TERM_WORDS = {
    "threshold": "from ",
    "agency": "by ",
    "binds": "binds ",
    "basis": "under ",
    "guarantee": "guarantee of ",
    "penalty": "penalty of ",
}
_WIDE = 140  # columns from which on there is room for sentences
_NO_CHANGE = "Silence is no change of standing, nor is an accession no longer spoken of."
_PARTNER = {"qualifying": "partner", "negotiating": "in talks", "case_by_case": "by case"}


def agreements(
    economy: Economy = None,
    year: OnlyYear = None,
    events: Annotated[bool, typer.Option("--events", help="Only changes of standing between editions.")] = False,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """Show who is in the GPA, by the reports and by dated lists.

    Without an economy and a year: a matrix of all editions held.
    """
    from analyzer import queries

    with opened(store) as held:
        changed = queries.gpa_events(held, economy=economy, year=year, series=series)
        if events:
            rows = [asdict(event) for event in changed]
            show(rows, format, table=lambda: _show_events(changed), output=output, json=json)
            return
        code = queries.economy_code(economy) if economy else None
        if year is not None:
            standings = queries.standings_of(queries.agreements(held, year=year, series=series), code)
        else:
            standings = queries.matrix(held, economy=economy, series=series)
    rows = [queries.beside(standing, asked=code) for standing in standings]

    def table() -> None:
        if year is not None:
            _show_year(rows)
        elif economy is None:
            _show_matrix(rows)
        else:
            _show_thread(rows)
        _show_events(changed if economy or year else [])

    show(rows, format, table=table, output=output, json=json)


def _said(status: str, since: str | None) -> str:
    from analyzer.queries import iso_date

    return f"{status} {iso_date(since)}".rstrip()


def _listed(row: dict[str, Any]) -> str:
    """The list's standings on the day of the edition, the weightiest first, a line each."""
    also = row["reference_also"].replace(" since ", " ").split("; ")
    return "\n".join(filter(None, (f"{row['reference']} {row['reference_since']}".rstrip(), *also)))


def _show_year(rows: list[dict[str, Any]]) -> None:
    from analyzer.queries.agreements import UNSTATED

    out = console()
    view = table_of("", "by the report", "page", "by the list", "RDP", "FTA chapter*", "check")
    for row in rows:
        view.add_row(
            row["economy"],
            _said(row["status"], row["since"]),
            place(row["printed_page"], row["pdf_page"]),
            _listed(row),
            _PARTNER.get(row["rdp"], row["rdp"]),
            row["fta"].replace("United States-", "US-"),
            row["check"],
        )
    out.print(view)
    stated = sum(row["status"] not in UNSTATED for row in rows)
    out.print(f"{stated} of {len(rows)} economies stated. {_NO_CHANGE}")


def _show_matrix(rows: list[dict[str, Any]]) -> None:
    from analyzer.queries.agreements import LETTERS, MEANINGS
    from analyzer.queries.reference import MARKS

    years = sorted({row["year"] for row in rows})
    cells: dict[str, dict[int, str]] = {}
    listed: dict[str, str] = {}
    for row in rows:
        cells.setdefault(row["economy"], {})[row["year"]] = LETTERS[row["status"]] + MARKS.get(row["check"], "")
        listed[row["economy"]] = LETTERS.get(row["reference"], "-") + row["reference_since"][2:4]
    typer.echo("    " + "".join(f"{year % 100:02} " for year in years) + "list")
    for code, by_year in cells.items():
        typer.echo(f"{code:4}" + "".join(f"{by_year.get(year, ''):<3}" for year in years) + listed[code])
    meant = [f"{letter} {MEANINGS[status]}" for status, letter in LETTERS.items()]
    typer.echo(", ".join(meant[:4]) + ",")
    typer.echo(", ".join(meant[4:]) + ";")
    typer.echo("! differs from the dated list, ? it has no entry for that day. The list stands last, as on the day")
    typer.echo("of the latest edition, its weightiest standing.")
    typer.echo(_NO_CHANGE)


def _show_thread(rows: list[dict[str, Any]]) -> None:
    out = console()
    room = out.width >= _WIDE
    view = table_of("", "year", "by the report", "by the list", "check", "page", *["sentence*"] * room)
    for row in rows:
        cells = (
            row["economy"],
            str(row["year"]),
            _said(row["status"], row["since"]),
            _listed(row),
            row["check"],
            place(row["printed_page"], row["pdf_page"]),
        )
        view.add_row(*cells, *[plain(short(row["sentence"] or "", 110))] * room)
    out.print(view)
    if not room:
        out.print(f"The sentences stand beside them {_WIDE} columns wide, or with --format json.")


def _show_events(changed: list[StandingEvent]) -> None:
    if not changed:
        return
    out = console()
    view = table_of("", "edition", "change of standing*", "page", title="Changes")
    for event in changed:
        told = f" (by its date it began before the {event.previous_year} edition)" if event.restated else ""
        view.add_row(event.economy, str(event.year), event.words + told, place(event.printed_page, event.pdf_page))
    out.print(view)


def offsets(
    economy: Economy = None,
    year: OnlyYear = None,
    by_year: Annotated[bool, typer.Option("--by-year", help="Who speaks of offsets, edition by edition.")] = False,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """Show offset regimes as the reports describe them.

    Each with its domain, whether it is asked for, terms, years and page.
    """
    from analyzer import queries
    from analyzer.exports import example

    with opened(store) as held:
        if by_year:
            years = queries.offsets_by_year(held, economy=economy, year=year, series=series)
            rows = [asdict(entry) for entry in years]
            show(rows, format, table=lambda: _show_years(years), output=output, json=json)
            return
        regimes = queries.offsets(held, economy=economy, year=year, series=series)
    show(
        [{**asdict(r), "first": r.first, "last": r.last} for r in regimes],
        format,
        table=lambda: _show_regimes(regimes, sentences=economy is not None),
        output=output,
        json=json,
        head=(*example(queries.Regime), "first", "last"),
    )


def _show_regimes(regimes: list[Regime], *, sentences: bool) -> None:
    from rich.padding import Padding

    from analyzer.queries.senses import ASKED
    from analyzer.vocab import economies

    out = console()
    for r in regimes:
        domain = "" if r.domain == "unspecified" else f"{r.domain} "
        page = place(r.printed_page, r.pdf_page)
        who = f"[bold]{r.economy}[/bold] {economies.name_of(r.economy, year=r.last)}"
        out.print(f"{who}, {domain}{r.norm.replace('_', ' ')}: {ASKED[r.polarity]}, {ranges(r.years)}  {page}")
        terms = "; ".join(map(_term, r.terms))
        for line in (terms, f"“{plain(short(r.sentence, 300))}”" if sentences else "", plain(r.turned)):
            if line:
                out.print(Padding(line, (0, 0, 0, 4)))
    count = "1 regime" if len(regimes) == 1 else f"{len(regimes)} regimes"
    out.print(f"{count}. Absence from a report does not mean that an economy asks for no offsets.")
    if any(r.polarity == "other" for r in regimes):
        out.print("Spoken of otherwise: planned, pledged away, defined, or named beside something else.")


def _term(term: RegimeTerm) -> str:
    word = _TERM_WORDS.get(term.kind, "")
    return f"{word}{plain(term.said)} ({short_ranges(term.years)})"


def _show_years(years: list[OffsetYear]) -> None:
    from analyzer.vocab import economies

    out = console()
    view = table_of("year", "mentions>", "economies*")
    for entry in years:
        asked, rest = (
            sorted(economies.name_of(code, year=entry.year) for code in codes)
            for codes in (entry.required, (*entry.not_required, *entry.other))
        )
        view.add_row(str(entry.year), str(entry.mentions), ", ".join([*asked, *(f"({name})" for name in rest)]))
    out.print(view)
    out.print("In brackets: only said to have none, to have ended them, or to plan, define or phase them out.")
    for turned in (turned for entry in years for turned in entry.turned):
        out.print(plain(turned))
