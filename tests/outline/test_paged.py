from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer import assets
from analyzer.errors import NotAReport, UnknownEdition
from analyzer.outline import lay_out
from analyzer.outline.chapters import row_of_contents
from analyzer.reading.opening import DEFAULT, describe, read_here
from analyzer.records import Bookmark

YEARS = (1996, 2022, 2024, 2025)

NORWAY = [
    (80, 22, "b", "NORWAY"),
    (120, 14, "b", "IMPORT POLICIES"),
    (150, 11, "b", "Tariffs"),
    (175, 11, "", "The duty on cheese is high and was raised again in the spring of the year, as"),
    (188, 11, "", "exporters told the embassy."),
    (214, 11, "", "A second matter is the duty on meat."),
    (240, 14, "b", "OTHER BARRIERS"),
    (266, 11, "", "Bribes are asked for at the border."),
]
CHILE = [(80, 22, "b", "CHILE"), (120, 14, "b", "LABOR"), (150, 11, "", "Ports stood still for weeks.")]


@pytest.mark.parametrize("year", YEARS)
def test_sample_editions_are_laid_out_whole(year):
    path = assets.corpora() / "sample" / f"ite-{year}.pdf"
    (edition,) = lay_out(read_here(path, describe(path), limits=DEFAULT))
    assert (edition.series, edition.year, edition.warnings) == ("ite", year, ())
    assert {"KOR", "EUU", "GCC", "BRA", "IND", "TUR"} <= {chapter.economy for chapter in edition.chapters}
    assert edition.account.unplaced == 0
    assert all(chapter.words > 0 for chapter in edition.chapters)
    assert "unsectioned" not in {p.section for p in edition.passages}
    assert all(int(p.printed_page) == p.pdf_page - 2 for p in edition.passages)
    assert "illustrative – not a real report" not in " ".join(p.text for p in edition.passages).lower()
    assert len({p.id for p in edition.passages}) == len(edition.passages)
    assert [p.ordinal for p in edition.passages] == list(range(len(edition.passages)))


def test_chapters_sections_headings_and_paragraphs(set_pages):
    (edition,) = lay_out(set_pages([(300, 24, "b", "Report")], NORWAY, CHILE))
    assert [(c.economy, c.name, c.pdf_page) for c in edition.chapters] == [("NOR", "NORWAY", 2), ("CHL", "CHILE", 3)]
    found = [(p.chapter, p.section, p.printed_section, p.heading, len(p.segments)) for p in edition.passages]
    assert found == [
        ("NOR", "import_policies", "IMPORT POLICIES", ("Tariffs",), 2),
        ("NOR", "import_policies", "IMPORT POLICIES", ("Tariffs",), 1),
        ("NOR", "other", "OTHER BARRIERS", (), 1),
        ("CHL", "labor", "LABOR", (), 1),
    ]
    assert edition.passages[0].text.endswith("of the year, as exporters told the embassy.")
    assert (edition.account.placed, edition.account.front_matter) == (2, 1)


def test_a_chapter_may_begin_in_the_middle_of_a_page(set_pages):
    below = [(top + 300, size, style, text) for top, size, style, text in CHILE]
    (edition,) = lay_out(set_pages(NORWAY + below))
    assert [p.chapter for p in edition.passages] == ["NOR", "NOR", "NOR", "CHL"]


class _Counted(tuple):
    looked = 0

    def __iter__(self):
        for line in super().__iter__():
            _Counted.looked += 1
            yield line

    def __getitem__(self, at):
        _Counted.looked += 1
        return super().__getitem__(at)


def test_many_chapters_on_one_page_do_not_each_go_over_all_of_its_lines(set_pages):
    below = [(top + 300 * k, size, style, text) for k in range(60) for top, size, style, text in CHILE]
    paged = set_pages(below)
    (page,) = paged.pages
    lines = _Counted(page.lines)
    (edition,) = lay_out(replace(paged, pages=(replace(page, lines=lines),)))
    assert len(edition.passages) == 60
    assert _Counted.looked < 20 * len(lines)


def test_a_bookmark_that_points_to_the_wrong_page_is_mended_and_told(set_pages):
    marks = [Bookmark("NORWAY", 0, 1), Bookmark("CHILE", 0, 1)]
    (edition,) = lay_out(set_pages(NORWAY, CHILE, bookmarks=marks))
    assert [(c.economy, c.pdf_page) for c in edition.chapters] == [("NOR", 1), ("CHL", 2)]
    assert edition.warnings == ("the bookmark 'CHILE' points to page 1, its heading stands on page 2",)


def test_ids_do_not_depend_on_other_chapters(set_pages):
    (alone,) = lay_out(set_pages(CHILE))
    (both,) = lay_out(set_pages(NORWAY, CHILE))
    assert alone.passages[0].id == both.passages[-1].id


def test_series_and_year_are_asked_for_when_the_file_does_not_say(set_pages):
    pages = set_pages(NORWAY, title=None)
    with pytest.raises(UnknownEdition, match="series and year"):
        lay_out(pages)
    (edition,) = lay_out(pages, series="nte", year=2031)
    assert (edition.series, edition.year) == ("nte", 2031)


def test_a_text_without_economies_is_no_report(set_pages):
    with pytest.raises(NotAReport) as raised:
        lay_out(set_pages([(80, 22, "b", "COOKERY"), (120, 11, "", "Take two eggs.")]))
    assert raised.value.where == "made.pdf"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "nte2031.html",
            "<html><body><h1>Norway</h1><h2>Labor</h2><p>Strikes go on for weeks.</p>"
            "<h1>Chile</h1><h2>Import Policies</h2><h3>Tariffs</h3><p>High duties.</p></body></html>",
        ),
        (
            "nte2031.txt",
            "NORWAY\n\nLABOR\n\nStrikes go on\nfor weeks.\n\fCHILE\n\nIMPORT POLICIES\n\nTariffs\n\nHigh duties.\n",
        ),
    ],
)
def test_html_and_plain_text_are_laid_out_too(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (edition,) = lay_out(read_here(path, describe(path), limits=DEFAULT))
    assert (edition.series, edition.year) == ("nte", 2031)
    assert [(p.chapter, p.section, p.heading, p.text) for p in edition.passages] == [
        ("NOR", "labor", (), "Strikes go on for weeks."),
        ("CHL", "import_policies", ("Tariffs",), "High duties."),
    ]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Korea . . . . . 251", ("Korea", "251")),
        ("St. Lucia........ 12", ("St. Lucia", "12")),
        ("FOREWORD .... iv", ("FOREWORD", "iv")),
        ("Korea ... 251", None),  # three dots lead nowhere
        ("Korea . . . . of 251", None),
        ("Korea . . . . vii5", None),
        (". . . . . 251", None),
        ("A decree of 2024", None),
        ("x " + ". " * 30_000 + "end", None),  # at once: no way of reading it is tried twice
    ],
)
def test_a_line_of_a_table_of_contents_has_a_name_leaders_and_a_page(line, row):
    assert row_of_contents(line) == row
