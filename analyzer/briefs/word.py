"""A briefing note as a Word document, on a plain page or on a house template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.briefs import chart, fitting, grid, layout, paper
from analyzer.briefs.brief import Brief, Matter, Place, Question, Quote, Thread, Wording
from analyzer.briefs.housing import Words, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def render(brief: Brief, path: Path, *, template: Path | None = None) -> None:
    """Write the note as a .docx file, on the house `template` where one is given (see `housing.write`)."""
    words = Words(brief.title, brief.name, brief.year, brief.report)
    write(path, words, lambda document: _fill(document, brief), template=template)


def _fill(document: Document, brief: Brief) -> None:
    paper.heading(document, brief.title, 0)
    paper.bullets(document, brief.summary)
    if brief.cautions:
        mind = document.add_paragraph()
        paper.say(mind, "Mind: ", bold=True)
        paper.say(mind, " ".join(brief.cautions), colour=paper.GREY)
    page = fitting.first_page(brief)
    for part in page.parts:
        _part(document, part, brief)
    _standings(document, page.agreements, brief)
    _press(document, page.questions, brief)
    _detail(document, brief)
    _history(document, brief)
    paper.heading(document, "Sources and method", 1)
    paper.bullets(document, layout.method(brief))


def _part(document: Document, part: layout.Part, brief: Brief) -> None:
    if not part.matters and not part.told:
        line = document.add_paragraph()
        paper.say(line, f"{part.heading}: ", bold=True)
        paper.say(line, " ".join(filter(None, (part.none, part.remark))))
        return
    paper.heading(document, part.heading, 2)
    for matter in part.matters:
        _entry(document, matter, brief)
    rest = layout.rest(part)
    if rest:
        paper.bullet(document, rest)


def _entry(document: Document, matter: Matter, brief: Brief) -> None:
    entry = paper.bullet(document)
    if name := layout.name(matter):
        paper.say(entry, f"{name} ", bold=True)
    paper.say(entry, f"({'; '.join(layout.marks(matter))}) ", colour=paper.GREY)
    _cite(entry, matter.quote, brief)
    if matter.before is not None:
        paper.say(entry, " Before: ", colour=paper.GREY)
        _cite(entry, matter.before, brief)


def _standings(document: Document, agreements: tuple[Quote, ...], brief: Brief) -> None:
    paper.heading(document, "Procurement agreements", 2)
    for one in brief.standings:
        entry = paper.bullet(document, f"{layout.standing(one)} ")
        if one.quote is not None:
            _cite(entry, one.quote, brief)
    for quote in agreements:
        _cite(paper.bullet(document), quote, brief)
    if not brief.standings and not agreements:
        document.add_paragraph("The edition does not speak of procurement agreements here.")


def _press(document: Document, questions: tuple[Question, ...], brief: Brief) -> None:
    if questions:
        paper.heading(document, "What the press will ask", 2)
    for question in questions:
        asked = document.add_paragraph()
        paper.say(asked, question.ask, bold=True)
        paper.say(asked, f" {question.answer}")
        _places(asked, question.places, brief)


def _detail(document: Document, brief: Brief) -> None:
    paper.heading(document, "Detail by section", 1).paragraph_format.page_break_before = True
    if beyond := layout.beyond(brief):
        document.add_paragraph(beyond)
    for name, matters in layout.detailed(brief):
        paper.heading(document, name, 2)
        for matter in matters:
            _matter(document, matter, brief)
    if brief.ours:
        paper.heading(document, layout.OURS, 2)
        document.add_paragraph(layout.NOT_COUNTED)
        for quote in brief.ours:
            _cite(paper.bullet(document), quote, brief)


def _matter(document: Document, matter: Matter, brief: Brief) -> None:
    marks = "; ".join(layout.marks(matter))
    if headed := layout.headed(matter):
        paper.heading(document, headed, 3)
        line = document.add_paragraph()
        paper.say(line, marks, colour=paper.GREY)
    else:
        line = paper.apart(document.add_paragraph())
        paper.say(line, layout.opening(matter), bold=True)
        paper.say(line, f" ({marks})", colour=paper.GREY)
    line.paragraph_format.keep_with_next = True
    said = document.add_paragraph()
    if matter.wording:
        _mark(said, matter.wording)
        _places(said, tuple(q.place for q in (matter.quote, matter.before) if q is not None), brief)
    else:
        _cite(said, matter.quote, brief)
        if matter.before is not None:
            _cite(document.add_paragraph("Before: "), matter.before, brief)
    for point in matter.points:
        _cite(paper.bullet(document, layout.pointed(point)), point.quote, brief)
    for quote in matter.left_out:
        _cite(paper.bullet(document, "Left out: "), quote, brief)


def _history(document: Document, brief: Brief) -> None:
    rows = brief.threads[: chart.MOST]
    if not rows:
        return
    paper.heading(document, "History over the editions", 1)
    paper.bullets(document, (chart.LEGEND, *chart.rest(brief.threads)))
    editions = layout.editions(brief)
    head = [grid.plain("Matter"), grid.plain("Now"), *(grid.plain(f"{year % 100:02}") for year in editions)]
    body = [
        [
            grid.plain(chart.short(thread.title)),
            grid.plain(thread.status.value),
            *(_listed(thread, year) for year in editions),
        ]
        for thread in rows
    ]
    room = paper.WIDTH - 5.2 - 1.5
    grid.draw(document, [head, *body], [5.2, 1.5, *[min(0.6, room / len(editions))] * len(editions)])


def _listed(thread: Thread, year: int) -> grid.Cell:
    if year in thread.years:
        return "", chart.FILL[thread.status.value].lstrip("#").upper(), None
    return grid.plain("○" if year in thread.gaps else "?" if year in thread.unclear else "")


def _cite(paragraph: Paragraph, quote: Quote, brief: Brief) -> None:
    paper.say(paragraph, f"“{quote.whole}”")
    _places(paragraph, (quote.place,), brief)


def _places(paragraph: Paragraph, places: tuple[Place, ...], brief: Brief) -> None:
    for order, place in enumerate(places):
        paper.say(paragraph, "; " if order else " [", colour=paper.GREY)
        address = layout.link(place, brief.addresses)
        paper.say(paragraph, str(place), colour=paper.BLUE if address else paper.GREY, address=address)
    if places:
        paper.say(paragraph, "]", colour=paper.GREY)


def _mark(paragraph: Paragraph, wording: tuple[Wording, ...]) -> None:
    for stretch in wording:
        if stretch.kind == "added":
            paper.say(paragraph, stretch.text, colour=paper.GREEN, underline=True)
        elif stretch.kind == "removed":
            paper.say(paragraph, stretch.text, colour=paper.RED, strike=True)
        else:
            paper.say(paragraph, stretch.text)
