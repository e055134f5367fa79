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


def test_the_latest_edition_comes_first_and_lost_signs_are_told(reports, visit, tmp_path):
    reports(
        (2019, "Fiji", "The navy wants offsets on contracts over 10 million."),
        (2021, "Kuwait", NOW),
        (2021, "Brazil", NOW),
        (2021, "Oman", "A law bans offsets."),
        (2021, "United Arab Emirates", NOW),
    )
    page = html.fromstring(visit(tmp_path / "nte.sqlite").get("/offsets/nte").text)
    rows = page.xpath("//div[@id='results']//tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == ["Brazil", "Kuwait", "Oman", "United Arab Emirates", "Fiji"]
    assert "10 million (currency sign lost)" in rows[-1].xpath("string(td[@class='terms'])")
    assert "the latest edition first" in page.xpath("string(//div[@id='results']//caption)")
    (latest, _) = page.xpath("//section[@aria-labelledby='by-year']//tbody/tr")
    assert latest.xpath("string(td[1])") == "Brazil, Kuwait, United Arab Emirates"
