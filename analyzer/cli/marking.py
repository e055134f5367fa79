"""Verbs that mark mentions in texts: tag and show."""

from __future__ import annotations

import json as encoding
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import AsJson, Output, StorePath, opened
from analyzer.cli.showing import say

_NAME = "Name another file: analyzer tag IN.jsonl OUT.jsonl"
_NO_LINES = frozenset({".csv", ".xlsx", ".parquet", ".docx", ".pdf"})


def tag(
    source: Annotated[Path, typer.Argument(help='Lines of JSON with "id" and "text".')],
    target: Annotated[Path, typer.Argument(help='The same with "spans"; or a page to look at (.html).')],
    json: AsJson = False,
) -> None:
    """Tag offsets, agreements and countries in lines of JSON."""
    from analyzer.errors import AnalyzerError
    from analyzer.mentions import read_lines, tag_lines

    if target.exists() and target.samefile(source):
        raise AnalyzerError("it would be overwritten with what is made of it.", where=str(target), remedy=_NAME)
    if target.suffix.lower() in _NO_LINES or str(target) == "-":
        raise AnalyzerError("mentions are written as JSON lines, or as a page.", where=str(target), remedy=_NAME)
    if target.suffix.lower() in (".html", ".htm"):
        from analyzer.mentions.markup import Shown, as_html

        shown = [Shown(row["text"], str(row.get("id", "")), chapter, year) for row, chapter, year in read_lines(source)]
        target.write_text(as_html(shown, title=source.name), encoding="utf-8")
        count, done = len(shown), "shown"
    else:
        count, done = tag_lines(source, target), "tagged"
    say({"texts": count, "file": str(target)}, f"{count:,} texts {done}: {target}", json=json)


def show(
    passages: Annotated[list[str], typer.Argument(help="Ids of passages, as findings --json gives them.")],
    output: Output = None,
    store: StorePath = None,
    json: Annotated[bool, typer.Option("--json", help="The passages and their mentions as JSON.")] = False,
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
    if json:
        rows = [
            {**asdict(passage), "mentions": [asdict(m) for m in said]}
            for passage, said in (found[name] for name in passages)
        ]
        text = encoding.dumps(rows, ensure_ascii=False, default=dict)
        if output is None:
            typer.echo(text)
        else:
            output.write_text(text, encoding="utf-8")
        return
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
