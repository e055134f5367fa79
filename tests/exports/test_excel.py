import gc
import tempfile
import time
from dataclasses import replace

import openpyxl
import pytest

from analyzer import queries
from analyzer.errors import LimitExceeded
from analyzer.exports import Link, excel, notes, sheet_row, write

WANTED = ["economy", "section", "heading", "passage", "page", "status", "evidence", "mentions"]
WANTED += ["first listed", "last listed before", "what changed"]


@pytest.fixture
def found(sample_store):
    return sample_store.findings("ite", economy="KOR", year=2025)


def opened(path):
    sheet = openpyxl.load_workbook(path).active
    return sheet, {cell.value: cell.column_letter for cell in sheet[1]}


def test_a_sheet_has_a_frozen_head_filters_widths_and_the_columns_that_people_ask_for(found, tmp_path):
    write([sheet_row(f, {}) for f in found], "xlsx", tmp_path / "f.xlsx")
    sheet, at = opened(tmp_path / "f.xlsx")
    assert set(WANTED) <= set(at)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", sheet.dimensions)
    assert sheet.column_dimensions[at["passage"]].width == 80
    assert sheet["A1"].font.bold and sheet["A2"].alignment.wrap_text
    assert sheet.max_row == len(found) + 1
    values = [sheet[f"{at['status']}{row}"].value for row in range(2, sheet.max_row + 1)]
    assert values == [f.verdict.status.value for f in found]


def test_the_page_is_a_link_to_the_page_of_its_edition(found, tmp_path):
    write([sheet_row(f, {2025: "https://example.org/r.pdf"}) for f in found], "xlsx", tmp_path / "f.xlsx")
    sheet, at = opened(tmp_path / "f.xlsx")
    now = next(i for i, f in enumerate(found, 2) if f.verdict.status.value == "relisted")
    cell = sheet[f"{at['page']}{now}"]
    assert (cell.value, cell.hyperlink.target) == ("p. 6 (PDF 8)", "https://example.org/r.pdf#page=8")
    gone = [i for i, f in enumerate(found, 2) if f.verdict.status.value == "dropped"]
    assert gone
    assert all(sheet[f"{at['page']}{row}"].hyperlink is None for row in gone)  # their edition has no address here


def test_the_sample_opens_at_its_own_files(sample_store):
    assert queries.addresses(sample_store, "ite")[2025] == "ite-2025.pdf"


def test_no_cell_is_a_formula_not_even_a_link(found, tmp_path):
    bad = replace(found[0], passage=replace(found[0].passage, text="=SUM(A1:A9)", heading=("@x", "+y")))
    rows = [sheet_row(bad, {}) | {"page": Link("=cmd()", "https://example.org/")}, {"economy": ["=1"]}]
    write(rows, "xlsx", tmp_path / "f.xlsx")
    sheet, at = opened(tmp_path / "f.xlsx")
    assert [sheet[f"{at[name]}2"].value for name in ("passage", "heading", "page")] == [
        "'=SUM(A1:A9)",
        "'@x > +y",
        "'=cmd()",
    ]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "inlineStr"}


def test_links_beyond_what_a_sheet_holds_become_words(tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "_MOST_LINKS", 1)
    write([{"page": Link("p. 1", "https://example.org/")}] * 2, "xlsx", tmp_path / "f.xlsx")
    sheet, _ = opened(tmp_path / "f.xlsx")
    assert [(cell.value, cell.hyperlink is not None) for cell in (sheet["A2"], sheet["A3"])] == [
        ("p. 1", True),
        ("p. 1", False),
    ]


def test_the_same_rows_are_the_same_file_whenever_it_is_written(found, tmp_path, monkeypatch):
    rows = [sheet_row(f, {2025: "https://example.org/r.pdf"}) for f in found]
    write(rows, "xlsx", tmp_path / "first.xlsx")
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda _=None: time.gmtime(later))
    write(rows, "xlsx", tmp_path / "later.xlsx")
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "later.xlsx").read_bytes()


def test_a_folder_that_is_not_there_leaves_nothing_open_behind(found, tmp_path, monkeypatch, recwarn):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with pytest.raises(FileNotFoundError):
        write([sheet_row(f, {}) for f in found], "xlsx", tmp_path / "none" / "f.xlsx")
    gc.collect()
    assert [path.name for path in tmp_path.rglob("*")] == ["temporary"]
    assert [str(warned.message) for warned in recwarn] == []


def test_an_empty_sheet_and_very_long_text(tmp_path):
    assert write([], "xlsx", tmp_path / "e.xlsx") == 0
    write([{"text": "a" * 40_000}], "xlsx", tmp_path / "l.xlsx")
    assert len(opened(tmp_path / "l.xlsx")[0]["A2"].value) == 32_000


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "_MOST_ROWS", 4)
    assert write([{"n": 1}] * 3, "xlsx", tmp_path / "three.xlsx") == 3
    assert opened(tmp_path / "three.xlsx")[0].max_row == 4
    with pytest.raises(LimitExceeded, match=r"four\.xlsx: a sheet of Excel holds 3 rows") as caught:
        write([{"n": 1}] * 4, "xlsx", tmp_path / "four.xlsx")
    assert "csv or parquet" in caught.value.remedy
    assert not (tmp_path / "four.xlsx").exists()


def test_rows_that_break_off_leave_no_file_behind(tmp_path, monkeypatch):
    def rows():
        yield {"n": 1}
        raise ValueError("broken off")

    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with pytest.raises(ValueError, match="broken off"):
        write(rows(), "xlsx", tmp_path / "f.xlsx")
    assert [path.name for path in tmp_path.rglob("*")] == ["temporary"]


def test_a_workbook_says_on_a_sheet_of_its_own_which_editions_it_rests_on(tmp_path):
    write([{"a": 1}], "xlsx", tmp_path / "f.xlsx", notes=notes("nte", [2022, 2025]))
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    assert book.sheetnames == ["analyzer", "notes"]
    lines = [cell.value for cell in book["notes"]["A"]]
    assert lines[0] == "Series NTE. Editions held: 2022, 2025."
    assert "2023" in lines[1] and "2022" not in lines[1]
    assert book.active.title == "analyzer"


def test_a_folder_that_takes_no_file_is_told_before_a_sheet_is_begun(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda folder, mode: False)
    with pytest.raises(PermissionError):
        write([{"text": "a"}], "xlsx", tmp_path / "f.xlsx")
    assert list(tmp_path.iterdir()) == []
