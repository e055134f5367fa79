from __future__ import annotations

import re
from dataclasses import replace

import docx
import pytest

from analyzer.briefs import compose, compose_overview, render_overview
from analyzer.briefs.overview import chapters
from analyzer.errors import NothingHeld, UnknownChoice
from analyzer.records import Chapter, Passage


@pytest.fixture(scope="module")
def overview(sample_file):
    from analyzer.store import Store

    with Store.open(sample_file) as store:
        yield compose_overview(store, 2025)


def test_each_chapter_counts_as_its_own_note_does(overview, sample_store):
    rows = {row.economy: row for row in overview.chapters}
    for code in ("KOR", "IND", "TUR"):
        note = compose(sample_store, code, 2025)
        assert dict(rows[code].counts) == note.counts
        told = {item.matter.quote.passage_id: item.matter.since for item in overview.anew}
        assert all(told[m.quote.passage_id] == m.since for m in (*note.new, *note.relisted))
    assert overview.counts["new"] == sum(row.counts["new"] for row in overview.chapters)
    assert sum(counts["new"] for _, counts in overview.sections) == overview.counts["new"]


def test_what_is_listed_anew_stands_with_its_page(overview):
    found = {(item.name, item.matter.title): item.matter for item in overview.anew}
    fees = found["Korea", "Network Usage Fees"]
    assert (fees.status.value, str(fees.quote.place)) == ("new", "ITE 2025, p. 7 (PDF p. 9)")
    assert found["Korea", "Defense Offsets"].status.value == "relisted"


def test_each_economy_has_one_line_with_all_that_is_listed_anew(overview, tmp_path):
    text = render_overview(overview, tmp_path / "o.md").read_text(encoding="utf-8")
    (korea,) = re.findall(r"^\| Korea \| (.*Network Usage Fees \(p\. 7\).*) \|$", text, re.MULTILINE)
    assert "Defense Offsets (relisted, p. 6)" in korea
    unsure = next(item for item in overview.anew if item.name == "Korea")
    doubt = "not sure: 55% likely listed anew"
    odd = replace(unsure, matter=replace(unsure.matter, title="", called="Labor", section="Labor", doubt=doubt))
    text = render_overview(replace(overview, anew=(odd,)), tmp_path / "o.md").read_text(encoding="utf-8")
    assert re.search(r"^\| Korea \| \\?\[Labor\\?\]\? \(.*p\. \d\) \|$", text, re.MULTILINE)
    assert "; not sure (55%)" in text
    named = replace(odd, matter=replace(odd.matter, called="Law 9 (Labor)"))
    text = render_overview(replace(overview, anew=(named,)), tmp_path / "o.md").read_text(encoding="utf-8")
    assert re.search(r"^\| Korea \| Law 9 \(Labor\)\? \(", text, re.MULTILINE)


def test_where_nothing_is_listed_anew_no_heading_stands_over_nothing(overview, tmp_path):
    text = render_overview(replace(overview, anew=()), tmp_path / "o.md").read_text(encoding="utf-8")
    assert "Nothing is listed anew." in text and "What it says of them" not in text


def test_what_is_new_is_said_in_one_word_where_no_more_is_known(overview, tmp_path):
    item = next(item for item in overview.anew if item.matter.status.value == "new")
    told = {
        "matched with no earlier passage": "new",
        "matched with no earlier passage, but “Salt” is named in 1999": "new, but “Salt” is named in 1999",
        "in no earlier edition held": "new; in no earlier edition held",
    }
    for since, said in told.items():
        one = replace(item, matter=replace(item.matter, since=since, doubt=None))
        text = render_overview(replace(overview, anew=(one,)), tmp_path / "o.md").read_text(encoding="utf-8")
        assert f"| {said} |" in text


def test_offsets_and_standings_are_told_with_their_pages(overview):
    assert "Korea" in {row.name for row in overview.offsets}
    assert all(row.quote.place.pdf_page for row in overview.offsets)
    assert "Korea" in {one.name for one in overview.standings}
    assert all(one.quote is not None and one.quote.place.pdf_page for one in overview.standings)
    assert "Kuwait" in overview.silent
    assert not {one.name for one in overview.standings} & set(overview.silent)


def test_editions_that_say_countertrade_stand_beside_those_that_say_offsets(reports, tmp_path):
    store = reports(
        (2018, "Fiji", "An order asks for countertrade of 50 percent."),
        (2021, "Fiji", "An order asks for offsets of 50 percent."),
        (2021, "Oman", "A decree asks for countertrade."),
    )
    found = compose_overview(store, 2021)
    assert [(row.name, row.years, row.countertrade) for row in found.offsets] == [
        ("Fiji", (2021,), (2018,)),
        ("Oman", (), (2021,)),
    ]
    text = render_overview(found, tmp_path / "o.md").read_text(encoding="utf-8")
    assert "| 2021; countertrade: 2018 |" in text and "| countertrade: 2021 |" in text


