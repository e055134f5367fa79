"""Grids of small filled cells in Word, built at once: a table of a thousand cells takes python-docx seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from analyzer.office import legal

if TYPE_CHECKING:
    from docx.document import Document

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TWIPS = 567  # a centimetre

Cell = tuple[str, str | None, str | None]
"""Words, the fill's colour as "B3261E", and the relation of a link (see `relation`)."""


def plain(words: str) -> Cell:
    """A cell with words alone."""
    return words, None, None


def relation(document: Document, address: str) -> str:
    """The id under which the document knows an address, for a cell that opens it."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    return str(document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def draw(
    document: Document,
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    head: int = 1,
    lines: bool = True,
) -> None:
    """Add a grid; `widths` are centimetres, the first `head` rows stand on every page that it runs over."""
    from docx.oxml import parse_xml

    columns = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    body = "".join(_row(row, widths, repeated=place < head) for place, row in enumerate(rows))
    colour = "D5D9E0" if lines else "FFFFFF"
    table = parse_xml(
        f'<w:tbl {_NS}><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="{4 if lines else 12}" w:color="{colour}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/>'
        f'<w:right w:w="20" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>'
    )
    document.add_paragraph()._p.addprevious(table)


def _row(cells: Sequence[Cell], widths: Sequence[float], *, repeated: bool) -> str:
    mark = "<w:tblHeader/>" if repeated else ""
    made = "".join(_cell(cell, width, bold=repeated) for cell, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{made}</w:tr>"


def _cell(cell: Cell, width: float, *, bold: bool) -> str:
    words, fill, link = cell
    shade = f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else ""
    look = "<w:b/>" * bold + ('<w:color w:val="FFFFFF"/>' if _dark(fill) else "")
    look += ('<w:color w:val="1F5FA8"/>' if link else "") + '<w:sz w:val="15"/>'
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(legal(line))}</w:t>' for line in words.split("\n"))
    text = f"<w:r><w:rPr>{look}</w:rPr>{lines}</w:r>" if words else ""
    text = f'<w:hyperlink r:id="{link}">{text}</w:hyperlink>' if link else text
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * _TWIPS)}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="190" w:lineRule="exact"/></w:pPr>{text}</w:p></w:tc>'
    )


def _dark(fill: str | None) -> bool:
    return fill is not None and sum(int(fill[at : at + 2], 16) for at in (0, 2, 4)) < 400
