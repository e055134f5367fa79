"""Ruled tables: pdfplumber finds the cells, pdfium's characters fill them, and each row becomes one line.

pdfplumber's own parser needs 0.4 s for a page of a large table; its table finder alone, over pdfium's strokes, 0.03 s.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from analyzer.reading.lines import Box, PageText, Run
from analyzer.reading.strokes import Strokes
from analyzer.records import Line, LineKind

_SNAP = 3.0  # points, pdfplumber's own defaults
_MOST_PAIRS = 20_000  # of a vertical with a horizontal rule: more is a drawing and no table; cells go by their square
CELL = " | "
Point = tuple[float, float]


@dataclass
class Row:
    """A row of cells from left to right; `texts` are the words in each."""

    cells: list[Box]
    texts: list[list[str]] = field(default_factory=list)
    box: Box | None = None  # of its words

    def take(self, column: int, word: str, box: Box) -> None:
        """Put a word into a cell."""
        self.texts[column].append(word)
        mine = self.box or box
        self.box = (min(mine[0], box[0]), min(mine[1], box[1]), max(mine[2], box[2]), max(mine[3], box[3]))

    def text(self) -> str:
        """The cells from left to right; empty ones keep their place."""
        shown = CELL.join(" ".join(words) for words in self.texts)
        return " ".join(shown.split()).rstrip("| ")


@dataclass
class Grid:
    """One table: its outline and its rows from top to bottom."""

    box: Box
    rows: list[Row]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell at this point, the nearest one inside the outline; None outside."""
        left, top, right, bottom = self.box
        if not (left <= x <= right and top <= y <= bottom):
            return None
        first = bisect_right(self.rows, y, key=lambda row: row.cells[0][1]) - 1
        for at in range(first, -1, -1):  # a cell may reach down over rows that begin below it
            for column, (x0, y0, x1, y1) in enumerate(self.rows[at].cells):
                if x0 <= x <= x1 and y0 <= y <= y1:
                    return at, column
        return min(
            ((at, column) for at, row in enumerate(self.rows) for column in range(len(row.cells))),
            key=lambda place: _away(self.rows[place[0]].cells[place[1]], x, y),
        )

    @property
    def is_table(self) -> bool:
        """Whether at least two rows hold text in two columns: else it is a frame round text, or a drawing."""
        return sum(sum(bool(words) for words in row.texts) >= 2 for row in self.rows) >= 2


def grids(drawn: Strokes) -> list[Grid]:
    """The ruled grids on a page, top to bottom, still without text."""
    if not drawn.may_hold_tables:
        return []
    from pdfplumber import table

    edges = table.merge_edges(list(_edges(drawn)), _SNAP, _SNAP, _SNAP, _SNAP)
    down = sum(edge["orientation"] == "v" for edge in edges)
    if down * (len(edges) - down) > _MOST_PAIRS:
        return []
    cells = cells_of(table.edges_to_intersections(edges, _SNAP, _SNAP))
    return [grid_of(group) for group in table.cells_to_tables(cells) if len(group) >= 4]


def cells_of(crossings: Mapping[Point, Mapping[str, Sequence[Mapping[str, float]]]]) -> list[Box]:
    """The smallest cells whose corners are crossings that edges join, in the order of their upper left corners.

    `crossings` are those that pdfplumber makes of edges: by point the edges through it, "v" down and "h" across.
    Its own way to the same cells goes over all points for each one, which took a tenth of a report's time.
    """
    down, across = ({at: set(map(_ends, edges[way])) for at, edges in crossings.items()} for way in ("v", "h"))
    below: dict[float, list[float]] = {}
    right: dict[float, list[float]] = {}
    for x, y in sorted(crossings):
        below.setdefault(x, []).append(y)
        right.setdefault(y, []).append(x)

    def cell(x: float, y: float) -> Box | None:
        for y1 in below[x][bisect_right(below[x], y) :]:
            if down[x, y].isdisjoint(down[x, y1]):
                continue
            for x1 in right[y][bisect_right(right[y], x) :]:
                joined = (x1, y1) in crossings and not across[x, y].isdisjoint(across[x1, y])
                if joined and not (down[x1, y1].isdisjoint(down[x1, y]) or across[x1, y1].isdisjoint(across[x, y1])):
                    return x, y, x1, y1
        return None

    return [found for at in sorted(crossings) if (found := cell(*at)) is not None]


