"""A report with script in its headings and texts stays text on every page."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from analyzer.pipeline import add
from analyzer.store import Store

SCRIPT = "<script>alert(1)</script>"
ATTRIBUTE = '" onmouseover="alert(2)'
ROWS = [
    {
        "year": year,
        "country": "Korea",
        "section": f"Government Procurement {SCRIPT}",
        "text": f"Defense offsets {SCRIPT} are asked for {ATTRIBUTE} <img src=x onerror=alert(3)> in {year}.",
    }
    for year in (2018, 2019)
]
FORMULA = "=HYPERLINK(1) is what the customs office of the port writes above its list of fees."
ROWS.append({"year": 2019, "country": "Korea", "section": "Import Policies", "text": FORMULA})


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, visit):
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / 'rows "><script>alert(4)</script>.jsonl'.replace("/", "")
    source.write_text("\n".join(json.dumps(row) for row in ROWS))
    with Store.open(folder / "s.sqlite", create=True) as store:
        assert not add(store, [source], series="nte", jobs=1).failed
    return visit(folder / "s.sqlite")


def test_nothing_of_it_becomes_markup(hostile):
    rows = hostile.get("/api/v1/findings", params={"economy": "KOR", "year": 2019}).json()
    listing = rows[0]["listing_id"]
    paths = [
        "/edition/nte/2019",
        "/economy/nte/2019/KOR",
        "/economy/nte/2019/KOR?q=offsets",
        "/listings/nte/KOR",
        f"/listing/nte/KOR/{listing}",
        f"/passage/{rows[0]['passage_id']}",
        "/search?q=offsets",
        "/search?q=script",
        "/history/nte/KOR?q=script",
        "/agreements/nte/2019",
        "/offsets/nte",
        "/check?text=Korea's offsets are newly listed in the 2019 report.",
    ]
    for path in paths:
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        assert re.findall(r"<script(?! src=\"/static/app\.js)", answer.text) == [], path
        assert "<img src=x" not in answer.text
        assert not re.search(r'<[^>]*"\s+onmouseover=', answer.text), path


def test_it_is_shown_as_it_stands(hostile):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in hostile.get("/economy/nte/2019/KOR").text


def test_tables_start_no_formula(hostile):
    table = hostile.get("/findings/nte/2019/KOR.csv").text
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert [cell for cell in cells if cell.startswith("=")] == []
    assert f"'{FORMULA}" in cells
