"""Writes the built-in sample editions: PDFs in the National Trade Estimate's page layout, from the texts beside it.

    python corpora/sample/make.py            writes ite-1996.pdf ... into this folder
    python corpora/sample/make.py --to DIR

The series is fictitious, and every page says so. The same texts give the same bytes: reportlab's invariant mode leaves
dates and random ids out, so that a test can rebuild the files and compare. Needs reportlab (the `dev` extra).

A text file has one block a line or paragraph: `# CHAPTER`, `## SECTION`, `### Heading`, `#### Sub-heading`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = LETTER
LEFT, RIGHT, TOP, BOTTOM, FOOT = 72.0, 540.0, 84.0, 700.0, 746.0
MARK = "Illustrative \u2013 not a real report"
FOOT_TITLE = "ILLUSTRATIVE TRADE BARRIERS"
SERIES_TITLE = "Illustrative Trade Barrier Estimate"
FRONT_PAGES = 2  # cover and contents carry no page number, so printed and PDF page differ
FOREWORD = (
    "This report is an illustration. Its series, its findings and its figures are invented so that the reading and "
    "comparing of reports can be shown without a real one. The names of economies are real; what is said of them is "
    "not.",
    "Chapters stand in the order of the alphabet. Each names the practices that exporters met in the year before.",
)


@dataclass(frozen=True)
class Style:
    """How one kind of block is set."""

    font: str
    size: float
    leading: float
    before: float
    centred: bool = False


STYLES = {
    "#": Style("Times-Bold", 22, 26, 0, centred=True),
    "##": Style("Times-Bold", 14, 16, 14),
    "###": Style("Times-Bold", 11, 12.7, 12.5),
    "####": Style("Times-BoldItalic", 11, 12.7, 12.5),
    "": Style("Times-Roman", 11, 12.7, 12.5),
}


@dataclass(frozen=True)
class Block:
    """A heading or paragraph of the text: its mark (`#` ... `####`, empty for a paragraph) and its words."""

    mark: str
    text: str


@dataclass
class Setting:
    """Lines placed on pages: what the layout gives and the canvas draws."""

    pages: list[list[tuple[Style, float, str]]] = field(default_factory=list)
    chapters: list[tuple[str, int]] = field(default_factory=list)  # name, index into pages
    depth: float = BOTTOM

    def turn(self) -> None:
        """Starts a new page."""
        self.pages.append([])
        self.depth = TOP

    def place(self, block: Block, *, keep: float = 0.0) -> None:
        """Sets one block at the current depth; `keep` is the room that must follow it on the same page."""
        style = STYLES[block.mark]
        lines = wrap(block.text, style)
        if block.mark == "#":
            self.turn()
            self.chapters.append((block.text, len(self.pages) - 1))
        elif self.depth > TOP:
            self.depth += style.before
            if self.depth + style.leading * (len(lines) if block.mark else 1) + keep > BOTTOM:
                self.turn()
        for line in lines:
            if self.depth + style.leading > BOTTOM:
                self.turn()
            self.pages[-1].append((style, self.depth, line))
            self.depth += style.leading


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text file, in order."""
    for line in filter(None, (line.strip() for line in text.splitlines())):
        mark, _, rest = line.partition(" ")
        if mark and set(mark) == {"#"}:
            yield Block(mark, rest)
        else:
            yield Block("", line)


def wrap(text: str, style: Style) -> list[str]:
    """The lines that a text breaks into at the page's measure."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, style.font, style.size) <= RIGHT - LEFT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def set_pages(text: str) -> Setting:
    """The foreword and all chapters of a text, laid out on pages."""
    setting = Setting()
    setting.place(Block("#", "FOREWORD"))
    for paragraph in FOREWORD:
        setting.place(Block("", paragraph))
    for block in blocks(text):
        setting.place(block, keep=48.0 if block.mark else 0.0)
    return setting


def write(year: int, text: str, path: Path) -> None:
    """Writes one edition as a PDF with cover, contents, bookmarks, running feet and page numbers."""
    setting = set_pages(text)
    canvas = Canvas(str(path), pagesize=LETTER, invariant=True, pageCompression=1)
    canvas.setTitle(f"{year} {SERIES_TITLE}")
    canvas.setAuthor("A sample, not a publication")
    draw_cover(canvas, year)
    draw_contents(canvas, setting)
    starts = {index: name for name, index in setting.chapters}
    for index, lines in enumerate(setting.pages):
        if index in starts:
            canvas.bookmarkPage(f"p{index}")
            canvas.addOutlineEntry(starts[index], f"p{index}", level=0)
        for style, depth, line in lines:
            draw_line(canvas, style, depth, line)
        draw_foot(canvas, index + 1)
        finish(canvas)
    canvas.save()


def draw_line(canvas: Canvas, style: Style, depth: float, line: str) -> None:
    """Draws one line of text; `depth` is its top, measured from the top of the page."""
    canvas.setFont(style.font, style.size)
    baseline = HEIGHT - depth - style.size * 0.75
    if style.centred:
        canvas.drawCentredString(WIDTH / 2, baseline, line)
    else:
        canvas.drawString(LEFT, baseline, line)


def draw_cover(canvas: Canvas, year: int) -> None:
    """Draws the title page."""
    canvas.setFont("Times-BoldItalic", 24)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 320, f"{year} {SERIES_TITLE}")
    canvas.setFont("Times-Bold", 18)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 400, "A fictitious report for demonstration")
    finish(canvas)


def draw_contents(canvas: Canvas, setting: Setting) -> None:
    """Draws the table of contents: names, dot leaders and printed page numbers."""
    draw_line(canvas, STYLES["#"], TOP, "TABLE OF CONTENTS")
    style, depth = STYLES[""], TOP + 48
    for name, index in setting.chapters:
        page = str(index + 1)
        room = RIGHT - LEFT - stringWidth(f"{name}  {page}", style.font, style.size)
        dots = int(room // stringWidth(".", style.font, style.size))
        draw_line(canvas, style, depth, f"{name} {'.' * dots} {page}")
        depth += 16
    finish(canvas)


def draw_foot(canvas: Canvas, printed: int) -> None:
    """Draws the running foot: the number outside, left on even pages and right on odd ones."""
    canvas.setFont("Times-Roman", 11)
    baseline = HEIGHT - FOOT - 8
    if printed % 2:
        canvas.drawRightString(RIGHT, baseline, f"{FOOT_TITLE} | {printed}")
    else:
        canvas.drawString(LEFT, baseline, f"{printed} | {FOOT_TITLE}")


def finish(canvas: Canvas) -> None:
    """Marks the page as illustrative and ends it."""
    canvas.setFont("Times-Italic", 9)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, MARK)
    canvas.showPage()


def main() -> None:
    """Writes every edition whose text lies beside this file."""
    parser = argparse.ArgumentParser(description="Write the illustrative sample editions.")
    parser.add_argument("--to", type=Path, default=HERE, help="folder to write into")
    folder = parser.parse_args().to
    for source in sorted((HERE / "text").glob("*.txt")):
        write(int(source.stem), source.read_text(encoding="utf-8"), folder / f"ite-{source.stem}.pdf")


if __name__ == "__main__":
    main()
