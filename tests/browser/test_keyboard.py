"""Everything by keyboard alone: reached in order, seen where it is, used without a mouse."""

from __future__ import annotations

import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const all = [...document.querySelectorAll("*")];
  const box = at.getBoundingClientRect(), style = getComputedStyle(at), tile = at.querySelector(":scope > rect");
  const edge = tile && getComputedStyle(tile);
  return {
    place: all.indexOf(at), what: at.outerHTML.slice(0, 120),
    seen: box.width > 0 && box.height > 0,
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || parseFloat(edge?.strokeWidth) > 2,
  };
}"""
CONTROLS = """() => {
  const all = [...document.querySelectorAll("*")];
  return all.map((one, place) => [one, place]).filter(([one]) =>
      one.matches("a[href], button, input:not([type=hidden]), select, textarea, summary") && one.checkVisibility())
    .map(([one, place]) => place);
}"""


@pytest.mark.parametrize("path", ["/edition/ite/2025", "/economy/ite/2025/NOR", "/check"])
def test_every_control_is_reached_and_shows_that_it_is(page, path):
    page.goto(path)
    controls, reached = page.evaluate(CONTROLS), []
    for _ in range(2 * len(controls) + 20):
        page.keyboard.press("Tab")
        at = page.evaluate(HERE)
        if at is None or (reached and at["place"] == reached[0]["place"]):
            break
        reached.append(at)
    places = [at["place"] for at in reached]
    assert set(controls) <= set(places)
    assert places == sorted(places), "the order of focus is not the order of the page"
    assert [at["what"] for at in reached if not (at["seen"] and at["ring"])] == []


def test_the_first_stop_skips_to_the_content(page):
    page.goto("/edition/ite/2025")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_search_and_turn_passages_without_a_mouse(page):
    page.goto("/edition/ite/2025")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search all editions")).to_be_focused()
    page.keyboard.type("screen quotas")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/search"))
    page.get_by_role("link", name="Korea 2025").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote#text")).to_contain_text("Cinemas in Korea")
    page.keyboard.press("ArrowRight")
    expect(page.locator("blockquote#text")).to_contain_text("detailed map data")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("blockquote#text")).to_contain_text("Cinemas in Korea")


def test_filter_with_the_space_bar(page):
    page.goto("/economy/ite/2025/KOR")
    box = page.get_by_role("checkbox", name=re.compile("^dropped"))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#results [data-count]")).to_have_text("1 of 12 passages.")
    expect(box).to_be_focused()


def test_rule_with_the_enter_key(window, own_site):
    page = window(own_site)
    page.goto("/economy/ite/2025/KOR")
    finding = page.get_by_role("article", name="Defense Offsets")
    finding.get_by_role("button", name="changed", exact=True).focus()
    page.keyboard.press("Enter")
    expect(finding.locator("header .chip")).to_have_text("changed")
    expect(finding).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Recorded: changed. Now changed.")
