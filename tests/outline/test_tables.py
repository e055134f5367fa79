from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from analyzer.errors import NotAReport, UnknownEdition
from analyzer.outline.tables import lay_out_table
from analyzer.records import Edition, Row, SourceFile, Table

SOURCE = SourceFile("sample.csv", "0" * 64, 1, "csv")
LONG = "Lanterns need a stamp from the brass office. The stamp costs ninety crowns and lasts until the next harvest. "


def table(*rows: tuple[int | None, str | None, str | None, str]) -> Table:
    return Table(SOURCE, tuple(Row(n, *row) for n, row in enumerate(rows, start=1)))


def test_each_year_is_an_edition_oldest_first() -> None:
    editions = lay_out_table(table((2003, "Japan", "Investment", LONG), (2001, "Korea", "Investment", LONG)))
    assert [(e.series, e.year) for e in editions] == [("nte", 2001), ("nte", 2003)]
    assert editions[0].passages[0].chapter == "KOR"


def test_a_given_series_and_year_win() -> None:
    source = table((2001, "Korea", "Investment", LONG), (2002, "Korea", "Investment", LONG))
    (edition,) = lay_out_table(source, series="ite", year=2002)
    assert (edition.series, edition.year, edition.account.total) == ("ite", 2002, 1)
    assert edition.passages[0].id.startswith("ite2002-KOR-")


@pytest.mark.parametrize(
    ("name", "given", "series", "assumed"),
    [
        ("ite2020.jsonl", None, "ite", False),
        ("nteText.rda", None, "nte", False),
        ("ite2020.jsonl", "nte", "nte", False),
        ("sample.csv", "ite", "ite", False),
        ("sample.csv", None, "nte", True),
    ],
)
def test_the_series_is_told_by_the_files_name_or_said_to_be_assumed(
    name: str, given: str | None, series: str, assumed: bool
) -> None:
    rows = table((2001, "Korea", "Investment", LONG)).rows
    (edition,) = lay_out_table(Table(replace(SOURCE, name=name), rows), series=given)
    assert edition.series == series
    assert [("NTE was taken" in w and "--series" in w) for w in edition.warnings] == [True] * assumed


def test_every_row_is_accounted_for() -> None:
    source = table(
        (2001, "Korea", "Import Policies", LONG),
        (2001, "Korea", None, " "),
        (2001, "Nowhere In Particular", None, "Snow ploughs need winter tyres."),
    )
    (edition,) = lay_out_table(source)
    account = edition.account
    assert (account.total, account.placed, account.moved, account.unplaced, account.empty) == (3, 1, 0, 1, 1)
    assert edition.unplaced[0].text == "Snow ploughs need winter tyres."


def test_every_character_of_a_passage_maps_back_to_its_row() -> None:
    source = table((2001, "Korea", "Import Policies", LONG * 12))
    (edition,) = lay_out_table(source)
    assert len(edition.passages) > 1
    for passage in edition.passages:
        (segment,) = passage.segments
        row = source.rows[(segment.row or 0) - 1]
        assert row.text[segment.offset : segment.offset + segment.end] == passage.text


def test_sections_are_normalised_and_the_printed_heading_kept() -> None:
    (edition,) = lay_out_table(table((2001, "Korea", "Anti-competitive Pratices", LONG)))
    assert (edition.passages[0].section, edition.passages[0].printed_section) == (
        "competition",
        "Anti-competitive Pratices",
    )


def test_a_blocs_passage_names_the_single_state_it_speaks_of() -> None:
    text = "France keeps lanterns in bond until the brass office has weighed each wick and every socket."
    before, after = "The United Kingdom taxes wicks at nine crowns a gross.", "Spain does not tax wicks at all."
    source = table((2001, "European Union", None, text), (2001, "European Union", None, before + " " + after))
    (edition,) = lay_out_table(source)
    assert [p.economies for p in edition.passages] == [("EUU", "FRA"), ("EUU", "ESP", "GBR")]


def test_a_chapter_much_shorter_than_its_neighbours_is_torn() -> None:
    source = table(*((y, "Korea", "Investment", LONG * (1 if y == 2003 else 9)) for y in range(2001, 2006)))
    torn = {e.year for e in lay_out_table(source) for c in e.chapters if c.torn}
    assert torn == {2003}


def test_a_table_without_years_or_economies_is_refused() -> None:
    with pytest.raises(UnknownEdition, match="no row has a year"):
        lay_out_table(table((None, "Korea", None, LONG)))
    with pytest.raises(NotAReport, match="no row names an economy"):
        lay_out_table(table((2001, "Nowhere", None, LONG)))


def test_the_same_table_is_laid_out_in_the_same_way_whatever_the_hashes_of_words() -> None:
    code = """
from analyzer.outline.tables import lay_out_table
from analyzer.records import Row, SourceFile, Table
text = "France keeps lanterns in bond, as Spain and Italy do, and Poland taxes wicks. " * 20
rows = [(2001, "European Union", "Investment"), (2001, "Japan", None), (2001, "Lanternland", None), (2002, "Oman", "")]
source = SourceFile("sample.csv", "0" * 64, 1, "csv")
print(lay_out_table(Table(source, tuple(Row(n, *row, text) for n, row in enumerate(rows, 1)))))
"""
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert "European Union" in said[0] and said[0] == said[1]


@pytest.mark.real
def test_the_real_table_is_laid_out_whole(real_table_editions: tuple[Edition, ...]) -> None:
    assert [e.year for e in real_table_editions] == [*range(1995, 2010), *range(2011, 2023)]
    account: Counter[str] = Counter()
    for edition in real_table_editions:
        a = edition.account
        assert a.total == a.placed + a.moved + a.unplaced + a.empty
        account.update(total=a.total, moved=a.moved, unplaced=a.unplaced)
    assert account == {"total": 12865, "moved": 76, "unplaced": 1}


@pytest.mark.real
@pytest.mark.parametrize(
    ("year", "code", "words"),
    [(2021, "PHL", 4000), (2020, "CAN", 4000), (2020, "TWN", 4000), (2011, "CHN", 18000), (2011, "MYS", 3000)],
)
def test_torn_chapters_are_whole_again(
    real_table_editions: tuple[Edition, ...], year: int, code: str, words: int
) -> None:
    (edition,) = [e for e in real_table_editions if e.year == year]
    (chapter,) = [c for c in edition.chapters if c.economy == code]
    assert chapter.words > words
    assert not chapter.torn


@pytest.mark.real
def test_ids_are_unique(real_table_editions: tuple[Edition, ...]) -> None:
    ids = [p.id for e in real_table_editions for p in e.passages]
    assert len(ids) == len(set(ids)) > 80000
