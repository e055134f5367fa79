"""Rulings: one click, seen at once, kept; and none that another site's page sends."""

from __future__ import annotations

import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect


def test_one_click_changes_the_status_and_is_kept(window, own_site):
    page = window(own_site)
    page.goto("/rulings")
    page.get_by_label("Decisions in this browser are recorded for").fill("Min-ji Kim")
    page.get_by_role("button", name="Remember").click()
    page.goto("/economy/ite/2025/KOR")
    finding = page.get_by_role("article", name="Defense Offsets")
    expect(finding.locator("header .chip")).to_have_text("relisted")
    finding.get_by_role("button", name="new", exact=True).click()
    expect(finding.locator("header .chip")).to_have_text("new")
    expect(finding).to_contain_text("Ruled by Min-ji Kim.")
    page.reload()
    expect(page.get_by_role("article", name="Defense Offsets")).to_contain_text("Ruled by Min-ji Kim.")
    page.get_by_role("link", name="Rulings").click()
    row = page.get_by_role("row", name=re.compile("Min-ji Kim"))
    expect(row).to_contain_text("new")
    with page.expect_download() as taken:
        page.get_by_role("link", name="All rulings as JSON lines").click()
    assert '"by": "Min-ji Kim"' in taken.value.path().read_text()


def test_one_click_withdraws_it(window, own_site):
    page = window(own_site)
    page.goto("/economy/ite/2025/KOR")
    finding = page.get_by_role("article", name="Defense Offsets")
    finding.get_by_role("button", name="new", exact=True).click()
    expect(finding.locator("header .chip")).to_have_text("new")
    finding.get_by_role("button", name=re.compile("withdraw")).click()
    expect(finding.locator("header .chip")).to_have_text("relisted")
    finding.get_by_role("button", name="continued", exact=True).click()
    expect(finding.locator("header .chip")).to_have_text("continued")
    page.goto("/rulings")
    page.get_by_role("button", name=re.compile("withdraw")).click()
    rows = page.get_by_role("row", name=re.compile("ite2025"))
    expect(rows).to_contain_text(["withdrawn", "continued", "withdrawn", "new"])  # all are kept, the latest first
    expect(page.get_by_role("button", name=re.compile("withdraw"))).to_have_count(0)


def test_it_needs_no_javascript(window, own_site):
    page = window(own_site, java_script_enabled=False)
    page.goto("/economy/ite/2025/KOR")
    page.get_by_role("article", name="Defense Offsets").get_by_role("button", name="new", exact=True).click()
    expect(page).to_have_url(re.compile(r"/economy/ite/2025/KOR#f-ite2025-KOR-[0-9a-f]{12}$"))
    expect(page.get_by_role("article", name="Defense Offsets")).to_contain_text("Ruled by ")


def test_another_sites_page_cannot_rule(window, own_site):
    page = window(own_site, visits="http://elsewhere.test/", refusals=(403,))
    form = (
        f'<form method="post" action="{own_site}/rule"><input name="about" value="x"><input name="economy" value="KOR">'
        '<input name="decision" value="new"><button>Win a prize</button></form>'
    )
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto("http://elsewhere.test/")
    with page.expect_navigation() as led:
        page.get_by_role("button").click()
    assert led.value.status == 403
    page.goto("/rulings")
    expect(page.locator("main")).to_contain_text("0 rulings")
