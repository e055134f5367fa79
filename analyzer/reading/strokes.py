"""The strokes drawn on a PDF page: thin rules and the sides of boxes, by pdfium."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_THIN = 3.0  # points: what is thinner is a rule, what is not is a box
_MOST_OBJECTS = 20_000  # a page of maps may hold millions


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke: along x from `start` to `end` at height `at`, or along y; points from the page's top left."""

    start: float
    end: float
    at: float


@dataclass(frozen=True, slots=True)
class Strokes:
    """The rules of one page, and the sides of its boxes."""

    horizontal: tuple[Rule, ...] = ()
    vertical: tuple[Rule, ...] = ()
    boxes: tuple[tuple[float, float, float, float], ...] = ()  # x0, top, x1, bottom

    @property
    def may_hold_tables(self) -> bool:
        """Whether there are strokes enough for a grid of two rows and two columns."""
        return len(self.horizontal) + 2 * len(self.boxes) >= 3 and len(self.vertical) + 2 * len(self.boxes) >= 3


def strokes(page: pypdfium2.PdfPage, height: float) -> Strokes:
    """What is drawn on the page, its first 20,000 objects."""
    raw = page.raw
    sides = [ctypes.c_float() for _ in range(4)]
    count, get, kind, bounds = (
        pdfium.FPDFPage_CountObjects(raw),
        pdfium.FPDFPage_GetObject,
        pdfium.FPDFPageObj_GetType,
        pdfium.FPDFPageObj_GetBounds,
    )
    across, down, boxes = [], [], []
    for at in range(min(count, _MOST_OBJECTS)):
        drawn = get(raw, at)
        if kind(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        bounds(drawn, *sides)
        left, bottom, right, top = (side.value for side in sides)
        wide, high = right - left, top - bottom
        if high < _THIN < wide:
            across.append(Rule(left, right, height - bottom))
        elif wide < _THIN < high:
            down.append(Rule(height - top, height - bottom, (left + right) / 2))
        elif wide > _THIN and high > _THIN:
            boxes.append((left, height - top, right, height - bottom))
    return Strokes(tuple(across), tuple(down), tuple(boxes))
