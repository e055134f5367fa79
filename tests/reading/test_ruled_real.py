"""The ruled tables of the real report against pdfplumber's own extraction."""

from __future__ import annotations

import re

import pytest

from analyzer.reading.opening import DEFAULT, describe, read_here
from analyzer.records import LineKind

pytestmark = pytest.mark.real
PAGES = (389, 390, 391, 392, 393, 394)


@pytest.fixture(scope="module")
def paged(real_report):
    return read_here(real_report, describe(real_report), limits=DEFAULT)


def test_tables_stand_in_the_second_appendix_only(paged):
    found = [page.number for page in paged.pages if any(line.kind is LineKind.TABLE for line in page.lines)]
    assert found == list(PAGES)


def test_cells_are_those_that_pdfplumber_extracts(paged, real_report):
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(real_report, pages=list(PAGES)) as reference:
        for page in reference.pages:
            (table,) = page.find_tables()
            theirs = [[" ".join((cell or "").split()) for cell in row] for row in table.extract()]
            theirs = [[cell for cell in row if cell] for row in theirs if any(row)]
            rows = [line.text for line in paged.pages[page.page_number - 1].lines if line.kind is LineKind.TABLE]
            assert [[cell for cell in re.split(r" ?\| ?", row) if cell] for row in rows] == theirs
