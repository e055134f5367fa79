from __future__ import annotations

import re

from analyzer.mentions.markup import Shown, as_html


def test_mentions_stand_with_norm_and_attributes():
    page = as_html(
        [Shown("It is a Party to the GPA and requires offsets of 5 percent above $5 million.", "Fiji", "FJI", 2030)]
    )
    for label in (
        "AGREEMENT GPA, party, FJI",
        "OFFSET offset, unspecified, required",
        "threshold 5000000 USD",
        "percentage 5 %",
    ):
        assert label in page
    assert "<h2>Fiji</h2>" in page


def test_what_texts_hold_is_escaped():
    page = as_html(
        [Shown("Korea <script>alert(1)</script> asks", "<i>t</i>"), Shown("No <b>mention</b>.")], title="<u>"
    )
    assert "<script>" not in page and "<b>" not in page and "<i>" not in page and "<u>" not in page
    assert "&lt;b&gt;mention" in page


def test_a_name_out_of_the_text_is_no_label():
    page = as_html([Shown("The Ministry of <b onclick=x>Trade requires offsets.")])
    assert "onclick=x>" not in page
    assert re.search(r">\s*agency\s*<", as_html([Shown("The Trade Ministry requires offsets.")]))
