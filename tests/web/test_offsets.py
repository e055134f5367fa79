"""The page of offsets."""

from __future__ import annotations

from lxml import html

FORMERLY = "Previously the ministry required offsets in army contracts."
NOW = "The ministry requires offsets from makers of weapons."


def test_editions_that_differ_are_told_with_both_sentences(reports, visit, tmp_path):
    reports((2020, "Oman", FORMERLY), (2021, "Oman", NOW))
    client = visit(tmp_path / "nte.sqlite")
    page = html.fromstring(client.get("/offsets/nte").text)
    rows = [row.text_content() for row in page.xpath("//div[@id='results']//tbody/tr")]
    assert ["formerly asked for" in row for row in rows] == [True, True]
    assert sorted(FORMERLY in row and NOW in row for row in rows) == [False, True]
    (turn,) = page.xpath("//section[@aria-labelledby='by-year']//li")
    assert turn.text_content() == (
        f"Oman, defence offset: asked for (2021: “{NOW}”); in 2020 formerly asked for (2020: “{FORMERLY}”)."
    )
    one = html.fromstring(client.get("/offsets/nte?year=2020").text)
    assert one.xpath("string(//div[@id='results']//caption)").startswith("1 regime as ")
