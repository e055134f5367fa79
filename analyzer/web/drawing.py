"""A page of a report as an image, the passage marked on it."""

from __future__ import annotations

from analyzer.errors import NothingHeld
from analyzer.pipeline import reading
from analyzer.records import Passage
from analyzer.web.desk import Desk

WIDTH = 980  # pixels


def page_image(desk: Desk, passage: Passage, *, page: int | None = None) -> bytes:
    """The PNG of the page on which a passage stands (its first, by default), its lines marked.

    Raises NothingHeld where the edition came from a table, or its file is not kept.
    """
    number = page or passage.pdf_page
    if number is None:
        raise NothingHeld(f"the edition of {passage.year} is held as a table, without pages.")
    boxes = tuple(s.box for s in passage.segments if s.pdf_page == number and s.box is not None)
    key = ("page", passage.series, passage.year, number, boxes)
    return desk.images.get(key, lambda: _drawn(desk, passage, number, boxes))


def pdf(desk: Desk, series: str, year: int) -> bytes:
    """The report's own PDF. Raises NothingHeld where there is none."""
    held = next((r for r in desk.reports() if (r["series"], r["year"], r["kind"]) == (series, year, "pdf")), None)
    content = desk.store.source_bytes(held["sha256"]) if held else None
    if content is None:
        raise NothingHeld(
            f"no PDF of {series.upper()} {year} is kept in the store.",
            remedy="Add it again: analyzer add --replace REPORT.pdf",
        )
    return content


def _drawn(desk: Desk, passage: Passage, number: int, boxes: tuple[tuple[float, float, float, float], ...]) -> bytes:
    content = pdf(desk, passage.series, passage.year)
    name = f"{passage.series}-{passage.year}"
    return reading.render_page(content, number, width=WIDTH, marks=boxes, name=name, ready=desk.ready)
