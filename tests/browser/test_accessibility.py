"""axe-core finds nothing serious on any kind of page."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")

PAGES = (
    "/edition/ite/2025",
    "/edition/ite/1996?by=all&sort=new",
    "/economy/ite/2025/KOR",
    "/economy/ite/2025/SAU",
    "/economy/ite/2025/KOR?status=dropped&q=nothing",
    "/listings/ite/KOR",
    "/agreements/ite",
    "/agreements/ite/2025",
    "/offsets/ite",
    "/search",
    "/search?q=offset",
    "/history/ite/KOR?q=defense+offset",
    "/check",
    "/check?text=Korea%27s+defense+offsets+are+in+the+2025+report+for+the+first+time.",
    "/rulings",
    "/add",
    "/help",
)


def _serious(page):
    found = axe.Axe().run(page).response["violations"]
    return [
        (one["id"], one["help"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_nothing_serious(page, path):
    answer = page.goto(path)
    assert answer.status == 200
    assert _serious(page) == []


def test_a_listing_and_a_passage_have_nothing_serious(page):
    page.goto("/economy/ite/2025/KOR?status=relisted")
    page.get_by_role("link", name="linked passages").click()
    page.wait_for_url(re.compile("/listing/"))
    assert _serious(page) == []
    page.get_by_role("link", name=re.compile("p. 6")).first.click()
    page.wait_for_url(re.compile("/passage/"))
    assert _serious(page) == []


def test_evidence_unfolded_has_nothing_serious(page):
    page.goto("/economy/ite/2025/BRA")
    for one in page.locator("summary").all():
        one.click()
    assert _serious(page) == []


def test_a_ruling_made_has_nothing_serious(window, own_site):
    page = window(own_site)
    page.goto("/economy/ite/2025/KOR")
    page.get_by_role("article", name="Defense Offsets").get_by_role("button", name="new", exact=True).click()
    page.get_by_text("Ruled by ").wait_for()
    assert _serious(page) == []
    page.goto("/rulings")
    assert _serious(page) == []


def test_an_error_has_nothing_serious(window, site):
    page = window(site, refusals=(404,))
    assert page.goto("/passage/none").status == 404
    assert _serious(page) == []


def test_the_door_has_nothing_serious(window, serving, sample_file):
    with serving(sample_file, token="a-token-of-this-test") as address:
        page = window(address, refusals=(401,))
        assert page.goto("/").status == 401
        assert _serious(page) == []
