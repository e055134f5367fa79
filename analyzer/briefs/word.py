"""A briefing note as a Word document, on a plain page or on a house template."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.briefs import layout
from analyzer.briefs.brief import Brief, Matter, Quote, Wording
from analyzer.errors import MissingExtra

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_GREEN, _RED, _GREY = (0x1B, 0x6E, 0x2E), (0xB3, 0x26, 0x1E), (0x4A, 0x55, 0x68)


def render(brief: Brief, path: Path, *, template: Path | None = None) -> None:
    """Write the note as a .docx file.

    With a `template` its placeholder `{{ note }}` is filled with the note, and `{{ title }}`, `{{ economy }}`,
    `{{ year }}` and `{{ report }}` with those words.
    """
    if template is None:
        document = _plain()
        _fill(document, brief)
        _date(document, brief)
        document.save(str(path))
    else:
        _on_template(brief, path, template)


def _plain() -> Document:
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    for part in document.sections:
        part.page_width, part.page_height = Cm(21), Cm(29.7)
        part.left_margin = part.right_margin = Cm(2)
        part.top_margin = part.bottom_margin = Cm(1.6)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(2)
    for name, size in (("Title", 18), ("Heading 1", 14), ("Heading 2", 12), ("Heading 3", 11)):
        document.styles[name].font.size = Pt(size)
        document.styles[name].font.name = "Calibri"
    return document


def _date(document: Document, brief: Brief) -> None:
    """Set the document's own dates to the edition's year, so that the same note gives the same file."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = brief.title, "analyzer", ""
    properties.created = properties.modified = datetime(brief.year, 1, 1)
    properties.last_modified_by, properties.revision = "analyzer", 1


def _on_template(brief: Brief, path: Path, template: Path) -> None:
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingExtra(
            "a house template needs docxtpl.", remedy="Install it with: pip install 'analyzer[template]'."
        ) from error
    house = DocxTemplate(str(template))
    note = house.new_subdoc()
    _fill(note, brief)
    words = {"title": brief.title, "economy": brief.name, "year": brief.year, "report": brief.report}
    house.render({"note": note, **words}, autoescape=True)
    house.save(str(path))


def _fill(document: Document, brief: Brief) -> None:
    _heading(document, brief.title, 0)
    _bullets(document, brief.summary)
    if brief.cautions:
        mind = document.add_paragraph()
        mind.add_run("Mind").bold = True
        _bullets(document, brief.cautions)
    for part in layout.first_page(brief):
        _heading(document, part.heading, 2)
        for matter in part.matters:
            _entry(document, matter)
        if part.more:
            document.add_paragraph(f"{part.more} more in the detail below.")
        if part.told:
            document.add_paragraph(layout.told_above(part), style=_style(document, "List Bullet"))
        if part.remark:
            document.add_paragraph(part.remark, style=_style(document, "List Bullet"))
        if not part.matters and not part.told:
            document.add_paragraph(part.none)
    _press(document, brief)
    _detail(document, brief)
    _history(document, brief)
    _heading(document, "Sources and method", 1)
    _bullets(document, (*layout.sources(brief), *brief.method))


def _entry(document: Document, matter: Matter) -> None:
    entry = document.add_paragraph(style=_style(document, "List Bullet"))
    if layout.name(matter):
        entry.add_run(f"{matter.title} ").bold = True
    _tinted(entry, f"({'; '.join(layout.marks(matter))}) ", _GREY)
    _cite(entry, matter.quote)
    if matter.before is not None:
        _tinted(entry, " Before: ", _GREY)
        _cite(entry, matter.before)


def _press(document: Document, brief: Brief) -> None:
    if brief.questions:
        _heading(document, "What the press will ask", 2)
    for question in brief.questions:
        asked = document.add_paragraph()
        asked.add_run(question.ask).bold = True
        asked.add_run(f" {question.answer}")
        if question.places:
            _tinted(asked, f" [{'; '.join(map(str, question.places))}]", _GREY)


def _detail(document: Document, brief: Brief) -> None:
    _heading(document, "Detail by section", 1).paragraph_format.page_break_before = True
    for name, matters in layout.detailed(brief):
        _heading(document, name, 2)
        for matter in matters:
            _heading(document, f"{matter.title} – {matter.status.value}", 3)
            _tinted(document.add_paragraph(), "; ".join(layout.marks(matter)), _GREY)
            _cite(document.add_paragraph(), matter.quote)
            if matter.before is not None:
                before = document.add_paragraph("Before: ")
                _cite(before, matter.before)
            if matter.wording:
                _mark(document.add_paragraph("Wording: "), matter.wording)
            for quote in matter.follow_ons:
                _cite(document.add_paragraph(style=_style(document, "List Bullet")), quote)


def _history(document: Document, brief: Brief) -> None:
    rows = layout.timeline_rows(brief)
    if not rows:
        return
    _heading(document, "History over the editions", 1)
    table = document.add_table(rows=1, cols=4)
    style = _style(document, "Light Grid Accent 1")
    if style is not None:
        table.style = style
    for cell, words in zip(table.rows[0].cells, ("Matter", "Now", "Listed", "Held, not listed"), strict=True):
        cell.text = words
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _heading(document: Document, words: str, level: int) -> Paragraph:
    """Add a heading, or a bold line where a house template has no such style."""
    name = "Title" if level == 0 else f"Heading {level}"
    style = _style(document, name)
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(words).bold = True if style is None else None
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _style(document: Document, name: str) -> str | None:
    return name if name in {style.name for style in document.styles} else None


def _bullets(document: Document, lines: tuple[str, ...]) -> None:
    for line in lines:
        document.add_paragraph(line, style=_style(document, "List Bullet"))


def _cite(paragraph: Paragraph, quote: Quote) -> None:
    paragraph.add_run(f"“{quote.text}”")
    _tinted(paragraph, f" [{quote.place}]", _GREY)


def _mark(paragraph: Paragraph, wording: tuple[Wording, ...]) -> None:
    for stretch in wording:
        if stretch.kind == "added":
            _tinted(paragraph, stretch.text, _GREEN).underline = True
        elif stretch.kind == "removed":
            _tinted(paragraph, stretch.text, _RED).font.strike = True
        else:
            paragraph.add_run(stretch.text)


def _tinted(paragraph: Paragraph, words: str, colour: tuple[int, int, int]) -> Run:
    from docx.shared import RGBColor

    run = paragraph.add_run(words)
    run.font.color.rgb = RGBColor(*colour)
    return run
