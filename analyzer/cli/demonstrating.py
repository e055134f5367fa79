"""`analyzer demo`: the built-in sample, end to end."""

from __future__ import annotations

import json as encoding
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import AsJson
from analyzer.cli.showing import console, place, plain, ranges


def demo(
    folder: Annotated[
        Path | None, typer.Option(help="Where the note and the store go; a new folder, by default.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Add the sample editions, show what is newly listed, and write a briefing note."""
    from analyzer import assets, briefs, queries
    from analyzer.cli.adding import tell
    from analyzer.pipeline import add
    from analyzer.store import Store
    from analyzer.vocab import economies, sections

    target = folder or Path(tempfile.mkdtemp(prefix="analyzer-demo-"))
    target.mkdir(parents=True, exist_ok=True)
    samples = sorted((assets.corpora() / "sample").glob("*.pdf"))
    out = console()
    out.quiet = json
    out.print("Illustrative editions of a report that does not exist; the economies are real, the findings are not.\n")
    with Store.open(target / "demo.sqlite", create=True) as store:
        import time

        started = time.monotonic()
        summary = add(store, samples, jobs=1)
        if not json:
            tell(summary, seconds=time.monotonic() - started)
        year = queries.year_held(store, "ite")
        found = queries.findings(store, year=year, series="ite", status=["new", "relisted"], boilerplate=False)
        out.print(f"\n[bold]Listed anew in {year}:[/bold]")
        for f in found:
            if f.verdict.follows is None:
                before = f" (last listed {f.verdict.last_listed_before})" if f.verdict.last_listed_before else ""
                heading = f.passage.heading[-1] if f.passage.heading else sections.title(f.passage.section)
                name = economies.name_of(f.economy, year=year)
                where = place(f.passage.printed_page, f.passage.pdf_page)
                out.print(f"  {name}: {plain(heading)}: {f.verdict.status.value}{before}, {where}")
        missing = sorted({y for f in found for y in f.verdict.missing_editions})
        if missing:
            out.print(f"  not held: {ranges(missing)}")
        note = briefs.compose(store, "KOR", year, series="ite")
        paths = [briefs.render(note, target / f"korea-{year}{ending}") for ending in (".md", ".docx")]
    out.print(
        f"\nBriefing note: {paths[0]}\n     for Word: {paths[1]}\nStore:         {target / 'demo.sqlite'}",
        soft_wrap=True,
    )
    if json:
        from analyzer.exports import finding_row

        rows = [finding_row(f) for f in found if f.verdict.follows is None]
        said = {"year": year, "findings": rows, "notes": list(map(str, paths)), "store": str(target / "demo.sqlite")}
        typer.echo(encoding.dumps(said, ensure_ascii=False))
