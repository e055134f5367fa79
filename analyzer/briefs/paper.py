"""Words, headings, links and tables on a Word document, whatever styles its template has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

GREEN, RED, GREY = (0x1B, 0x6E, 0x2E), (0xB3, 0x26, 0x1E), (0x4A, 0x55, 0x68)
BLUE = (0x1F, 0x5F, 0xA8)
_SIZES = {"Title": 16, "Heading 1": 14, "Heading 2": 11.5, "Heading 3": 10.5}


def plain() -> Document:
    """An empty A4 document with the note's own styles."""
    import docx
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    for part in document.sections:
        part.page_width, part.page_height = Cm(21), Cm(29.7)
        part.left_margin = part.right_margin = Cm(1.9)
        part.top_margin = part.bottom_margin = Cm(1.4)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(9.5)
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.line_spacing = 1.0
    bullet = document.styles["List Bullet"].paragraph_format
    bullet.space_after = Pt(1)
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), "Calibri"
        style.font.color.rgb = RGBColor(0x1A, 0x2B, 0x45)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = "Calibri"
        style.paragraph_format.space_before = Pt(0 if name == "Title" else 6)
        style.paragraph_format.space_after = Pt(4 if name == "Title" else 2)
    return document


def date(document: Document, title: str, year: int) -> None:
    """Set the document's own dates to the edition's year, so that the same note gives the same file."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "analyzer", ""
    properties.created = properties.modified = datetime(year, 1, 1)
    properties.last_modified_by, properties.revision = "analyzer", 1


def heading(document: Document, words: str, level: int) -> Paragraph:
    """Add a heading, or a bold line where a house template has no such style."""
    name = style(document, "Title" if level == 0 else f"Heading {level}")
    paragraph = document.add_paragraph(style=name)
    paragraph.add_run(words).bold = True if name is None else None
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def apart(paragraph: Paragraph) -> Paragraph:
    """The paragraph, set apart from the one before it."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(6)
    return paragraph


def style(document: Document, name: str) -> str | None:
    """The style's name where the document has it."""
    return name if name in document.styles else None


def bullet(document: Document, words: str = "") -> Paragraph:
    """Add a paragraph of a list."""
    return document.add_paragraph(words, style=style(document, "List Bullet"))


def bullets(document: Document, lines: Iterable[str]) -> None:
    """Add a list of plain lines."""
    for line in lines:
        bullet(document, line)


def tinted(paragraph: Paragraph, words: str, colour: tuple[int, int, int]) -> Run:
    """Add words in a colour."""
    from docx.shared import RGBColor

    run = paragraph.add_run(words)
    run.font.color.rgb = RGBColor(*colour)
    return run


def linked(paragraph: Paragraph, words: str, address: str | None) -> None:
    """Add words in grey, or as a link where there is an address."""
    run = tinted(paragraph, words, GREY if address is None else BLUE)
    if address is None:
        return
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(run._r)
    paragraph._p.append(link)


def table(document: Document, head: Sequence[str], widths: Sequence[float]) -> Table:
    """Add a table with a bold head that repeats on every page; `widths` are centimetres."""
    made: Table = document.add_table(rows=1, cols=len(head))
    made.autofit = False
    name = style(document, "Light Grid Accent 1") or style(document, "Table Grid")
    if name is not None:
        made.style = name
    for cell, words in zip(made.rows[0].cells, head, strict=True):
        write(cell, words, bold=True)
    repeat(made)
    resize(made, widths)
    return made


def repeat(made: Table) -> None:
    """Let the table's first row stand on every page that the table runs over."""
    from docx.oxml import OxmlElement

    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def resize(made: Table, widths: Sequence[float]) -> None:
    """Set the widths of the table's columns, in centimetres."""
    from docx.shared import Cm

    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)


def write(cell: _Cell, words: str, *, size: float = 8.5, bold: bool = False) -> None:
    """Put words into a table's cell."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(words)
    run.font.size, run.bold = Pt(size), bold


def shade(cell: _Cell, colour: str) -> None:
    """Fill a table's cell with a colour, as "B3261E"."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)
