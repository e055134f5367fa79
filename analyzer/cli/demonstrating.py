"""`analyzer demo`: the built-in sample, end to end."""

from __future__ import annotations

import json as encoding
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.options import AsJson
from analyzer.cli.showing import console, place, plain, ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.records import Finding


def demo(
    folder: Annotated[
        Path | None, typer.Option(help="Where the note and the store go; a new folder, by default.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Add the sample editions, show what is new, write a note."""
    from analyzer import assets, briefs, queries
    from analyzer.cli.adding import tell
    from analyzer.pipeline import add
    from analyzer.store import Store

    target = folder or Path(tempfile.mkdtemp(prefix="analyzer-demo-"))
    target.mkdir(parents=True, exist_ok=True)
    samples = sorted((assets.corpora() / "sample").glob("*.pdf"))
    out = console()
    out.quiet = json
    out.print("Illustrative editions of a report that does not exist; the economies are real, the findings are not.\n")
    with Store.open(target / "demo.sqlite", create=True) as store:
        started = time.monotonic()
        summary = add(store, samples, jobs=1)
        if not json:
            tell(summary, seconds=time.monotonic() - started)
        year = queries.year_held(store, "ite")
        found = queries.findings(store, year=year, series="ite", status=["new", "relisted"], boilerplate=False)
        out.print(f"\n[bold]Listed anew in {year}:[/bold]")
        for line in _listed_anew(found):
            out.print(line)
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


def _listed_anew(found: Sequence[Finding]) -> Iterator[str]:
    """A line for each matter, and one for the editions that are not held."""
    from analyzer.vocab import economies, sections

    for finding in found:
        verdict, passage = finding.verdict, finding.passage
        if verdict.follows is None:
            before = f" (last listed {verdict.last_listed_before})" if verdict.last_listed_before else ""
            heading = passage.heading[-1] if passage.heading else sections.title(passage.section)
            name = economies.name_of(finding.economy, year=verdict.year)
            where = place(passage.printed_page, passage.pdf_page)
            yield f"  {name}: {plain(heading)}: {verdict.status.value}{before}, {where}"
    missing = sorted({year for finding in found for year in finding.verdict.missing_editions})
    if missing:
        yield f"  not held: {ranges(missing)}"
