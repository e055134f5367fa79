"""A map of equal tiles, one for each economy: where it lies, roughly. Drawn up by hand; no outline, no frontier."""

from __future__ import annotations

import csv
from collections.abc import Collection
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("tiles.csv")


@cache
def places() -> dict[str, tuple[int, int]]:
    """Code -> (column, row) of its tile, counted from the top left."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(lines)}


def laid_out(codes: Collection[str]) -> dict[str, tuple[int, int]]:
    """The tiles of these economies; those without a place of their own stand in a row below the map."""
    known = {code: places()[code] for code in sorted(codes) if code in places()}
    below = max((row for _, row in places().values()), default=0) + 1
    rest = [code for code in sorted(codes) if code not in places()]
    wide = width()
    return known | {code: (order % wide, below + order // wide) for order, code in enumerate(rest)}


def width() -> int:
    """The columns of the map."""
    return max(column for column, _ in places().values()) + 1
