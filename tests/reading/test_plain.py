from __future__ import annotations

import pytest

from analyzer.errors import NoText
from analyzer.reading.opening import DEFAULT, describe, read_here


def _read(tmp_path, content):
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    return read_here(path, describe(path), limits=DEFAULT)


def test_a_form_feed_ends_a_page(tmp_path):
    paged = _read(tmp_path, b"FREEDONIA\n\nQuotas bind.\n\fSYLVANIA\n\f")
    assert [[line.text for line in page.lines] for page in paged.pages] == [["FREEDONIA", "Quotas bind."], ["SYLVANIA"]]


def test_a_blank_line_leaves_a_gap(tmp_path):
    one, two, three = _read(tmp_path, b"first\nsecond\n\nthird\n").pages[0].lines
    assert two.box[1] - one.box[3] == 0
    assert three.box[1] - two.box[3] == 12


def test_white_space_alone_is_no_text(tmp_path):
    with pytest.raises(NoText):
        _read(tmp_path, b" \n\f\n")
