"""Odd pages: turned ones, columns set line by line across, text out of order. pdfplumber reads them, word by word.

pdfium gives text in the order in which it was set, which is the reading order on nearly every page, and some sixty
times faster; a page where it is not is recognised from what pdfium gives, and read again.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from analyzer.reading.lines import Box, PageText, Run
from analyzer.reading.ruled import fill, grid_of, row_lines
from analyzer.records import Line

_JUMPS = 3  # so many steps back up over text already given; a foot that is set first makes one
_GUTTER = 1.2  # times the type size: wider than any space between the words of a line
_SAMPLE, _AGREED = 5, 3  # long lines looked at, and how many must have a gutter in the same place
_LONG = 40  # characters
_MIDDLE = (0.25, 0.75)  # of a line's measure: a gap further out is that after a bullet or a number
_BASELINE = 3.0  # points between words of one line
_TURNED = 0.5  # share of the page's text

Word = Mapping[str, Any]  # as pdfplumber's extract_words gives them


def is_turned(page: pypdfium2.PdfPage, text: PageText) -> bool:
    """Whether the page is shown turned, or most of its text runs up or down it."""
    return bool(page.get_rotation()) or text.turned > _TURNED


def is_mixed_up(text: PageText, runs: Sequence[Run]) -> bool:
    """Whether pdfium's lines are not the page's lines in reading order."""
    return _jumps([run.line for run in runs]) >= _JUMPS or _has_joined_columns(text, runs)


def _jumps(lines: Iterable[Line]) -> int:
    return sum(
        after.box[1] < before.box[1] - _BASELINE and after.box[0] < before.box[2] and before.box[0] < after.box[2]
        for before, after in pairwise(lines)
    )


def _has_joined_columns(text: PageText, runs: Sequence[Run]) -> bool:
    """Whether most of a few long lines have a wide gap at the same place: two columns set across."""
    long = [run for run in runs if len(run.line.text) >= _LONG]
    sample = long[:: max(1, len(long) // _SAMPLE)][:_SAMPLE]
    gaps = [gap for run in sample for gap in _gaps(text, run)]
    return any(sum(left < x < right for left, right in gaps) >= _AGREED for x in {(a + b) / 2 for a, b in gaps})


def _gaps(text: PageText, run: Run) -> Iterator[tuple[float, float]]:
    """Wide gaps between the text objects of a line, from left to right."""
    raw = text.raw
    count = pdfium.FPDFText_CountRects(raw, run.first, run.last - run.first + 1)
    if count < 2:
        return
    sides = [ctypes.c_double() for _ in range(4)]
    spans = []
    for at in range(count):
        pdfium.FPDFText_GetRect(raw, at, *sides)
        spans.append((sides[0].value, sides[2].value))
    spans.sort()
    first, last = (spans[0][0] + share * (spans[-1][1] - spans[0][0]) for share in _MIDDLE)
    for (_, left), (right, _) in pairwise(spans):
        if right - left > _GUTTER * run.line.size and first < left < right < last:
            yield left, right


def read_odd(path: Path, numbers: Sequence[int]) -> Iterator[tuple[int, float, float, tuple[Line, ...]]]:
    """For each page (from 1): its number, width, height and lines in reading order, by pdfplumber.

    A page that pdfplumber cannot read is left out.
    """
    import pdfplumber

    with pdfplumber.open(path, pages=list(numbers)) as document:
        for page in document.pages:
            try:
                yield page.page_number, float(page.width), float(page.height), tuple(_read(page))
            except MemoryError:
                raise
            except Exception:  # noqa: S112  the parser raises nearly anything; pdfium's reading stands
                continue
            finally:
                page.close()


def _read(page: Any) -> Iterator[Line]:  # noqa: ANN401  pdfplumber has no types
    upright = page.filter(lambda thing: thing.get("upright", True))
    words = [{**word, "size": word["chars"][0]["size"]} for word in upright.extract_words(return_chars=True)]
    found = [grid_of(table.cells) for table in page.find_tables() if len(table.cells) >= 4]
    taken = fill(found, [(word["text"], [_box(char) for char in _letters(word)]) for word in words])
    tables = [grid for grid in found if grid.is_table]
    free = [word for word, at in zip(words, taken, strict=True) if at is None or not found[at].is_table]
    if tables:
        lines = [_line(row) for row in _rows(free)]
        size = float(median(word["size"] for word in words))
        rows = [line for grid in tables for line in row_lines(grid, size=size)]
        yield from sorted([*lines, *rows], key=lambda line: (line.box[1], line.box[0]))
    else:
        yield from map(_line, _in_columns(_rows(words)))
    turned = [char for char in page.chars if not char["upright"]]
    if turned:
        up = median(char["matrix"][1] for char in turned) > 0
        sideways = page.filter(lambda thing: not thing.get("upright", True)).extract_words(
            return_chars=True, char_dir_rotated="btt" if up else "ttb", line_dir_rotated="ltr" if up else "rtl"
        )
        yield from map(_line, _in_columns(_rows([_upright(word, up=up) for word in sideways])))


def _upright(word: Word, *, up: bool) -> Word:
    """A word that runs up or down the page, placed as on the page turned so that it can be read."""
    x0, top, x1, bottom = (float(word[side]) for side in ("x0", "top", "x1", "bottom"))
    sides = (-bottom, x0, -top, x1) if up else (top, -x1, bottom, -x0)
    return {
        **word,
        **dict(zip(("x0", "top", "x1", "bottom"), sides, strict=True)),
        "size": x1 - x0,
        "box": (x0, top, x1, bottom),
    }


def _box(thing: Word) -> Box:
    return float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"])


def _letters(word: Word) -> list[Word]:
    """A mapping for each character of the word's text; a ligature counts for all the letters it stands for."""
    chars = [char for char in word["chars"] for _ in char["text"]]
    return chars if len(chars) == len(word["text"]) else [word] * len(word["text"])


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one baseline, from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if rows and word["bottom"] - rows[-1][0]["bottom"] < _BASELINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: float(word["x0"])) for row in rows]


