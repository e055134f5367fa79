"""What readers do: from the edition to the page of the report, through the years, by search, on paper."""

from __future__ import annotations

import re

import pytest

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect

# The colour of the mark, counted on the image as the browser shows it.
MARKED = """image => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const points = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  let count = 0;
  for (let i = 0; i < points.length; i += 4) count += points[i] > 240 && points[i + 1] > 220 && points[i + 2] < 160;
  return count;
}"""


def test_from_the_edition_to_the_marked_page(page):
    page.goto("/")
    expect(page).to_have_url(re.compile(r"/edition/ite/2025$"))
    page.get_by_role("link", name="Korea", exact=True).click()
    expect(page).to_have_title("Korea 2025 · analyzer")
    finding = page.get_by_role("article", name="Defense Offsets")
    expect(finding).to_contain_text("Last listed before in 1996; not in 2024.")
    finding.get_by_role("link", name=re.compile(r"^p\. 6 \(PDF 8\)")).click()
    expect(page.locator("blockquote#text")).to_contain_text("Korea demands offsets through its defense offset program")
    image = page.get_by_role("img", name="PDF page 8 of the report")
    expect(image).to_be_visible()
    page.wait_for_function("image => image.complete && image.naturalWidth > 600", arg=image.element_handle())
    assert image.evaluate(MARKED) > 5000
    assert page.get_by_role("link", name="The report at this page (PDF)").get_attribute("href").endswith(".pdf#page=8")


def test_a_tile_of_the_map_leads_to_its_economy(page):
    page.goto("/edition/ite/2025")
    page.get_by_role("link", name=re.compile("^India: ")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("India")


def test_the_map_follows_what_it_is_asked_for(page):
    page.goto("/edition/ite/2025")
    expect(page.get_by_role("link", name=re.compile(r"^Brazil: 1$"))).to_be_visible()
    page.get_by_label("Darker tiles have more passages that are").select_option("continued")
    expect(page.get_by_role("link", name=re.compile(r"^Brazil: 4$"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"by=continued"))


def test_filters_answer_at_once_and_stay_in_the_address(page):
    page.goto("/economy/ite/2025/KOR")
    expect(page.locator("#results [data-count]")).to_have_text("12 of 12 passages.")
    page.get_by_role("checkbox", name=re.compile("^relisted")).check()
    expect(page.locator("#results [data-count]")).to_have_text("1 of 12 passages.")
    expect(page).to_have_url(re.compile(r"\?status=relisted$"))
    expect(page.get_by_role("status")).to_have_text("1 of 12 passages.")
    page.reload()
    expect(page.get_by_role("checkbox", name=re.compile("^relisted"))).to_be_checked()
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("link", name="Clear").click()
    page.get_by_label("Words on this page").fill("rice quota")
    expect(page.locator("#results [data-count]")).to_have_text("1 of 12 passages.")
    expect(page.locator("#results mark").first).to_have_text(re.compile("rice|quota", re.IGNORECASE))


def test_a_matter_through_the_years_and_two_wordings_side_by_side(page):
    page.goto("/economy/ite/2025/KOR?status=relisted")
    page.get_by_role("article").get_by_role("link", name="linked passages").click()
    line = page.get_by_role("region", name="Through the editions").get_by_role("listitem")
    expect(line.filter(has_text="1996")).to_have_text(re.compile("1996 listed"))
    expect(line.filter(has_text="2024")).to_have_text("2024 not listed")
    expect(line.filter(has_text="2025")).to_have_text("2025 listed: relisted")
    left, right = page.get_by_role("region", name="Wording of 1996"), page.get_by_role("region", name="Wording of 2025")
    expect(left.locator("del").first).to_be_visible()
    expect(right.locator("ins").first).to_be_visible()
    page.get_by_label("Left").select_option("2024")
    expect(page.get_by_role("region", name="Wording of 2024")).to_contain_text("does not list this matter")
    expect(page).to_have_url(re.compile(r"left=2024"))


def test_search_marks_words_and_leads_to_the_passage(page):
    page.goto("/")
    page.get_by_role("searchbox", name="Search all editions").fill("cloud security")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=cloud\+security"))
    first = page.get_by_role("article").first
    expect(first.locator("mark").first).to_have_text(re.compile("cloud|security", re.IGNORECASE))
    page.get_by_label("Edition", exact=True).select_option("2025")
    expect(page.get_by_role("link", name="Korea 2025").first).to_be_visible()
    expect(page.get_by_role("link", name="Korea 2024")).to_have_count(0)
    page.get_by_role("link", name="Korea 2025").first.click()
    expect(page.locator("blockquote#text")).to_contain_text("cloud services to public bodies")


def test_nothing_found_is_said(page):
    page.goto("/search?q=zzyzx")
    expect(page.locator("#results [data-count]")).to_have_text(re.compile("^0 passages"))


def test_reading_needs_no_javascript(plain):
    plain.goto("/")
    plain.get_by_role("link", name="Korea", exact=True).click()
    plain.get_by_role("checkbox", name=re.compile("^relisted")).check()
    plain.get_by_role("button", name="Filter").click()
    expect(plain.get_by_role("article")).to_have_count(1)
    plain.get_by_role("link", name="linked passages").click()
    plain.get_by_label("Left").select_option("2022")
    plain.get_by_role("button", name="Compare").click()
    expect(plain.get_by_role("region", name="Wording of 2022")).to_contain_text("does not list this matter")
    plain.get_by_role("region", name="Wording of 2025").get_by_role("link").first.click()
    expect(plain.get_by_role("img", name="PDF page 8 of the report")).to_be_visible()
    plain.get_by_role("searchbox", name="Search all editions").fill("offset")
    plain.get_by_role("button", name="Search").click()
    expect(plain.locator("mark").first).to_be_visible()


def test_on_paper_only_what_is_read_is_left(page):
    page.goto("/economy/ite/2025/KOR")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_role("button", name="Filter")).to_be_hidden()
    expect(page.get_by_role("article", name="Defense Offsets")).to_be_visible()


@pytest.mark.parametrize("path", ["/edition/ite/2025", "/economy/ite/2025/KOR", "/agreements/ite", "/offsets/ite"])
def test_a_small_screen_scrolls_only_downwards(window, site, path):
    page = window(site, viewport={"width": 360, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
