"""Standings under the GPA on the pages, beside the dated lists."""

from __future__ import annotations

import re

import pytest


@pytest.fixture
def pages(reports, visit, tmp_path):
    reports(
        (2019, "China", "China is an observer to the WTO Agreement on Government Procurement (GPA)."),
        (2019, "Norway", "Norway is an observer to the GPA."),
        (2019, "Kenya", "Kenya is an observer to the GPA."),
        (2019, "Chile", "Chile is not a signatory to the GPA."),
        (2019, "Peru", "Peru is neither a party nor an observer to the GPA."),
    )
    return visit(tmp_path / "nte.sqlite")


def test_the_matrix_marks_what_the_lists_do_not_bear_out(pages):
    page = pages.get("/agreements/nte").text
    cells = dict(re.findall(r'<th scope="row">(\w+)</th><td><a[^>]*>(.*?)</a></td>', page))
    marks = {name: re.sub(r"<[^>]+>", "", letter) for name, letter in cells.items()}
    assert marks == {"China": "O", "Norway": "O!", "Kenya": "O?", "Chile": "n", "Peru": "N"}
    assert 'aria-label="observer (differs; the list has: party since 1996-01-01)"' in page
    assert 'aria-label="observer (no entry)"' in page
    assert 'aria-label="not a party, no word of observing"' in page
    for meant in ("differs from the dated list", "the list has no entry", "neither party nor observer"):
        assert meant in page


def test_the_list_shows_its_weightiest_standing_and_the_others_under_it(pages):
    row = re.search(r"(?s)China</a>.*?</tr>", pages.get("/agreements/nte/2019").text)[0]
    told = " ".join(re.sub(r"<[^>]+>", " ", row).split())
    assert "acceding since 2007-12 observer since 2002-02" in told
    assert "differs" not in told