def _in_columns(rows: Sequence[Sequence[Word]]) -> Iterator[Sequence[Word]]:
    """The rows, those beside a gutter cut in two: all left parts between two full rows, then all right ones."""
    gutter = _gutter(rows)
    if gutter is None:
        yield from rows
        return
    left: list[Sequence[Word]] = []
    right: list[Sequence[Word]] = []
    for row in rows:
        if any(word["x0"] < gutter < word["x1"] for word in row):
            yield from (*left, *right, row)
            left, right = [], []
            continue
        parts = [word for word in row if word["x1"] <= gutter], [word for word in row if word["x0"] >= gutter]
        for column, part in zip((left, right), parts, strict=True):
            if part:
                column.append(part)
    yield from (*left, *right)


def _gutter(rows: Sequence[Sequence[Word]]) -> float | None:
    """Where many rows have a gap wider than a space, or None."""
    gaps = []
    for row in rows:
        first, last = (row[0]["x0"] + share * (row[-1]["x1"] - row[0]["x0"]) for share in _MIDDLE)
        for before, after in pairwise(row):
            left, right = before["x1"], after["x0"]
            if right - left > _GUTTER * before["size"] and first < left < right < last:
                gaps.append((left, right))
    places = {(left + right) / 2: sum(a < (left + right) / 2 < b for a, b in gaps) for left, right in gaps}
    best = max(places, key=lambda x: (places[x], -x), default=None)
    return best if best is not None and places[best] >= max(_AGREED, len(rows) / 3) else None


def _line(row: Sequence[Word]) -> Line:
    places = [word.get("box") or (word["x0"], word["top"], word["x1"], word["bottom"]) for word in row]
    x0, top, x1, bottom = (
        round(float(pick(place[side] for place in places)), 1) for side, pick in enumerate((min, min, max, max))
    )
    fonts = [word["chars"][0]["fontname"].lower() for word in (row[0], row[len(row) // 2], row[-1])]
    return Line(
        " ".join(str(word["text"]) for word in row),
        (x0, top, x1, bottom),
        round(float(median(word["size"] for word in row)), 1),
        bold=sum("bold" in font or "black" in font for font in fonts) >= 2,
        italic=sum("italic" in font or "oblique" in font for font in fonts) >= 2,
    )
