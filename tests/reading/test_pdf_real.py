"""The fast reader against pdfplumber, on pages of the real report of different kinds."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from analyzer.reading.opening import DEFAULT, describe, read_here

# First page of a chapter, tables in text, bullets, a heading over two lines, footnotes, an appendix in columns.
PAGES = (13, 56, 140, 186, 259, 324, 389)


@pytest.fixture(scope="module")
def paged(real_report):
    return read_here(real_report, describe(real_report), limits=DEFAULT)


@pytest.mark.real
def test_words_are_those_of_pdfplumber(paged, real_report):
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(real_report, pages=list(PAGES)) as reference:
        for number, page in zip(PAGES, reference.pages, strict=True):
            ours = sorted(word for line in paged.pages[number - 1].lines for word in line.text.split() if word != "|")
            theirs = sorted(word["text"] for word in page.extract_words(use_text_flow=True))
            likeness = SequenceMatcher(None, ours, theirs, autojunk=False).ratio()
            assert likeness > 0.985, f"page {number}: {likeness:.3f}"


@pytest.mark.real
def test_lines_stand_where_pdfplumber_sees_them(paged, real_report):
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(real_report, pages=[259]) as reference:
        found = {line["text"]: line for line in reference.pages[0].extract_text_lines()}
    lines = [line for line in paged.pages[258].lines if line.text in found]
    assert len(lines) > 30
    for line in lines:
        seen = found[line.text]
        assert line.box[0] == pytest.approx(seen["x0"], abs=3)
        assert line.box[1] - 2 <= seen["top"] <= seen["bottom"] <= line.box[3] + 2


@pytest.mark.real
def test_every_numbered_page_bears_the_next_number(paged):
    printed = {page.number: page.printed for page in paged.pages}
    assert len(printed) == 397
    assert printed[259] == "251"
    numbered = {number: int(label) for number, label in printed.items() if label and label.isdigit()}
    assert len(numbered) == 377
    assert {number - label for number, label in numbered.items()} == {8}
