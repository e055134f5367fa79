"""The journeys: edition, economy, listing, passage, page image, search, claim, note."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace

import pytest

from analyzer.web import desk
from analyzer.web.asking import part_of
from analyzer.web.charts import COLOURS
from analyzer.web.pages.listings import drifted
from analyzer.web.static import FOLDER


def test_the_start_leads_to_the_latest_edition(client):
    answer = client.get("/", follow_redirects=False)
    assert answer.headers["location"] == "/edition/ite/2025"


def test_an_edition_counts_its_findings(client):
    text = client.get("/edition/ite/2025").text
    assert '<a href="/economy/ite/2025/KOR">Korea</a>' in text
    assert '<a href="/economy/ite/2025/KOR?status=relisted">1' in text


def test_counts_are_told_to_be_of_passages_where_notes_count_matters(client):
    assert "The overview and the notes count matters" in client.get("/edition/ite/2025").text
    assert "<legend>Status, in passages</legend>" in client.get("/economy/ite/2025/KOR").text


def test_an_economy_shows_findings_by_section_and_filters_them(client):
    whole, only = client.get("/economy/ite/2025/KOR").text, client.get("/economy/ite/2025/KOR?status=relisted").text
    assert whole.count("<article") > only.count("<article") == 1
    assert '<a href="/listings/ite/KOR">' in whole
    assert "Last listed before in 1996; not in 2024." in only


def test_an_economys_page_tells_what_is_new_once_for_each_heading(client):
    news = client.get("/economy/ite/2025/KOR").text.split('id="news"')[1].split("</section>")[0]
    titles = re.findall(r'<a href="/passage/[^"]+">([^<]+)</a>', news)
    assert "Defense Offsets" in titles and len(titles) == len(set(titles))


def test_listings_without_a_barrier_are_shown_when_asked_for(client):
    few, all_ = client.get("/listings/ite/KOR").text, client.get("/listings/ite/KOR?boilerplate=true").text
    assert 'name="boilerplate" value="true">' in few and 'name="boilerplate" value="true" checked>' in all_
    assert 0 < few.count('<a href="/listing/') <= all_.count('<a href="/listing/')


def test_a_listing_shows_its_years_and_two_wordings(client):
    page = client.get("/economy/ite/2025/KOR?status=relisted").text
    link = re.search(r'href="(/listing/[^"?]+)', page)[1]
    text = client.get(link).text
    assert "in 1996, 2025; a chain of links may pass" in text
    assert "hold no word of this title" not in text
    assert 'Wording of 1996"' in text
    assert "<ins>" in text
    assert "<del>" in text


def test_a_listing_names_the_one_that_its_links_come_from(own_client):
    store = own_client.app.state.desk.store
    first, second = store.listings("ite", "KOR")[:2]
    with store.database.engine.begin() as connection:
        at = f"UPDATE listing SET continues = '{first.id}' WHERE id = '{second.id}'"
        connection.exec_driver_sql(at)
    text = own_client.get(f"/listing/ite/KOR/{second.id}").text
    assert f'Their links come from <a href="/listing/ite/KOR/{first.id}">' in text
    assert "Their links come from" not in own_client.get(f"/listing/ite/KOR/{first.id}").text


def test_a_passage_opens_the_page_with_its_lines_marked(client):
    from PIL import Image

    page = client.get("/economy/ite/2025/KOR?status=relisted").text
    link = re.search(r'href="(/passage/[^"]+)"', page)[1]
    text = client.get(link).text
    assert "report.pdf#page=8" in text
    answer = client.get(link + "/page.png")
    assert answer.headers["content-type"] == "image/png"
    picture = Image.open(io.BytesIO(answer.content))
    marked = sum(count for count, colour in picture.getcolors(1 << 24) if colour == (255, 236, 130))
    assert marked > 5000


def test_a_passage_reads_no_verdicts_but_its_own(client, verdicts_read):
    (row,) = client.get("/api/v1/findings?economy=KOR&status=relisted").json()
    key = row["passage_id"]
    for address in (f"/passage/{key}", f"/api/v1/passages/{key}/findings"):
        verdicts_read.clear()
        assert "relisted" in client.get(address).text
        assert verdicts_read == [key]


def test_a_matter_is_shown_year_by_year(client):
    search = client.get("/search?q=defense+offset&economy=KOR").text
    link = re.search(r'href="(/history/ite/KOR[^"]+)"', search)[1]
    text = client.get(link).text
    assert "Said in 1996, 2025." in text
    assert "<dt>not in</dt><dd>2022, 2024</dd>" in text
    assert re.search(r'<th scope="row">2025</th><td><span class="chip relisted">', text)
    assert "<mark>offset" in text
    assert re.findall(r'href="/listing/ite/KOR/[^"]+"', text) and "/passage/" in text


def test_a_matter_that_is_not_there_is_said_on_its_page(client):
    assert "in no passage: zebra" in client.get("/history/ite/KOR?q=zebra").text
    assert "names no matter" in client.get("/history/ite/KOR?q=the").text
    assert "<table>" not in client.get("/history/ite/KOR").text


def test_search_marks_the_words(client):
    assert "<mark>offset" in client.get("/search?q=offset").text


@pytest.mark.parametrize("text", ["Korea's defense offsets are in the 2025 report for the first time."])
def test_a_claim_is_judged(client, key, text):
    answer = client.post("/check", data={"text": text, "form_key": key}).text
    assert answer.replace(key, "") == client.get("/check", params={"text": text}).text.replace(key, "")
    assert '<span class="chip relisted">relisted</span>' in answer
    assert "does not hold as worded" in answer


def test_matrices_open(client):
    assert "<caption>Standing under" in client.get("/agreements/ite/2025").text
    assert '<table class="matrix">' in client.get("/agreements/ite").text
    assert "regimes as the reports describe them" in client.get("/offsets/ite").text


def test_the_note_is_a_word_file(client):
    answer = client.get("/note/ite/2025/KOR.docx")
    assert answer.status_code == 200
    assert answer.content[:2] == b"PK"
    assert answer.headers["content-disposition"] == 'attachment; filename="ite-2025-KOR.docx"'


def test_the_overview_of_an_edition_is_a_word_file(client):
    answer = client.get("/note/ite/2025.docx")
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
    assert answer.headers["content-disposition"] == 'attachment; filename="ite-2025.docx"'


@pytest.mark.parametrize("kind", ["xlsx", "csv", "jsonl", "json"])
@pytest.mark.parametrize(
    "path",
    ["/findings/ite/2025", "/findings/ite/2025/KOR", "/agreements/ite/2025", "/offsets/ite", "/listings/ite/KOR"],
)
def test_tables_can_be_taken_away(client, path, kind):
    answer = client.get(f"{path}.{kind}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert len(answer.content) > 100


def test_an_excel_table_says_which_editions_are_held(client):
    import openpyxl

    for path in ("/findings/ite/2025", "/listings/ite/KOR", "/agreements/ite/2025", "/offsets/ite"):
        book = openpyxl.load_workbook(io.BytesIO(client.get(f"{path}.xlsx").content))
        assert book["notes"]["A1"].value == "Series ITE. Editions held: 1996, 2022, 2024–2025."


def test_findings_in_excel_are_for_people_to_read(client):
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/findings/ite/2025/KOR.xlsx?status=relisted").content)).active
    row = dict(zip(*sheet.iter_rows(max_row=2), strict=True))
    told = {head.value: cell for head, cell in row.items()}
    assert (told["economy"].value, told["status"].value) == ("Korea", "relisted")
    assert told["page"].hyperlink.target.endswith("#page=8")


def test_a_table_is_filtered_as_its_page_is(client):
    lines = client.get("/findings/ite/2025/KOR.jsonl", params={"status": "relisted"}).text.splitlines()
    assert len(lines) == 1


def test_any_two_editions_can_be_set_side_by_side(client):
    page = client.get("/economy/ite/2025/KOR?status=relisted").text
    link = re.search(r'href="(/listing/[^"?]+)', page)[1]
    text = client.get(link, params={"left": 2022, "right": 1996}).text
    assert "The edition of 2022 does not list this matter." in text
    assert '<option value="2022" selected>2022 (not listed)</option>' in text
    assert "<ins>" not in text.split('id="all"')[0].split("Only on the left")[0]


def test_a_claim_that_something_has_gone_is_answered_in_its_own_words(client):
    text = client.get("/check", params={"text": "Korea's screen quota was dropped from the 2025 report."}).text
    assert '<span class="chip already_listed">still listed</span>' in text
    assert "<strong>Still listed: the ITE edition of 2025 lists it for Korea" in text


def test_charts_are_drawings_without_script(client):
    for path in ("/chart/ite.svg", "/chart/ite/KOR.svg"):
        answer = client.get(path)
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.content.startswith(b"<svg")
        assert b"<script" not in answer.content


def test_the_key_beside_a_chart_has_the_colours_of_its_bars(client):
    text, style = client.get("/economy/ite/2025/KOR").text, (FOLDER / "style.css").read_text()
    drawing = client.get("/chart/ite/KOR.svg").text
    assert f'fill="{COLOURS["new"]}"' in drawing
    for status, colour in COLOURS.items():
        assert f'<span class="{status}">' in text
        assert f".key .{status}::before {{ background: {colour}; }}" in style


def test_the_charts_of_the_largest_economies_are_drawn_beforehand(client, monkeypatch):
    at = client.app.state.desk
    at.warm_up()
    monkeypatch.setattr(desk, "through_the_years", None)  # drawing one now would fail
    assert at.chart("ite").startswith(b"<svg")
    assert at.chart("ite", "KOR").startswith(b"<svg")


def test_the_chapters_of_the_latest_edition_are_read_beforehand_for_claims(client):
    at = client.app.state.desk
    at.warm_up()
    latest = {code for code, years in at.store.chapter_years("ite").items() if 2025 in years}
    assert set(at.ground()._chapters) >= latest
    assert "KOR" in latest


def test_a_map_leads_to_every_economy_and_a_table_stands_beside_it(client):
    text = client.get("/edition/ite/2025?by=relisted").text
    assert '<a href="/economy/ite/2025/KOR"><title>Korea: 1</title>' in text
    codes = set(re.findall(r'<a href="/economy/ite/2025/([A-Z]+)"><title>', text))
    assert codes == set(re.findall(r'<th scope="row"><a href="/economy/ite/2025/([A-Z]+)"', text.split("<details>")[0]))


def test_a_long_list_has_pages(client, monkeypatch):
    monkeypatch.setattr("analyzer.web.pages.economies.part_of", lambda found, page: part_of(found, page, size=2))
    first = client.get("/economy/ite/2025/KOR").text
    assert first.count("<article") == 2
    assert 'href="?page=2" aria-label="Page 2"' in first
    assert 'aria-current="page" aria-label="Page 2"' in client.get("/economy/ite/2025/KOR?page=2").text


def test_the_reports_own_file_is_served(client):
    assert client.get("/report/ite/2025/report.pdf").content[:5] == b"%PDF-"


@pytest.mark.parametrize(
    "path", ["/edition/ite/1950", "/economy/ite/2025/Atlantis", "/passage/none", "/listing/ite/KOR/L-none"]
)
def test_what_is_not_held_is_said_with_a_remedy(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "That cannot be shown" in answer.text


def test_the_first_edition_held_is_not_told_to_be_new(client):
    first = client.get("/edition/ite/1996").text
    assert '<span class="chip first">first edition held</span>' in first
    assert '<span class="chip new">' not in first
    text = client.get("/economy/ite/1996/KOR").text
    assert "first edition held" in text
    assert '<span class="chip new">' not in text
    assert "Probability" not in text
    assert '<span class="chip first">' not in client.get("/edition/ite/2025").text


def test_an_economy_begins_with_what_is_new_and_relisted(client):
    whole = client.get("/economy/ite/2025/KOR").text
    news = re.search(r'<h2 id="news">.*?</section>', whole, re.S)[0]
    for status in ("new", "relisted"):
        (row,) = re.findall(rf'name="status" value="{status}"> {status} <span class="quiet">(\d+)', whole)
        assert news.count(f'<span class="chip {status}">') == int(row)
    assert "Government Procurement, p. 6 (PDF 8)" in news
    assert whole.index('id="news"') < whole.index("<article")
    assert 'id="news"' not in client.get("/economy/ite/2025/KOR?status=relisted").text


def test_the_counts_beside_a_filter_are_those_of_what_it_shows(client):
    counted = r'name="status" value="(\w+)"> \w+ <span class="quiet">(\d+)(?: \+ (\d+) points? left out)?'
    rows = re.findall(counted, client.get("/economy/ite/2025/KOR").text)
    assert len(rows) == 5
    for status, count, points in rows:
        only = client.get(f"/economy/ite/2025/KOR?status={status}").text
        assert only.count("<article") == int(count) + int(points or 0)


def test_what_the_chain_alone_tells_is_worded_so_and_the_heading_is_asked_for_first(client):
    text = client.get("/economy/ite/2025/KOR").text
    assert "Linked back to " in text
    assert "Listed since" not in text
    assert text.index(">year by year</a>") < text.index(">linked passages</a>")


def test_years_of_a_chain_before_any_word_of_its_title_are_told(passage_made):
    chain = {2003: ["Duties on ham are high."], 2008: ["Rules on cheese."], 2009: ["Duties on ham."]}
    found = {year: [passage_made(text) for text in texts] for year, texts in chain.items()}
    assert drifted("Cheese Rules", found) == [2003]
    assert drifted("Rules on Duties", found) == []
    assert drifted("Wine", found) == []


@pytest.fixture
def passage_made():
    return lambda text: SimpleNamespace(passage=SimpleNamespace(text=text, heading=()))
