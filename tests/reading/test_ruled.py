"""Tables with ruled cells, drawn with reportlab."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analyzer.outline import lay_out
from analyzer.reading import read
from analyzer.records import LineKind

canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="needs the dev extra")

ROWS = [
    ("Product", "Bound rate", "Applied rate"),
    ("Dairy products", "40 percent", "35 percent"),
    ("Motor vehicles", "", "12 percent"),
    ("Rice", "60 percent", "60 percent"),
]
COLUMNS = (72, 220, 340, 460)


def _text(drawing, top, text, *, left=72, size=11, font="Times-Roman"):
    drawing.setFont(font, size)
    drawing.drawString(left, 792 - top, text)


def _grid(drawing, top, rows, *, style, size=11):
    """Rows of 18 points; the rules as strokes, as thin filled rectangles, or as a box around each cell."""
    bottom = top + 18 * len(rows)
    if style == "boxes":
        for at in range(len(rows)):
            for left, right in pairwise(COLUMNS):
                drawing.rect(left, 792 - top - 18 * (at + 1), right - left, 18, stroke=1, fill=0)
    for at in range(len(rows) + 1):
        if style == "strokes":
            drawing.line(COLUMNS[0], 792 - top - 18 * at, COLUMNS[-1], 792 - top - 18 * at)
        elif style == "fills":
            drawing.rect(COLUMNS[0], 792 - top - 18 * at, COLUMNS[-1] - COLUMNS[0], 0.5, stroke=0, fill=1)
    for left in COLUMNS:
        if style == "strokes":
            drawing.line(left, 792 - top, left, 792 - bottom)
        elif style == "fills":
            drawing.rect(left, 792 - bottom, 0.5, bottom - top, stroke=0, fill=1)
    for at, row in enumerate(rows):
        for left, text in zip(COLUMNS, row, strict=False):
            _text(drawing, top + 18 * at + 13, text, left=left + 4, size=size)
    return bottom


@pytest.fixture
def report(tmp_path):
    """A function that writes a report of one chapter with a table between two paragraphs."""

    def make(draw):
        path = tmp_path / "2031-nte.pdf"
        drawing = canvas.Canvas(str(path), pagesize=(612, 792))
        drawing.setTitle("2031 National Trade Estimate Report on Foreign Trade Barriers")
        _text(drawing, 80, "JAPAN", size=18, font="Times-Bold")
        _text(drawing, 110, "IMPORT POLICIES", size=13, font="Times-Bold")
        _text(drawing, 140, "Rates differ widely between goods, as this table shows, and have not")
        _text(drawing, 153, "been lowered since the last round.")
        bottom = draw(drawing)
        _text(drawing, bottom + 24, "Quotas apply to rice besides the rate.")
        drawing.showPage()
        drawing.save()
        return path

    return make


@pytest.mark.parametrize("style", ["strokes", "fills", "boxes"])
def test_rows_of_a_ruled_table_are_lines_of_cells(report, style):
    paged = read(report(lambda drawing: _grid(drawing, 170, ROWS, style=style)))
    rows = [line for line in paged.pages[0].lines if line.kind is LineKind.TABLE]
    assert [line.text for line in rows] == [
        "Product | Bound rate | Applied rate",
        "Dairy products | 40 percent | 35 percent",
        "Motor vehicles | | 12 percent",
        "Rice | 60 percent | 60 percent",
    ]
    for at, line in enumerate(rows):
        x0, top, x1, bottom = line.box
        assert 72 < x0 < 80
        assert 344 < x1 < 460
        assert 170 + 18 * at - 3 < top < bottom < 170 + 18 * (at + 1) + 3
    assert len(paged.pages[0].lines) == 9


def test_a_table_is_one_passage_with_a_sentence_for_each_row_and_joins_no_paragraph(report):
    (edition,) = lay_out(read(report(lambda drawing: _grid(drawing, 170, ROWS, style="strokes"))))
    before, table, after = edition.passages
    assert before.text.endswith("since the last round.")
    assert after.text == "Quotas apply to rice besides the rate."
    assert [table.text[a:b] for a, b in table.sentences][2:] == [
        "Motor vehicles | | 12 percent",
        "Rice | 60 percent | 60 percent",
    ]
    assert table.text.count("\n") == 3
    assert (table.chapter, table.section, table.heading) == ("JPN", "import_policies", ())


def test_table_rows_in_small_type_at_the_foot_are_no_footnotes(report):
    rows = [(f"Product {n}", f"{n} percent", f"{n + 1} percent") for n in range(1, 30)]
    paged = read(report(lambda drawing: _grid(drawing, 170, rows, style="strokes", size=7)))
    kinds = [line.kind for line in paged.pages[0].lines if line.text.startswith("Product")]
    assert kinds == [LineKind.TABLE] * 29


def test_text_of_two_cells_set_in_one_is_cut_at_the_rule(report):
    def draw(drawing):
        bottom = _grid(drawing, 170, [("", "", "")] * 3, style="strokes")
        for at in range(3):
            _text(drawing, 183 + 18 * at, "LeftRight", left=COLUMNS[1] - 20)  # "Left" is 20 points wide
        return bottom

    rows = [line.text for line in read(report(draw)).pages[0].lines if line.kind is LineKind.TABLE]
    assert rows == ["Left | Right"] * 3


def test_words_beside_a_table_stay_a_line(report):
    def draw(drawing):
        bottom = _grid(drawing, 170, ROWS, style="strokes")
        _text(drawing, 183, "see note", left=COLUMNS[-1] + 6)
        return bottom

    lines = read(report(draw)).pages[0].lines
    (aside,) = (line for line in lines if line.text == "see note")
    assert aside.kind is LineKind.BODY
    assert aside.box[0] == pytest.approx(COLUMNS[-1] + 6, abs=1)


def test_a_frame_round_a_paragraph_and_underlines_are_no_table(report):
    def draw(drawing):
        drawing.rect(70, 792 - 240, 400, 70)
        for at in range(4):
            _text(drawing, 185 + 14 * at, "A note within a frame on how the rates were counted.")
            drawing.line(72, 792 - 187 - 14 * at, 320, 792 - 187 - 14 * at)
        return 240

    assert {line.kind for line in read(report(draw)).pages[0].lines} == {LineKind.BODY}
