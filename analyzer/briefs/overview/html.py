"""An overview as one HTML page that needs no network."""

from __future__ import annotations

from markupsafe import Markup, escape

from analyzer.briefs.html import template
from analyzer.briefs.overview.blocks import Heading, Lines, Linked, Map, Sheet, Tile
from analyzer.briefs.overview.layout import blocks
from analyzer.briefs.overview.records import Overview

SIDE, GAP = 40, 3  # pixels


def render(overview: Overview) -> str:
    """The whole overview as HTML text; everything taken from reports is escaped."""
    kinds = {Heading: "heading", Lines: "lines", Sheet: "sheet", Map: "map"}
    parts = [(kinds[type(block)], block) for block in blocks(overview)]
    page = template("overview.html.j2").render(title=overview.title, parts=parts, drawn=drawn, linked=_is_linked)
    return page + "\n"


def _is_linked(cell: object) -> bool:
    return isinstance(cell, Linked) and cell.address is not None


def drawn(block: Map) -> Markup:
    """The map as an SVG element of our own making; names in it are escaped."""
    step = SIDE + GAP
    height = step * (1 + max((tile.row for tile in block.tiles), default=0))
    body = "".join(_tile(block, tile, step) for tile in block.tiles)
    return Markup(  # noqa: S704
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {step * block.columns} {height}" role="img" '
        f'aria-label="{escape(block.legend)}" font-family="sans-serif" text-anchor="middle">{body}</svg>'
    )


def _tile(block: Map, tile: Tile, step: int) -> str:
    x, y = tile.column * step, tile.row * step
    ink = "#ffffff" if tile.figure >= 4 else "#1a1d21"
    return (
        f'<g><title>{escape(tile.name)}: {tile.figure}</title><rect x="{x}" y="{y}" width="{SIDE}" height="{SIDE}" '
        f'rx="4" fill="#{block.shade(tile)}"/><text x="{x + SIDE // 2}" y="{y + 17}" font-size="12" '
        f'fill="{ink}">{escape(tile.code)}</text><text x="{x + SIDE // 2}" y="{y + 33}" font-size="12" '
        f'font-weight="bold" fill="{ink}">{tile.figure or ""}</text></g>'
    )
