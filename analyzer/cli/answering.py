"""Verbs that answer: reports, chapters, findings, history, search."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.options import (
    Economy,
    Format,
    Json,
    NeededEconomy,
    OnlyEconomy,
    OnlyYear,
    Output,
    Series,
    StorePath,
    Year,
    opened,
)
from analyzer.cli.showing import console, lit, place, plain, ranges, short, show, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table

    from analyzer.queries import Appearance, History
    from analyzer.records import Finding

FirstYear = Annotated[int | None, typer.Option("--from", help="Only editions from this year on.")]
LastYear = Annotated[int | None, typer.Option("--to", help="Only editions up to this year.")]
WithBoilerplate = Annotated[bool, typer.Option("--boilerplate", help="Show text that is no barrier, too.")]

SHOWN = 500  # findings that a table shows; files hold all


def reports(store: StorePath = None, format: Format = "table", json: Json = False, output: Output = None) -> None:
    """List the editions held."""
    with opened(store) as held:
        rows = held.reports()

    def table() -> None:
        view = table_of("report", "title", "chapters from", "passages>", "unplaced>")
        for r in rows:
            account = r["account"]
            view.add_row(
                r["id"],
                plain(r["title"]),
                f"{plain(short(r['file'], 24))} ({account['total']} {account['unit']}s)",
                f"{r['passages'] or 0:,}",
                str(account["unplaced"]),
            )
        console().print(view)

    show(rows, format, table=table, output=output, json=json)


def chapters(
    year: Year = None,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """List an edition's chapters with their first pages."""
    from analyzer import queries

    with opened(store) as held:
        name = queries.series_held(held, series)
        chosen = queries.year_held(held, name, year)
        found = held.chapters(name, chosen)

    def table() -> None:
        view = table_of("economy", "chapter", "page>", "PDF page>", "words>", "notes", title=f"{name.upper()} {chosen}")
        for c in found:
            notes = [f"covers {', '.join(c.members)}"] if c.members and len(c.members) <= 8 else []
            notes += [f"covers {len(c.members)} states"] if len(c.members) > 8 else []
            notes += [short(("torn: " if c.torn else "") + "; ".join(c.notes), 60)] if c.notes else []
            view.add_row(
                c.economy, plain(c.name), c.printed_page or "", str(c.pdf_page or ""), f"{c.words:,}", "; ".join(notes)
            )
        console().print(view)
        console().print(f"{len(found)} chapters")

    show([asdict(c) for c in found], format, table=table, output=output, json=json)


