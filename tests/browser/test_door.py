"""A server that others can reach asks for its token, once."""

from __future__ import annotations

import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect
TOKEN = "a-token-of-this-test"


@pytest.fixture(scope="module")
def closed_site(serving, sample_file):
    with serving(sample_file, token=TOKEN) as address:
        yield address


def test_the_address_that_the_server_printed_opens_it(window, closed_site):
    page = window(closed_site)
    page.goto(f"/?token={TOKEN}")
    expect(page).to_have_url(re.compile("/edition/ite/2025$"))
    assert TOKEN not in page.content()
    page.goto("/offsets/ite")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Offset")


def test_the_token_is_asked_for_and_taken(window, closed_site):
    page = window(closed_site, refusals=(401,))
    assert page.goto("/edition/ite/2025").status == 401
    page.get_by_label("Token").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("That is not the token.")
    page.get_by_label("Token").fill(TOKEN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ITE 2025")
