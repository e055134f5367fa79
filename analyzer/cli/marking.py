"""Verbs that mark mentions in texts: tag and show."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import Output, StorePath, opened


def tag(
    source: Annotated[Path, typer.Argument(help='Lines of JSON with "id" and "text".')],
    target: Annotated[Path, typer.Argument(help='The same with "spans"; or a page to look at (.html).')],
) -> None:
    """Tag offsets, procurement agreements and countries in lines of JSON."""
    from analyzer.mentions import read_lines, tag_lines

    if target.suffix.lower() in (".html", ".htm"):
        from analyzer.mentions.markup import Shown, as_html

        shown = [Shown(row["text"], str(row.get("id", "")), chapter, year) for row, chapter, year in read_lines(source)]
        target.write_text(as_html(shown, title=source.name), encoding="utf-8")
        typer.echo(f"{len(shown):,} texts shown: {target}")
    else:
        typer.echo(f"{tag_lines(source, target):,} texts tagged: {target}")


def show(
    passages: Annotated[list[str], typer.Argument(help="Ids of passages, as findings --json gives them.")],
    output: Output = None,
    store: StorePath = None,
) -> None:
    """Write passages with their mentions marked as a page of HTML."""
    from analyzer.cli.showing import place
    from analyzer.errors import NothingHeld
    from analyzer.mentions.markup import Shown, as_html

    with opened(store) as held:
        found = held.by_ids(passages)
    missing = [name for name in passages if name not in found]
    if missing:
        raise NothingHeld(f"no passage has the id {missing[0]}.", remedy="Ids stand in analyzer findings --json.")
    shown = []
    for name in passages:
        p = found[name][0]
        where = place(p.printed_page, p.pdf_page)
        shown.append(Shown(p.text, f"{p.chapter} {p.year} {where}".strip(), p.chapter, p.year))
    page = as_html(shown, title=", ".join(passages))
    if output is None:
        sys.stdout.write(page)
    else:
        output.write_text(page, encoding="utf-8")
        sys.stderr.write(f"{len(shown)} passages written to {output}\n")
