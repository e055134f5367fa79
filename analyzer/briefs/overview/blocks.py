"""The overview as a row of blocks: headings, lists, tables and a map, which each kind of document draws in its way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that open an address, where there is one."""

    words: str
    address: str | None = None

    def __str__(self) -> str:
        return self.words


Cell = str | Linked


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 0 is the title."""

    words: str
    level: int


@dataclass(frozen=True, slots=True)
class Lines:
    """A list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; `widths` are centimetres on paper."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One economy on the map: where it lies, its code, its name, and the figure that colours it."""

    column: int
    row: int
    code: str
    name: str
    figure: int


@dataclass(frozen=True, slots=True)
class Map:
    """Equal tiles, one an economy, coloured by a figure; `legend` says which."""

    tiles: tuple[Tile, ...]
    legend: str
    columns: int

    def shade(self, tile: Tile) -> str:
        """The tile's colour, as "F3C8C2"."""
        return SHADES[min(tile.figure, len(SHADES) - 1)]


Block = Heading | Lines | Sheet | Map
SHADES = ("E8EBF0", "FBE3D0", "F7C9A4", "F0A56C", "E07B39", "C4561A", "93380B")