def test_an_offset_row_has_all_the_terms_of_its_sentence_and_quotes_it_up_to_the_last(reports, tmp_path):
    filler = (
        "of goods of all kinds that the buyers of the ministries and of the many towns of the islands may want " * 2
    )
    text = f"The offset is 20 percent for GPA goods {filler}and it is 50 percent for weapons."
    found = compose_overview(reports((2021, "Fiji", text)), 2021)
    (row,) = found.offsets
    assert sorted(row.terms) == ["percentage: 20 percent", "percentage: 50 percent"]
    assert "it is 50 percent" in render_overview(found, tmp_path / "o.md").read_text(encoding="utf-8")


def test_the_three_documents_hold_the_same_rows(overview, tmp_path):
    markdown = render_overview(overview, tmp_path / "o.md").read_text(encoding="utf-8")
    html = render_overview(overview, tmp_path / "o.html").read_text(encoding="utf-8")
    tables = docx.Document(str(render_overview(overview, tmp_path / "o.docx"))).tables
    assert [table.rows[0].cells[0].text for table in tables[1:]] == [
        "economy",
        "economy",
        "economy",
        "section",
        "economy",
        "economy",
    ]
    assert len(tables[1].rows) == 1 + len({item.name for item in overview.anew})
    assert len(tables[2].rows) == 1 + len(overview.anew)
    for item in overview.anew:
        assert item.matter.title in markdown and item.matter.title in html
    assert html.count("<svg") == 1 and html.count("<g>") == len(overview.chapters)
    codes = {cell.text.split("\n")[0] for row in tables[0].rows for cell in row.cells if cell.text}
    assert codes == {row.economy for row in overview.chapters}


def test_the_same_overview_gives_the_same_text(overview, sample_store, tmp_path):
    first = render_overview(overview, tmp_path / "a.html").read_bytes()
    assert render_overview(compose_overview(sample_store, 2025), tmp_path / "b.html").read_bytes() == first


def test_html_escapes_what_a_report_says(overview, tmp_path):
    item = overview.anew[0]
    hostile = replace(item, matter=replace(item.matter, title="<script>alert(1)</script>"))
    page = render_overview(replace(overview, anew=(hostile,)), tmp_path / "o.html").read_text(encoding="utf-8")
    assert "<script" not in page and "&lt;script&gt;" in page


def test_words_with_control_characters_do_not_break_word(overview, tmp_path):
    item = overview.anew[0]
    odd = replace(item, matter=replace(item.matter, title="a\x0b\x01b & <c>"))
    made = docx.Document(str(render_overview(replace(overview, anew=(odd,)), tmp_path / "o.docx")))
    assert made.tables[2].rows[1].cells[1].text == "ab & <c>"


def test_an_edition_that_is_not_held(sample_store):
    with pytest.raises(NothingHeld, match=re.escape("ITE 2024")):
        compose_overview(sample_store, 1999)


def test_other_endings_are_refused(overview, tmp_path):
    with pytest.raises(UnknownChoice, match="docx"):
        render_overview(overview, tmp_path / "o.pdf")


def chapter(code, words=10):
    return Chapter(code, code, 1, "1", words=words)


def test_a_state_that_went_into_a_bloc_is_neither_new_nor_gone_without_a_word():
    before = [chapter("SAU", 5), chapter("OMN", 7), chapter("KOR"), chapter("UZB")]
    now = [chapter("GCC", 11), chapter("KOR"), chapter("CHE")]
    assert chapters.new(now, before, 2025, {"CHE": (1996, 2025)}, {}) == (
        "Gulf Cooperation Council (before in chapters on Oman, Saudi Arabia)",
        "Switzerland (chapters before: 1996)",
    )
    assert chapters.gone(now, before, 2025) == (
        "Uzbekistan (no chapter)",
        "Oman, Saudi Arabia (now in the chapter on the Gulf Cooperation Council)",
    )
    assert chapters.lengths(now, before, 2025) == {"GCC": 12, "KOR": 10}


def test_a_bloc_beside_whose_chapter_its_members_keep_theirs_is_not_set_beside_them():
    before = [chapter("EGY", 5), chapter("JOR", 7)]
    now = [chapter("ARL", 11), chapter("EGY", 6), chapter("JOR", 8)]
    assert chapters.lengths(now, before, 2025) == {"EGY": 5, "JOR": 7}
    assert chapters.new(now, before, 2025, {}, {}) == ("Arab League (no chapter in any earlier edition held)",)
    assert chapters.new(now, before, 2025, {}, {"ARL": (2014, 2015)}) == (
        "Arab League (no chapter in the earlier editions as held, but those of 2014–2015 refer to one)",
    )


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("For boycotts see the Arab League Boycott section.", True),
        ("Boycotts are told in the chapter on them.", False),
        ("The Arab League meets. This section tells of salt.", False),
    ],
)
def test_a_reference_to_a_chapter_is_seen(text, refers):
    told = Passage("ite2014-IRQ-1", "ite", 2014, "IRQ", ("IRQ",), "other", None, (), 1, text, ())
    assert chapters.refers(told, "ARL") is refers
    assert not chapters.refers(replace(told, chapter="ARL"), "ARL")


def test_standings_are_told_by_name(overview):
    names = [one.name for one in overview.standings]
    assert names == sorted(names)
