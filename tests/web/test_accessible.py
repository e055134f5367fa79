"""What keyboards and screen readers need, on every page; a browser looks at it more closely elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html

PAGES = (
    "/edition/ite/2025",
    "/economy/ite/2025/KOR",
    "/economy/ite/2025/KOR?q=offset",
    "/listings/ite/KOR",
    "/history/ite/KOR",
    "/history/ite/KOR?q=defense offset",
    "/history/ite/KOR?q=zebra",
    "/agreements/ite/2025",
    "/agreements/ite",
    "/offsets/ite",
    "/search",
    "/search?q=offset",
    "/check",
    "/check?text=Korea's defense offsets are in the 2025 report for the first time.",
    "/add",
    "/rulings",
    "/help",
    "/nowhere",
)


@pytest.fixture(scope="module")
def pages(client):
    """Address -> page as a tree, with a listing and a passage."""
    economy = client.get("/economy/ite/2025/KOR?status=relisted").text
    more = [re.search(rf'href="(/{kind}/[^"?]+)', economy)[1] for kind in ("listing", "passage")]
    return {path: html.fromstring(client.get(path).text) for path in (*PAGES, *more)}


def test_every_page_has_its_landmarks_and_one_heading(pages):
    for path, page in pages.items():
        assert page.get("lang") == "en", path
        assert page.findtext(".//title").strip(), path
        assert [len(page.findall(f".//{name}")) for name in ("main", "h1")] == [1, 1], path
        assert page.xpath("//body/a[1][@class='skip']/@href") == ["#main"], path
        navs = [nav.get("aria-label") for nav in page.iter("nav")]
        assert all(navs), path
        assert len(navs) == len(set(navs)), path
        regions = [r.get("aria-label") for r in page.xpath("//form[@aria-label] | //*[@role='region']")]
        assert len(regions) == len(set(regions)), path


def test_headings_skip_no_level(pages):
    for path, page in pages.items():
        levels = [int(h.tag[1]) for h in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)


def test_every_field_has_a_label_and_every_id_is_one(pages):
    for path, page in pages.items():
        twice = [key for key, n in Counter(page.xpath("//@id")).items() if n > 1]
        assert not twice, (path, twice)
        for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            labelled = page.xpath(f"//label[@for='{field.get('id')}']") if field.get("id") else []
            assert labelled or field.xpath("ancestor::label"), (path, html.tostring(field)[:80])
        for name in page.xpath("//@aria-labelledby | //@aria-describedby"):
            assert all(page.xpath(f"//*[@id='{one}']") for one in name.split()), (path, name)


def test_tables_have_captions_and_heads_and_images_words(pages):
    for path, page in pages.items():
        for table in page.iter("table"):
            assert table.findtext("caption").strip(), path
            assert table.xpath(".//th[@scope='col']"), path
        for image in page.iter("img"):
            assert image.get("alt"), path
        for group in page.xpath("//*[@role='region' or @role='group']"):
            assert group.get("aria-label"), path


def test_links_and_buttons_say_something(pages):
    for path, page in pages.items():
        for element in page.xpath("//a[@href] | //button"):
            said = element.get("aria-label") or " ".join(element.itertext()).strip()
            assert said, (path, html.tostring(element)[:90])


def test_changes_are_announced(pages):
    for path, page in pages.items():
        assert page.xpath("//*[@id='said' and @role='status' and @aria-live='polite']"), path


def luminance(colour: str) -> float:
    whole = "".join(c * 2 for c in colour[1:]) if len(colour) == 4 else colour[1:7]
    parts = [int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(("#fff", name) for name in ("--new", "--relisted", "--changed", "--continued", "--dropped", "--accent")),
        ("--quiet", "#fff"),
        ("--quiet", "--ground"),
        ("--accent", "--ground"),
        ("#fff", "#c2502f"),
        ("#fff", "#8a1c1c"),
        ("--ink", "#ee9a6a"),
        ("#7a1020", "#fde0e0"),
        ("#0d4f25", "#dcf3e2"),
        ("#76828e", "#fff"),
    ],
)
def test_colours_can_be_told_apart(client, text, ground):
    style = client.get("/static/style.css").text
    colours = dict(re.findall(r"(--[\w-]+): (#\w+);", style))
    light, dark = sorted((luminance(colours.get(c, c)) for c in (text, ground)), reverse=True)
    least = 3.0 if text == "#76828e" else 4.5  # economies without a chapter: not to be acted on
    assert (light + 0.05) / (dark + 0.05) >= least
