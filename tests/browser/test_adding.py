"""Reports added by upload: the first one into an empty store, and those that cannot be read."""

from __future__ import annotations

import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect
READ = 90_000  # milliseconds for reading a report in a process of its own


@pytest.fixture
def empty_site(serving, tmp_path):
    with serving(tmp_path / "empty.sqlite", create=True) as address:
        yield address


def test_the_first_report_is_added_with_its_progress(window, empty_site, sample_pdf):
    page = window(empty_site)
    page.goto("/add")
    expect(page.locator("main")).to_contain_text("No report is held yet.")
    page.get_by_label("Report file").set_input_files(sample_pdf(2024))
    page.get_by_role("button", name="Add").click()
    expect(page).to_have_url(re.compile(r"/add/[0-9a-f]{16}$"))
    expect(page.locator("progress")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("ite-2024.pdf done", timeout=READ)
    expect(page.get_by_role("status")).to_have_text("Done.")
    added = page.get_by_role("row", name=re.compile("ite-2024"))
    expect(added).to_contain_text("added")
    expect(added).to_contain_text("38")
    added.get_by_role("link", name="ite-2024").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ITE 2024")


def test_without_javascript_a_file_that_is_no_report_is_refused_with_a_reason(window, own_site, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nthis is no PDF")
    page = window(own_site, java_script_enabled=False)
    page.goto("/add")
    page.get_by_label("Report file").set_input_files(broken)
    page.get_by_role("button", name="Add").click()
    # The page loads itself anew until the file is read.
    expect(page.get_by_role("heading", level=1)).to_have_text("broken.pdf failed", timeout=READ)
    expect(page.locator("main")).to_contain_text("The store is as it was.")
    page.goto("/edition/ite/2025")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ITE 2025")


def test_a_file_too_large_is_not_sent(window, serving, sample_file, tmp_path):
    from analyzer.web.bounds import Bounds

    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7\n" + bytes(2**20))
    with serving(sample_file, bounds=Bounds(upload=2**20)) as address:
        page = window(address)
        sent = []
        page.on("request", lambda request: sent.append(request.method))
        page.goto("/add")
        page.get_by_label("Report file").set_input_files(large)
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_role("status")).to_have_text("The file is larger than 1 MiB.")
        assert "POST" not in sent
