"""A claim or an article is pasted and judged."""

from __future__ import annotations

import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect
CLAIM = "Korea's defense offsets are in the 2025 report for the first time."


def _check(page, text):
    page.goto("/check")
    page.get_by_role("textbox", name=re.compile("^Paste a sentence")).fill(text)
    page.get_by_role("button", name="Check", exact=True).click()


def test_a_claim_is_judged_with_its_page(page):
    _check(page, CLAIM)
    expect(page.get_by_role("heading", name="1 claim found")).to_be_visible()
    judged = page.get_by_role("article")
    expect(judged.locator(".chip")).to_have_text("relisted")
    expect(judged).to_contain_text("does not hold as worded")
    judged.get_by_role("link", name="p. 6 (PDF 8)").first.click()
    expect(page.locator("blockquote#text")).to_contain_text("defense offset program")


def test_it_needs_no_javascript(plain):
    _check(plain, CLAIM)
    expect(plain.get_by_role("article").locator(".chip")).to_have_text("relisted")


def test_a_text_without_claims_is_told_what_to_name(page):
    _check(page, "It rained all afternoon. Then we went home.")
    expect(page.get_by_role("heading", name="0 claims found")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Name the economy, the matter, and what is said of it")


def test_a_pasted_script_stays_text(page):
    _check(page, f"<script>document.title = 'taken'</script> {CLAIM}")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page).to_have_title("Check a claim · analyzer")