def _ends(edge: Mapping[str, float]) -> Box:
    return edge["x0"], edge["top"], edge["x1"], edge["bottom"]


def grid_of(cells: Sequence[Box]) -> Grid:
    """The grid that the cells of one table make."""
    rows: dict[float, list[Box]] = {}
    for cell in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        rows.setdefault(cell[1], []).append(cell)
    return Grid(_around(cells), [Row(row, [[] for _ in row]) for row in rows.values()])


def _edges(drawn: Strokes) -> Iterator[dict[str, object]]:
    for rule in drawn.horizontal:
        yield _edge("h", rule.start, rule.end, rule.at, rule.at)
    for rule in drawn.vertical:
        yield _edge("v", rule.at, rule.at, rule.start, rule.end)
    for x0, top, x1, bottom in drawn.boxes:
        yield from (_edge("h", x0, x1, at, at) for at in (top, bottom))
        yield from (_edge("v", at, at, top, bottom) for at in (x0, x1))


def _edge(orientation: str, x0: float, x1: float, top: float, bottom: float) -> dict[str, object]:
    return {
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def with_rows(runs: Sequence[Run], found: Sequence[Grid], text: PageText) -> list[Line]:
    """The lines of a page, those of tables replaced by their rows where the first of them stood."""
    words = [list(text.words(run.first, run.last)) for run in runs]
    taken = fill(found, [word for row in words for word in row])
    frames = {at for at, grid in enumerate(found) if not grid.is_table}
    taken = [None if owner in frames else owner for owner in taken]
    lines: list[Line] = []
    shown: set[int] = set()
    at = 0
    for run, row in zip(runs, words, strict=True):
        owners, at = taken[at : at + len(row)], at + len(row)
        for owner in dict.fromkeys(owner for owner in owners if owner is not None):
            if owner not in shown:
                shown.add(owner)
                lines.extend(row_lines(found[owner], size=run.line.size))
        if all(owner is None for owner in owners):
            lines.append(run.line)
        else:
            rest = [word for word, owner in zip(row, owners, strict=True) if owner is None]
            if rest:
                box = _around([one for _, boxes in rest for one in boxes])
                lines.append(replace(run.line, text=" ".join(word for word, _ in rest), box=_round(box)))
    return lines


def row_lines(grid: Grid, *, size: float) -> Iterator[Line]:
    """A line for each row that holds text."""
    for row in grid.rows:
        if row.box is not None:
            yield Line(row.text(), _round(row.box), size, bold=False, kind=LineKind.TABLE)


def fill(found: Sequence[Grid], words: Sequence[tuple[str, Sequence[Box]]]) -> list[int | None]:
    """Put words, given with the boxes of their characters, into the grids; for each word, the grid it went into.

    A word that runs over a rule, as pdfium gives two cells without a space between them, is cut at it.
    """
    taken: list[int | None] = []
    for word, boxes in words:
        places = [_place(found, box) for box in boxes]
        some = next((place for place in places if place is not None), None)
        taken.append(some[0] if some else None)
        if some is None:
            continue
        start = 0
        for end in range(1, len(word) + 1):
            if end == len(word) or (places[end] or some) != (places[start] or some):
                grid, row, column = places[start] or some
                found[grid].rows[row].take(column, word[start:end], _around(boxes[start:end]))
                start = end
    return taken


def _place(found: Sequence[Grid], box: Box) -> tuple[int, int, int] | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for at, grid in enumerate(found):
        place = grid.place(x, y)
        if place is not None:
            return at, *place
    return None


def _round(box: Box) -> Box:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))


def _away(box: Box, x: float, y: float) -> float:
    return max(box[0] - x, 0.0, x - box[2]) + max(box[1] - y, 0.0, y - box[3])


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
