"""An overview as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.briefs.markdown import linked, row, safe
from analyzer.briefs.overview.blocks import Block, Cell, Heading, Lines, Linked, Map, Sheet
from analyzer.briefs.overview.layout import blocks
from analyzer.briefs.overview.records import Overview


def render(overview: Overview) -> str:
    """The whole overview as Markdown text."""
    return "\n".join(line for block in blocks(overview) for line in (*_lines(block), "")).rstrip() + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(words, level):
            yield f"{'#' * max(1, level + (level > 0))} {safe(words)}"
        case Lines(lines):
            yield from (f"- {safe(line)}" for line in lines)
        case Sheet(head, rows, _):
            yield row(map(_cell, head))
            yield "|" + "---|" * len(head)
            yield from (row(map(_cell, cells)) for cells in rows)
        case Map(tiles, legend, _):
            yield f"{legend} (Drawn in the Word and HTML overviews.)"
            yield ""
            yield ", ".join(f"{tile.code} {tile.figure}" for tile in tiles if tile.figure)


def _cell(cell: Cell) -> str:
    return linked(cell.words, cell.address) if isinstance(cell, Linked) else safe(cell)
