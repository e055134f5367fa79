"""The map of an edition: a tile for each economy, darker the more findings of a kind it has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from analyzer.vocab import economies, tiles
from analyzer.web.counting import Count

SIZE, GAP = 40, 4
_SHADES = 5


@dataclass(frozen=True, slots=True)
class Tile:
    """One economy on the map; `shade` is None where the edition has no chapter on it, else 0 (none) to 5 (most)."""

    code: str
    name: str
    x: int
    y: int
    count: int
    shade: int | None


@dataclass(frozen=True, slots=True)
class TileMap:
    """The tiles, the size of the drawing, and the least count of each shade from 1."""

    tiles: tuple[Tile, ...]
    left: int
    width: int
    height: int
    steps: tuple[int, ...]


def tile_map(rows: Sequence[Count], ever: Collection[str], statuses: Collection[str], *, year: int) -> TileMap:
    """The map of the economies that any edition has a chapter on, by their findings of these statuses in this one."""
    counts = {row.key: sum(row.by_status[s] for s in statuses) for row in rows if row.chapter}
    steps = _steps(counts.values())
    step = SIZE + GAP
    found = [
        Tile(
            code,
            economies.name_of(code, year=year),
            x * step,
            y * step,
            counts.get(code, 0),
            sum(counts[code] >= least for least in steps) if code in counts else None,
        )
        for code, (x, y) in tiles.laid_out({*ever, *counts}).items()
        if code in economies.codes()
    ]
    left = min((t.x for t in found), default=0)
    width = max((t.x for t in found), default=0) - left + SIZE
    return TileMap(tuple(sorted(found, key=lambda t: (t.y, t.x))), left, width, _bottom(found), steps)


def _bottom(found: Sequence[Tile]) -> int:
    return max((t.y for t in found), default=0) + SIZE


def _steps(counts: Collection[int]) -> tuple[int, ...]:
    """The least count of each shade: every shade has about as many economies."""
    some = sorted(n for n in counts if n)
    if not some:
        return ()
    return tuple(sorted({some[len(some) * i // _SHADES] for i in range(_SHADES)}))
