"""A page of a report as an image, the passage marked on it."""

from __future__ import annotations

import io
import threading
from functools import lru_cache

from analyzer.errors import NothingHeld
from analyzer.records import Passage
from analyzer.store import Store

_SCALE = 1.6  # pixels a point: 115 dots an inch
_MARK = (255, 236, 130)
_ONE_AT_A_TIME = threading.Lock()  # PDFium is not made for threads


def page_image(store: Store, passage: Passage, *, page: int | None = None) -> bytes:
    """The PNG of the page on which a passage stands (its first, by default), its lines marked.

    Raises NothingHeld where the edition came from a table, or its file is not kept.
    """
    number = page or passage.pdf_page
    held = next((r for r in store.reports(passage.series) if r["year"] == passage.year), None)
    if number is None or held is None or held["kind"] != "pdf":
        raise NothingHeld(f"the edition of {passage.year} is held as a table, without pages.")
    boxes = tuple(s.box for s in passage.segments if s.pdf_page == number and s.box is not None)
    return _draw(_File(store, held["sha256"]), number, boxes)


class _File:
    """A source file, equal to another by its checksum alone."""

    def __init__(self, store: Store, sha256: str) -> None:
        self.store, self.sha256 = store, sha256

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _File) and other.sha256 == self.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def read(self) -> bytes:
        content = self.store.source_bytes(self.sha256)
        if content is None:
            raise NothingHeld("the report's file is not kept in the store.", remedy="Add it again with --replace.")
        return content


@lru_cache(maxsize=64)
def _draw(file: _File, number: int, boxes: tuple[tuple[float, float, float, float], ...]) -> bytes:
    import pypdfium2
    from PIL import Image, ImageChops, ImageDraw

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(file.read())
        try:
            if not 1 <= number <= len(document):
                raise NothingHeld(f"the report has {len(document)} pages, not {number}.")
            picture = document[number - 1].render(scale=_SCALE).to_pil().convert("RGB")
        finally:
            document.close()
    layer = Image.new("RGB", picture.size, (255, 255, 255))
    draw = ImageDraw.Draw(layer)
    for x0, top, x1, bottom in boxes:
        draw.rectangle([(x0 - 2) * _SCALE, (top - 1) * _SCALE, (x1 + 2) * _SCALE, (bottom + 1) * _SCALE], fill=_MARK)
    out = io.BytesIO()
    ImageChops.multiply(picture, layer).save(out, "PNG")
    return out.getvalue()
