from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.outline import lay_out
from analyzer.reading.opening import DEFAULT, describe, read_here
from analyzer.records import Line, Page, Paged, SourceFile

REAL = Path(__file__).resolve().parents[2].parent / "shared"


def set_pages(*pages, bookmarks=(), title="2031 National Trade Estimate Report", width=612.0):
    """Pages out of lists of (top, size, style, text); style holds b for bold and i for italic."""
    made = []
    for number, lines in enumerate(pages, 1):
        placed = tuple(
            Line(text, (72.0, top, 72.0 + 5 * len(text), top + size), size, "b" in style, "i" in style)
            for top, size, style, text in lines
        )
        made.append(Page(number, str(number), width, 792.0, placed))
    return Paged(SourceFile("made.pdf", "0" * 64, 1, "pdf"), tuple(made), tuple(bookmarks), title)


@pytest.fixture(name="set_pages")
def _set_pages():
    return set_pages


@pytest.fixture(scope="session")
def real_folder():
    if not (REAL / "data" / "2025NTE.pdf").is_file():
        pytest.skip("2025NTE.pdf is not in ../shared/data")
    return REAL


@pytest.fixture(scope="session")
def real_pages(real_folder):
    path = real_folder / "data" / "2025NTE.pdf"
    return read_here(path, describe(path), limits=DEFAULT)


@pytest.fixture(scope="session")
def real_edition(real_pages):
    return lay_out(real_pages)[0]
