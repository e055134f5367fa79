"""A page of a PDF as an image, drawn in a process of its own under limits, as reading is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from analyzer.errors import BrokenFile, LimitExceeded, NothingHeld
from analyzer.reading.confined import Ready, ask
from analyzer.reading.limits import RENDERING, Limits

Box = tuple[float, float, float, float]  # x0, top, x1, bottom, points from the page's top left

_MARK = (255, 236, 130)  # a marker pen's yellow: what is under it stays black
_MARGIN = (2.0, 1.0)  # points that a mark reaches beyond its box, to the sides and up and down
_MOST_PIXELS = 16_000_000
_PNG = b"\x89PNG\r\n\x1a\n"


def render_page(
    content: Path | bytes,
    page: int,
    *,
    width: int = 980,
    marks: Sequence[Box] = (),
    name: str | None = None,
    limits: Limits = RENDERING,
    ready: Ready | None = None,
) -> bytes:
    """The page (from 1) as a PNG `width` pixels wide, the boxes in `marks` as if gone over with a marker pen.

    `content` is the PDF or its path, `name` what errors call it, `ready` has processes that have started. Raises
    NothingHeld where it has no such page, LimitExceeded where it takes more time, memory or pixels than allowed, and
    BrokenFile.
    """
    called = name or (content.name if isinstance(content, Path) else "the report")
    wanted = content.absolute() if isinstance(content, Path) else content
    picture = ask("render", (wanted, page, width, tuple(marks)), name=called, limits=limits, ready=ready)
    if not isinstance(picture, bytes) or not picture.startswith(_PNG):
        raise BrokenFile("the page could not be drawn.", where=called, remedy="Fetch the file again.")
    return picture


def load() -> None:
    """Import what drawing needs, before it is asked for."""
    import pypdfium2  # noqa: F401
    from PIL import Image, ImageChops, ImageDraw, PngImagePlugin  # noqa: F401


def render_here(content: Path | bytes, page: int, width: int, marks: Sequence[Box], *, name: str) -> bytes:
    """As `render_page`, in this process: for the confined one."""
    import pypdfium2
    from PIL import Image, ImageChops, ImageDraw

    try:
        document = pypdfium2.PdfDocument(content)
        if not 1 <= page <= len(document):
            raise NothingHeld(f"the report has {len(document)} pages; {page} is none of them.", where=name)
        sheet = document[page - 1]
        wide, high = sheet.get_size()
        scale = width / wide if wide > 0 else 0.0
        if not 0 < width * high * scale <= _MOST_PIXELS:
            raise LimitExceeded(
                f"page {page} measures {wide:.0f} by {high:.0f} points: too large to draw {width} pixels wide.",
                where=name,
                remedy="Ask for a narrower image.",
            )
        picture = sheet.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(f"page {page} cannot be drawn.", where=name, remedy="Fetch the file again.") from error
    if marks:
        layer = Image.new("RGB", picture.size, (255, 255, 255))
        pen = ImageDraw.Draw(layer)
        side, edge = _MARGIN
        for x0, top, x1, bottom in marks:
            corners = (x0 - side, top - edge, x1 + side, bottom + edge)
            pen.rectangle([corner * scale for corner in corners], fill=_MARK)
        picture = ImageChops.multiply(picture, layer)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=3)
    return out.getvalue()
