"""Words, headings, lists and links on a Word document, whatever styles its template has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

GREEN, RED, GREY = (0x1B, 0x6E, 0x2E), (0xB3, 0x26, 0x1E), (0x4A, 0x55, 0x68)
BLUE = (0x1F, 0x5F, 0xA8)
WIDTH, _MARGIN = 17.2, 1.9  # centimetres of text on the plain page, and beside it
_SIZES = {"Title": 16, "Heading 1": 14, "Heading 2": 11.5, "Heading 3": 10.5}


def plain() -> Document:
    """An empty A4 document with the note's own styles."""
    import docx
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    for part in document.sections:
        part.page_width, part.page_height = Cm(WIDTH + 2 * _MARGIN), Cm(29.7)
        part.left_margin = part.right_margin = Cm(_MARGIN)
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
    paragraph = document.add_paragraph()
    styled = _style(document, paragraph, "Title" if level == 0 else f"Heading {level}")
    paragraph.add_run(words).bold = None if styled else True
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def apart(paragraph: Paragraph) -> Paragraph:
    """The paragraph, set apart from the one before it."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(6)
    return paragraph


def bullet(document: Document, words: str = "") -> Paragraph:
    """Add a paragraph of a list."""
    paragraph = document.add_paragraph(words)
    _style(document, paragraph, "List Bullet")
    return paragraph


def _style(document: Document, paragraph: Paragraph, name: str) -> bool:
    """Give the paragraph a style by name; False where the document has none of that name.

    `paragraph.style = name` looks through all styles of the document anew, which takes most of a note's time.
    """
    from docx.styles import BabelFish

    found = document.styles.element.get_by_name(BabelFish.ui2internal(name))
    if found is not None:
        paragraph._p.style = found.styleId
    return found is not None


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
