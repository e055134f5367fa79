"""An overview as a Word document, on a plain page or on a house template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.briefs import grid, paper
from analyzer.briefs.housing import Words, write
from analyzer.briefs.overview.blocks import Block, Cell, Heading, Lines, Linked, Map, Sheet
from analyzer.briefs.overview.layout import blocks
from analyzer.briefs.overview.records import Overview

if TYPE_CHECKING:
    from docx.document import Document

_HEAD = "E3E8F0"


def render(overview: Overview, path: Path, *, template: Path | None = None) -> None:
    """Write the overview as a .docx file; a `template` is filled as for a note."""
    words = Words(overview.title, "", overview.year, overview.report)
    write(path, words, lambda document: _fill(document, overview), template=template)


def _fill(document: Document, overview: Overview) -> None:
    for block in blocks(overview):
        _draw(document, block)


def _draw(document: Document, block: Block) -> None:
    match block:
        case Heading(words, level):
            paper.heading(document, words, level)
        case Lines(lines):
            paper.bullets(document, lines)
        case Sheet(head, rows, widths):
            body = [[_cell(document, cell) for cell in row] for row in rows]
            grid.draw(document, [[(name, _HEAD, None) for name in head], *body], widths)
        case Map():
            _map(document, block)


def _cell(document: Document, cell: Cell) -> grid.Cell:
    if isinstance(cell, Linked) and cell.address is not None:
        return cell.words, None, grid.relation(document, cell.address)
    return str(cell), None, None


def _map(document: Document, block: Map) -> None:
    high = 1 + max((tile.row for tile in block.tiles), default=0)
    cells: list[list[grid.Cell]] = [[("", None, None)] * block.columns for _ in range(high)]
    for tile in block.tiles:
        words = f"{tile.code}\n{tile.figure or ''}"
        cells[tile.row][tile.column] = (words, block.shade(tile), None)
    grid.draw(document, cells, [paper.WIDTH / block.columns] * block.columns, head=0, lines=False)
    document.add_paragraph(block.legend)
