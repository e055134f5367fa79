"""Grids of small filled cells in Word, built at once: a table of a thousand cells takes python-docx seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS = 567  # a centimetre

Cell = tuple[str, str | None]
"""Words and the fill's colour, as ("", "B3261E")."""


def draw(document: Document, rows: Sequence[Sequence[Cell]], widths: Sequence[float], *, head: int = 1) -> None:
    """Add a grid; `widths` are centimetres, the first `head` rows stand on every page that it runs over."""
    from docx.oxml import parse_xml

    columns = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    body = "".join(_row(row, widths, repeated=place < head) for place, row in enumerate(rows))
    table = parse_xml(
        f'<w:tbl {_NS}><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="2" w:color="D5D9E0"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="30" w:type="dxa"/>'
        f'<w:right w:w="20" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>'
    )
    after = document.add_paragraph()
    after._p.addprevious(table)


def _row(cells: Sequence[Cell], widths: Sequence[float], *, repeated: bool) -> str:
    mark = "<w:tblHeader/>" if repeated else ""
    made = "".join(_cell(words, fill, width) for (words, fill), width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{made}</w:tr>"


def _cell(words: str, fill: str | None, width: float) -> str:
    shade = f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else ""
    text = (
        f'<w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * _TWIPS)}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/></w:pPr>{text}</w:p></w:tc>'
    )
