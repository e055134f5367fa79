"""Rows shown as a table, JSON or CSV."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.errors import AnalyzerError, UnknownChoice
from analyzer.vocab import years as in_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

WIDTH = 100
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def console() -> Console:
    """Standard output, 100 columns wide where it is no terminal and COLUMNS does not say otherwise."""
    from rich.console import Console

    plain = Console(highlight=False, soft_wrap=False)
    return plain if plain.is_terminal or os.environ.get("COLUMNS") else Console(highlight=False, width=WIDTH)


def plain(text: object) -> str:
    """Text from a report made safe for a terminal and for Rich's markup."""
    from rich.markup import escape

    return escape(_CONTROL.sub(" ", "" if text is None else str(text)))


def lit(text: str, places: Iterable[tuple[int, int]]) -> Text:
    """Text from a report made safe for a terminal, with these stretches in bold where it shows that."""
    from rich.text import Text

    shown = Text(_CONTROL.sub(" ", text))
    for start, end in places:
        shown.stylize("bold", start, end)
    return shown


def show(
    rows: Sequence[Mapping[str, Any]],
    kind: str,
    *,
    table: Callable[[], None],
    output: Path | None = None,
    json: bool = False,
    sheet: Callable[[], Sequence[Mapping[str, Any]]] | None = None,
    head: Iterable[str] = (),
    whole: Mapping[str, Any] | None = None,
) -> None:
    """Print the rows in the format asked for, or write them to a file; `table` prints the table.

    `sheet` gives the rows as people read them in Excel, where they differ; `head` the columns of a CSV without rows;
    `whole` is what JSON holds instead of the rows, where they are part of one answer.
    """
    chosen = "json" if json else kind
    if output is not None:
        from analyzer.exports import kind_of, write
        from analyzer.exports.writing import write_answer

        into = kind_of(output) if chosen == "table" else chosen
        if whole is not None and into == "json":
            write_answer(whole, output)
            sys.stderr.write(f"written: {output}\n")
            return
        write(sheet() if sheet is not None and into == "xlsx" else rows, into, output, head=head)
        sys.stderr.write(f"{len(rows)} rows written to {output}\n")
    elif chosen == "table":
        table()
    elif whole is not None and chosen == "json":
        from analyzer.exports.writing import answer_text

        sys.stdout.write(answer_text(whole))
    elif chosen in ("json", "jsonl", "csv"):
        from analyzer.exports.writing import as_text

        for piece in as_text(rows, chosen, head=head):
            sys.stdout.write(piece)
    elif chosen in ("xlsx", "parquet"):
        raise AnalyzerError(f"{chosen} cannot be printed.", remedy=f"Name a file: -o findings.{chosen}")
    else:
        raise UnknownChoice("format", chosen, ("table", "json", "jsonl", "csv", "xlsx", "parquet"))


def say(answer: object, words: str, *, json: bool) -> None:
    """Print what a verb did: as JSON where asked for, else in words."""
    if json:
        import json as encoding

        words = encoding.dumps(answer, ensure_ascii=False)
    sys.stdout.write(f"{words}\n")


def place(printed: str | None, pdf: int | None) -> str:
    """A page as readers cite it: "p. 251 (PDF 259)"."""
    if printed and pdf:
        return f"p. {printed} (PDF {pdf})"
    return f"PDF {pdf}" if pdf else ""


def ranges(years: Sequence[int]) -> str:
    """Years in short, with a plain hyphen: "1995-1998, 2025"."""
    return in_words.ranges(years, dash="-")


def short(text: str, length: int) -> str:
    """The text's beginning, cut between words."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + "…"


def short_ranges(years: Sequence[int]) -> str:
    """Years in one short phrase: "1995-2025 (20)" where they are many."""
    said = ranges(years)
    return said if len(said) <= 16 else f"{years[0]}-{years[-1]} ({len(years)})"


def table_of(*columns: str, title: str | None = None, padding: tuple[int, int, int, int] = (0, 1, 0, 1)) -> Table:
    """A table; a column ending in ">" stands at the right, one ending in "*" takes the room that is left."""
    from rich import box
    from rich.table import Table

    wide = any(column.endswith("*") for column in columns)
    table = Table(
        box=box.SIMPLE_HEAD,
        title=title,
        title_justify="left",
        pad_edge=False,
        show_edge=False,
        expand=wide,
        padding=padding,
    )
    for column in columns:
        table.add_column(
            column.rstrip(">*"),
            justify="right" if column.endswith(">") else "left",
            ratio=1 if column.endswith("*") else None,
        )
    return table
