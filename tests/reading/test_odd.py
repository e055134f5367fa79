"""Pages that are turned, set across columns, or set out of order."""

from __future__ import annotations

import pytest

from analyzer.reading import read
from analyzer.records import LineKind

canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="needs the dev extra")
pikepdf = pytest.importorskip("pikepdf", reason="needs the dev extra")

LEFT = [
    "The ministry asks for a licence before goods may",
    "be shipped and gives none for used machines. In",
    "spring it closed the list for good, and traders",
    "wait for a year or more until they hear of it.",
]
RIGHT = [
    "A second matter is the stamp duty, raised twice",
    "since the last round of talks. It falls on foreign",
    "bottles alone. Brewers at home pay a flat fee that",
    "has stayed the same for as long as anyone recalls.",
]
NUMBERED = [f"{text} ({n})" for n, text in enumerate(LEFT * 3, 1)]


@pytest.fixture
def page(tmp_path):
    """A function that gives the one page of a PDF: what `draw` puts on it, shown turned by `turn` degrees."""

    def make(draw, *, turn=0):
        path = tmp_path / "odd.pdf"
        drawing = canvas.Canvas(str(path), pagesize=(612, 792))
        drawing.setFont("Times-Roman", 10)
        draw(drawing)
        drawing.save()
        with pikepdf.open(path, allow_overwriting_input=True) as document:
            document.pages[0].Rotate = turn
            document.save(path)
        return read(path).pages[0]

    return make


def _column(drawing, lines, *, left=72, top=100):
    for at, text in enumerate(lines):
        drawing.drawString(left, 792 - top - 14 * at, text)


def _across(drawing):
    drawing.drawString(72, 792 - 80, "One title over the whole of the page, from the left column to the right one")
    for at, pair in enumerate(zip(LEFT * 2, RIGHT * 2, strict=True)):
        for left, text in zip((72, 330), pair, strict=True):
            drawing.drawString(left, 792 - 100 - 14 * at, text)


def test_columns_set_across_are_read_one_after_the_other(page):
    lines = [line.text for line in page(_across).lines]
    assert lines[0].startswith("One title")
    assert lines[1:] == LEFT * 2 + RIGHT * 2


def test_columns_set_one_after_the_other_stay_as_they_are(page):
    def draw(drawing):
        _column(drawing, LEFT)
        _column(drawing, RIGHT, left=330)

    assert [line.text for line in page(draw).lines] == LEFT + RIGHT


def test_lines_set_out_of_order_are_put_in_order(page):
    def draw(drawing):
        for at in (7, 2, 9, 0, 4, 11, 1, 3, 10, 5, 8, 6):
            drawing.drawString(72, 792 - 100 - 14 * at, NUMBERED[at])

    assert [line.text for line in page(draw).lines] == NUMBERED


def test_a_foot_set_first_moves_nothing(page):
    def draw(drawing):
        drawing.drawString(72, 40, "7 | OWN FOOT")
        _column(drawing, NUMBERED)

    assert [line.text for line in page(draw).lines] == ["7 | OWN FOOT", *NUMBERED]


@pytest.mark.parametrize(("angle", "origin"), [(90, (612, 0)), (-90, (0, 792))])
def test_text_that_runs_up_or_down_the_page_is_read_in_columns_at_its_true_place(page, angle, origin):
    def draw(drawing):
        drawing.translate(*origin)
        drawing.rotate(angle)
        for at, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
            for left, text in zip((72, 330), pair, strict=True):
                drawing.drawString(left, 500 - 14 * at, text)

    lines = page(draw).lines
    assert [line.text for line in lines] == LEFT + RIGHT
    x0, top, x1, bottom = lines[0].box
    assert (x1 - x0, lines[0].size) == (pytest.approx(10, abs=0.5), 10.0)
    assert bottom - top == pytest.approx(197, abs=2)
    assert (top if angle < 0 else 792 - bottom) == pytest.approx(72, abs=2)


def test_a_page_shown_turned_has_the_size_and_places_that_a_reader_sees(page):
    def draw(drawing):
        drawing.translate(612, 0)
        drawing.rotate(90)
        _column(drawing, LEFT, top=300)

    shown = page(draw, turn=90)
    assert (shown.width, shown.height) == (792, 612)
    assert [line.text for line in shown.lines] == LEFT
    assert shown.lines[0].box[0] == pytest.approx(72, abs=1)
    assert shown.lines[1].box[1] - shown.lines[0].box[1] == pytest.approx(14, abs=0.2)


def test_a_ruled_table_on_a_page_shown_turned_keeps_its_rows(page):
    def draw(drawing):
        drawing.translate(612, 0)
        drawing.rotate(90)
        drawing.drawString(72, 520, "Rates by product, own count")
        for at in range(4):
            drawing.line(72, 500 - 20 * at, 472, 500 - 20 * at)
        for left in (72, 272, 472):
            drawing.line(left, 500, left, 440)
        for at, row in enumerate([("Product", "Rate"), ("Maize", "12 percent"), ("Silk", "5 percent")]):
            for left, text in zip((76, 276), row, strict=True):
                drawing.drawString(left, 486 - 20 * at, text)

    shown = page(draw, turn=90).lines
    assert [(line.text, line.kind) for line in shown] == [
        ("Rates by product, own count", LineKind.BODY),
        ("Product | Rate", LineKind.TABLE),
        ("Maize | 12 percent", LineKind.TABLE),
        ("Silk | 5 percent", LineKind.TABLE),
    ]