def findings(
    economy: Economy = None,
    year: Year = None,
    status: Annotated[str | None, typer.Option(help="new,relisted,changed,continued,dropped")] = None,
    label: Annotated[str | None, typer.Option(help="Only passages that mention OFFSET, AGREEMENT, ...")] = None,
    section: Annotated[str | None, typer.Option(help="Category, such as procurement.")] = None,
    boilerplate: WithBoilerplate = False,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """Show an edition's passages with status, page and evidence."""
    from analyzer import queries
    from analyzer.exports import example, finding_row, sheet_row
    from analyzer.records import Finding

    statuses = [s.strip() for s in status.split(",") if s.strip()] if status else None
    with opened(store) as held:
        found = queries.findings(
            held,
            economy,
            year=year,
            status=statuses,
            label=label,
            section=section,
            boilerplate=boilerplate or label is not None,
            series=series,
        )
        addresses = queries.addresses(held, queries.series_held(held, series))
    show(
        [finding_row(f) for f in found],
        format,
        table=lambda: _show_findings(found),
        output=output,
        json=json,
        sheet=lambda: [sheet_row(f, addresses) for f in found],
        head=example(Finding),
    )


def _show_findings(found: list[Finding]) -> None:
    from analyzer.vocab import economies, sections

    out = console()
    for finding in found[:SHOWN]:
        passage, verdict = finding.passage, finding.verdict
        heading = " > ".join((sections.title(passage.section), *passage.heading))
        where = place(passage.printed_page, passage.pdf_page) or f"{passage.year}, table text"
        name = economies.name_of(verdict.economy, year=verdict.year)
        out.print(f"[bold]{name} {verdict.year}: {verdict.status.value.upper()}[/bold]  {plain(heading)}  {where}")
        since = _since(finding)
        if since:
            out.print(f"  {since}")
        out.print(f"  “{plain(short(passage.text, 420))}”")
        if verdict.evidence is not None and verdict.status.value != "dropped":
            word = "evidence" if verdict.status.value != "new" else "nearest before, not the same"
            page = f", p. {verdict.evidence.page}" if verdict.evidence.page else ""
            out.print(
                f"  {word} ({verdict.evidence.year}{page}; {verdict.evidence.score:.2f}): "
                f"“{plain(short(verdict.evidence.text, 320))}”"
            )
        out.print()
    missing = sorted({y for f in found for y in f.verdict.missing_editions})
    compared = sorted({f.verdict.compared_with for f in found if f.verdict.compared_with})
    if len(found) > SHOWN:
        out.print(f"The first {SHOWN} of them; name an economy, a year or a status, or write all with --format csv.")
    out.print(f"{len(found)} finding(s)" + (f"; compared with {ranges(compared)}" if compared else ""))
    if missing:
        out.print(f"Not held: {ranges(missing)}. What is called new or relisted may have stood there.")
    if any(f.verdict.status.value == "dropped" for f in found):
        out.print("Dropped means no longer described: that is not removal of the barrier.")


def _since(finding: Finding) -> str:
    verdict = finding.verdict
    parts = []
    if verdict.left_out:
        parts.append("a point left out of a matter that goes on")
    if verdict.last_listed_before:
        first = f"first {verdict.first_listed}, " if verdict.first_listed else ""
        parts.append(f"listed before: {first}last {verdict.last_listed_before}")
    if verdict.compared_with:
        parts.append(f"compared with {verdict.compared_with}")
    if verdict.missing_editions:
        parts.append(f"not held: {ranges(verdict.missing_editions)}")
    if verdict.ruled_by is not None:
        parts.append(f"ruled by {plain(verdict.ruled_by)}")
    elif verdict.status.value != "dropped":
        parts.append(f"p_new {verdict.p_new:.2f}")
    if verdict.change is not None:
        parts.append(f"change: {verdict.change.kind.value}")
    return "; ".join(parts)


def listings(
    economy: NeededEconomy,
    year: Annotated[int | None, typer.Option("--year", "-y", help="Only what this edition lists.")] = None,
    boilerplate: WithBoilerplate = False,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """List the matters ever listed of an economy, with editions."""
    from analyzer import queries
    from analyzer.exports import example, listing_row
    from analyzer.records import Listing

    with opened(store) as held:
        name, code = queries.series_held(held, series), queries.economy_code(economy)
        if year is not None:
            queries.year_held(held, name, year)
        every = held.listings(name, code, boilerplate=boilerplate)
        found = [entry for entry in every if year is None or year in entry.years]

    def table() -> None:
        view = table_of("listed in", "matter*")
        for entry in found[:SHOWN]:
            view.add_row(ranges(entry.years), plain(short(entry.title, 120)))
        console().print(view)
        if len(found) > SHOWN:
            console().print(f"The first {SHOWN} of them; name a year, or write all with --format csv.")
        console().print(f"{len(found)} listing(s)")

    show([listing_row(entry) for entry in found], format, table=table, output=output, json=json, head=example(Listing))


def history(
    economy: NeededEconomy,
    words: Annotated[
        list[str], typer.Argument(help="The matter: defense offset. Words in quotation marks stand side by side.")
    ],
    limit: Annotated[int, typer.Option(help="Threads to name.")] = 3,
    every: Annotated[bool, typer.Option("--every", help="Show every passage of these threads.")] = False,
    first: FirstYear = None,
    last: LastYear = None,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """Show what the editions say of a matter, year by year."""
    from analyzer import queries

    with opened(store) as held:
        query = " ".join(words)
        found = queries.history(held, economy, query, series=series, limit=limit, first=first, last=last)
    passages = [a for t in found.threads for a in t.appearances] if every else found.best_by_year
    show(
        [asdict(a) for a in passages],
        format,
        table=lambda: _show_history(found, every),
        output=output,
        json=json,
        whole=asdict(found),
    )


def _show_history(found: History, every: bool) -> None:
    out = console()
    told = [("said in", found.years_said), ("perhaps in other words in", found.years_in_other_words),
            ("part of the words in", found.years_partly), ("not in", found.years_not_said),
            ("nothing on this economy in", found.years_without_chapter), ("not held:", found.not_held)]  # fmt: skip
    line = "; ".join(f"{words} {ranges(years)}" for words, years in told if years)
    out.print(f"{plain(short(found.query, 60))}: {line}")
    if found.also_looked_for:
        out.print(f"  looked for as well: {plain(', '.join(found.also_looked_for))}")
    if found.not_found:
        out.print(f"  in no passage on this economy: {plain(', '.join(found.not_found))}")
    out.print()
    if not every:
        out.print(_by_year(found, found.best_by_year))
        if found.years_in_other_words:
            out.print("  ~ the same matter by comparison with other editions, not by its words")
        out.print()
    for thread in found.threads:
        count = len(thread.appearances)
        out.print(f"[bold]{plain(short(thread.title, 90))}[/bold]: {ranges(thread.years)}, {count} passage(s)")
        if every:
            out.print(_by_year(found, thread.appearances))
            out.print()
    if not every:
        out.print("These threads hold most of it; --every shows all their passages, --limit N names more threads.")


def _by_year(found: History, passages: Iterable[Appearance]) -> Table:
    from analyzer.store import snippet
    from analyzer.vocab.word_forms import pattern_of, places

    words = [pattern_of(word.ways) for word in found.looked_for]
    view = table_of("year", "status", "page", "text*")
    for a in passages:
        text = snippet(a.sentence, words)
        year = str(a.year) if a.holds_words else f"{a.year} ~"
        view.add_row(year, a.status, place(a.printed_page, a.pdf_page), lit(text, places(text, words)))
    return view


def search(
    words: Annotated[list[str], typer.Argument(help="Words to look for; those in quotation marks stand side by side.")],
    economy: OnlyEconomy = None,
    year: OnlyYear = None,
    first: FirstYear = None,
    last: LastYear = None,
    limit: Annotated[int, typer.Option(help="Hits to show.")] = 10,
    series: Annotated[str | None, typer.Option(help="Only this series; all, by default.")] = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """Find passages by their words, the best first."""
    from analyzer import queries
    from analyzer.errors import AnalyzerError
    from analyzer.store import ways_of

    query = " ".join(words)
    if not ways_of(query):
        raise AnalyzerError("there is no word to look for.", remedy="As in: analyzer search offsets")
    with opened(store) as held:
        hits = queries.search(
            held, query, economy=economy, series=series, year=year, first=first, last=last, limit=limit
        )

    def table() -> None:
        view = table_of("year", "economy", "page", "heading", "text*")
        for hit in hits:
            p = hit.passage
            heading = p.heading[-1] if p.heading else p.printed_section or ""
            view.add_row(
                str(p.year),
                p.chapter,
                place(p.printed_page, p.pdf_page),
                plain(short(heading, 28)),
                lit(hit.snippet, hit.places),
            )
        console().print(view)
        if hits and not any(hit.every for hit in hits):
            console().print("None holds all of these words as they are: these hold some, or kindred ones.")
        full = len(hits) == limit
        console().print(f"{'The best ' * full}{len(hits)} passage(s){'; --limit shows more.' * full}")

    rows = [
        {
            "year": h.passage.year,
            "economy": h.passage.chapter,
            "section": h.passage.section,
            "heading": list(h.passage.heading),
            "pdf_page": h.passage.pdf_page,
            "printed_page": h.passage.printed_page,
            "passage_id": h.passage.id,
            "rank": round(h.rank, 4),
            "snippet": h.snippet,
        }
        for h in hits
    ]
    show(rows, format, table=table, output=output, json=json)
