"""Files to take away: the note for Word, tables, the report itself."""

from __future__ import annotations

import csv
import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect


def _taken(page, link):
    with page.expect_download() as taken:
        link.click()
    return taken.value


def test_the_note_for_word(page):
    import docx

    page.goto("/economy/ite/2025/KOR")
    taken = _taken(page, page.get_by_role("link", name="Word note"))
    assert taken.suggested_filename == "ite-2025-KOR.docx"
    text = "\n".join(p.text for p in docx.Document(str(taken.path())).paragraphs)
    assert "Korea" in text
    assert "Defense Offsets" in text


def test_a_table_as_the_page_is_filtered(page):
    page.goto("/economy/ite/2025/KOR?status=relisted")
    taken = _taken(page, page.get_by_role("link", name="CSV"))
    assert taken.suggested_filename == "findings-ite-2025-KOR.csv"
    with taken.path().open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["status"] for row in rows] == ["relisted"]


def test_the_report_as_it_was_added(page, site, sample_pdf):
    page.goto("/economy/ite/2025/KOR")
    page.get_by_role("article", name="Defense Offsets").get_by_role("link", name=re.compile("open the page")).click()
    address = page.get_by_role("link", name="The report at this page (PDF)").get_attribute("href")
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body() == sample_pdf(2025).read_bytes()
