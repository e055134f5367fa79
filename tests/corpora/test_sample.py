"""The sample editions: marked, laid out like the reports, rebuilt byte for byte from their texts."""

from __future__ import annotations

import importlib.util
import sys
import tomllib

import pypdfium2
import pytest

from analyzer import assets

YEARS = (1996, 2022, 2024, 2025)


@pytest.fixture(scope="module")
def maker():
    pytest.importorskip("reportlab", reason="needs the dev extra")
    script = assets.corpora() / "sample" / "make.py"
    spec = importlib.util.spec_from_file_location("sample_make", script)
    module = importlib.util.module_from_spec(spec)
    sys.modules["sample_make"] = module
    spec.loader.exec_module(module)
    return module


def _pages(year):
    document = pypdfium2.PdfDocument(assets.corpora() / "sample" / f"ite-{year}.pdf")
    return [page.get_textpage().get_text_bounded() for page in document], document


@pytest.mark.parametrize("year", YEARS)
def test_every_page_says_that_it_is_no_real_report(year):
    pages, _ = _pages(year)
    assert len(pages) >= 7
    assert all("Illustrative – not a real report" in page for page in pages)


@pytest.mark.parametrize("year", YEARS)
def test_contents_bookmarks_and_feet_agree(year):
    pages, document = _pages(year)
    marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert len(marks) >= 7  # foreword and at least six economies
    for title, index in marks:
        printed = index - 1  # two pages of front matter carry no number
        foot = f"ILLUSTRATIVE TRADE BARRIERS | {printed}" if printed % 2 else f"{printed} | ILLUSTRATIVE"
        assert title in pages[index]
        assert foot in pages[index]
        assert any(line.startswith(title) and line.endswith(f" {printed}") for line in pages[1].splitlines())


@pytest.mark.parametrize("year", YEARS)
def test_the_texts_still_make_the_shipped_pages(year, maker, tmp_path):
    text = (assets.corpora() / "sample" / "text" / f"{year}.txt").read_text(encoding="utf-8")
    for name in ("one.pdf", "two.pdf"):
        maker.write(year, text, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    made = pypdfium2.PdfDocument(tmp_path / "one.pdf")
    assert [page.get_textpage().get_text_bounded() for page in made] == _pages(year)[0]


def test_the_offset_programme_is_listed_early_gone_and_back():
    held = {year: "defense offset program" in " ".join(" ".join(_pages(year)[0]).split()) for year in YEARS}
    assert held == {1996: True, 2022: False, 2024: False, 2025: True}


def test_the_catalogue_names_files_that_are_there():
    catalogue = tomllib.loads((assets.corpora() / "catalogue.toml").read_text(encoding="utf-8"))
    sample = catalogue["sample"][0]
    assert sample["years"] == list(YEARS)
    assert all((assets.corpora() / name).is_file() for name in sample["files"])


def test_the_catalogue_names_each_edition_once_over_https():
    catalogue = tomllib.loads((assets.corpora() / "catalogue.toml").read_text(encoding="utf-8"))
    editions = catalogue["edition"]
    assert {edition["year"] for edition in editions} == {2024, 2025, 2026}
    for edition in editions:
        assert edition["address"].startswith("https://")
        assert len(edition.get("sha256", "0" * 64)) == 64
