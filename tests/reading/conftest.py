from __future__ import annotations

from pathlib import Path

import pytest

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture(scope="session")
def real_report():
    path = REAL / "2025NTE.pdf"
    if not path.is_file():
        pytest.skip("2025NTE.pdf is not in ../shared/data")
    return path


@pytest.fixture
def make_pdf(tmp_path):
    """A function that writes a PDF: each page is a list of (top, size, font, text), set 72 points from the left."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="needs the dev extra")

    def make(pages, name="made.pdf", bookmarks=(), **options):
        path = tmp_path / name
        drawing = canvas.Canvas(str(path), pagesize=(612, 792), **options)
        for number, lines in enumerate(pages):
            for title, page in bookmarks:
                if page == number:
                    drawing.bookmarkPage(title)
                    drawing.addOutlineEntry(title, title)
            for top, size, font, text in lines:
                drawing.setFont(font, size)
                drawing.drawString(72, 792 - top, text)
            drawing.showPage()
        drawing.save()
        return path

    return make
