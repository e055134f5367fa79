from __future__ import annotations

import pytest

from analyzer.errors import BrokenFile, NoText
from analyzer.reading.opening import DEFAULT, describe, read_here


def _read(tmp_path, content):
    path = tmp_path / "page.html"
    path.write_text(content, encoding="utf-8")
    return read_here(path, describe(path), limits=DEFAULT)


def test_blocks_become_lines_and_headings_know_their_level(tmp_path):
    paged = _read(
        tmp_path,
        "<!doctype html><html><head><title>Estimate 2031</title><style>p{}</style></head><body><nav>menu</nav>"
        "<h1>Freedonia</h1><h2>Import <em>Policies</em></h2><p>Duties\n  rose to <b>9</b>&nbsp;percent.</p>"
        "<ul><li>Tyres</li><li>Milk<br>powder</li></ul><script>alert(1)</script>tail</body></html>",
    )
    found = [(line.text, line.level) for line in paged.pages[0].lines]
    assert found == [
        ("Freedonia", 1),
        ("Import Policies", 2),
        ("Duties rose to 9 percent.", None),
        ("Tyres", None),
        ("Milk powder", None),
        ("tail", None),
    ]
    assert paged.title == "Estimate 2031"
    assert [(mark.title, mark.level) for mark in paged.bookmarks] == [("Freedonia", 0), ("Import Policies", 1)]


def test_a_page_that_shows_nothing_is_refused(tmp_path):
    with pytest.raises(NoText):
        _read(tmp_path, "<html><body><script>var x = 'hidden';</script></body></html>")


def test_text_nested_deeply_is_read_or_refused_but_never_dropped(tmp_path):
    assert _read(tmp_path, "<html>" + "<div>" * 900 + "deep" + "</div>" * 900).pages[0].lines[0].text == "deep"
    with pytest.raises(BrokenFile, match="nested"):
        _read(tmp_path, "<html><p>shallow</p>" + "<div>" * 9000 + "deep" + "</div>" * 9000)
