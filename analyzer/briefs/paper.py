"""Words, headings, lists and links on a Word document, whatever styles its template has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from analyzer.office import legal

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.styles import CT_Styles
    from docx.text.paragraph import Paragraph

GREEN, RED, GREY, BLUE = "1B6E2E", "B3261E", "4A5568", "1F5FA8"
WIDTH, _MARGIN = 17.2, 1.9  # centimetres of text on the plain page, and beside it
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
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
    say(paragraph, words, bold=not styled)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def apart(paragraph: Paragraph) -> Paragraph:
    """The paragraph, set apart from the one before it."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(6)
    return paragraph


def bullet(document: Document, words: str = "") -> Paragraph:
    """Add a paragraph of a list."""
    paragraph = document.add_paragraph()
    _style(document, paragraph, "List Bullet")
    if words:
        say(paragraph, words)
    return paragraph


def _style(document: Document, paragraph: Paragraph, name: str) -> bool:
    """Give the paragraph a style by name; False where the document has none of that name.

    `paragraph.style = name` looks through all styles of the document anew, which takes most of a note's time.
    """
    from docx.styles import BabelFish

    key = _styles(document.styles.element).get(BabelFish.ui2internal(name))
    if key is not None:
        paragraph._p.style = key
    return key is not None


@lru_cache(maxsize=1)
def _styles(element: CT_Styles) -> dict[str, str]:
    """The ids of a document's styles by name."""
    return {style.name_val: style.styleId for style in element.style_lst if style.name_val and style.styleId}


def bullets(document: Document, lines: Iterable[str]) -> None:
    """Add a list of plain lines."""
    for line in lines:
        bullet(document, line)


def say(
    paragraph: Paragraph,
    words: str,
    *,
    colour: str | None = None,
    bold: bool = False,
    strike: bool = False,
    underline: bool = False,
    address: str | None = None,
) -> None:
    """Add words, as a link where there is an address.

    The run is put together here: a note has thousands, and python-docx looks for the place of every part of each.
    """
    from docx.oxml.ns import qn
    from lxml import etree

    parent = paragraph._p
    if address is not None:
        key = paragraph.part.relate_to(address, _HYPERLINK, is_external=True)
        parent = etree.SubElement(parent, qn("w:hyperlink"), {qn("r:id"): key})
    run = etree.SubElement(parent, qn("w:r"))
    looks = etree.SubElement(run, qn("w:rPr"))
    for name, wanted in (("w:b", bold), ("w:strike", strike)):  # their order is that of the standard
        if wanted:
            etree.SubElement(looks, qn(name))
    if colour is not None:
        etree.SubElement(looks, qn("w:color"), {qn("w:val"): colour})
    if underline:
        etree.SubElement(looks, qn("w:u"), {qn("w:val"): "single"})
    text = etree.SubElement(run, qn("w:t"), {_SPACE: "preserve"})
    text.text = legal(words)
