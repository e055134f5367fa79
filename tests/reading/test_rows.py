"""Tables read as rows (analyzer/reading/tables.py)."""

from __future__ import annotations

import json

import pytest

from analyzer.errors import BrokenFile, MissingColumns, NotAReport, NoText
from analyzer.reading.opening import DEFAULT, describe, read_here
from analyzer.records import Row

COLUMNS = {
    "year": [2030, 2031],
    "country": ["Freedonia", "Sylvania"],
    "section": ["Import Policies", None],
    "text": ["Quotas bind, and how: “tightly”.", "Tyres need a licence."],
}
ROWS = (
    Row(1, 2030, "Freedonia", "Import Policies", "Quotas bind, and how: “tightly”."),
    Row(2, 2031, "Sylvania", None, "Tyres need a licence."),
)


def _records():
    return [dict(zip(COLUMNS, values, strict=True)) for values in zip(*COLUMNS.values(), strict=True)]


def _csv(path, separator):
    cells = [list(COLUMNS), *([("" if v is None else f'"{v}"') for v in r.values()] for r in _records())]
    path.write_text("\n".join(separator.join(row) for row in cells) + "\n", encoding="utf-8-sig")


def _jsonl(path):
    path.write_text("\n".join(json.dumps(r) for r in _records()), encoding="utf-8")


def _parquet(path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table(COLUMNS), path)


def _rda(path):
    pandas = pytest.importorskip("pandas")
    rdata = pytest.importorskip("rdata")
    frame = pandas.DataFrame(
        {name: pandas.Series(v, dtype=object if name != "year" else int) for name, v in COLUMNS.items()}
    )
    frame["section"] = pandas.Categorical(frame["section"])
    rdata.write_rda(path, {"reports": frame})


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("rows.csv", lambda path: _csv(path, ",")),
        ("rows.csv", lambda path: _csv(path, ";")),
        ("rows.tsv", lambda path: _csv(path, "\t")),
        ("rows.jsonl", _jsonl),
        ("rows.parquet", _parquet),
        ("rows.rda", _rda),
    ],
)
def test_every_format_gives_the_same_rows(tmp_path, name, write):
    write(tmp_path / name)
    table = read_here(tmp_path / name, describe(tmp_path / name), limits=DEFAULT)
    assert table.rows == ROWS


def _read(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_here(tmp_path / name, describe(tmp_path / name), limits=DEFAULT)


def test_column_names_go_by_any_case_and_by_synonyms(tmp_path):
    table = _read(tmp_path, "rows.csv", "Edition,ECONOMY, Category ,Content,extra\n2030,Freedonia,Labor,Strikes.,x\n")
    assert table.rows == (Row(1, 2030, "Freedonia", "Labor", "Strikes."),)


def test_a_line_of_json_may_hold_what_else_separates_lines(tmp_path):
    record = dict(zip(COLUMNS, (2030, "Freedonia", None, "One\u2028two\x85three\u2029four."), strict=True))
    line = json.dumps(record, ensure_ascii=False)
    assert _read(tmp_path, "rows.jsonl", f"{line}\r\n{line}\n").rows == tuple(
        Row(n, 2030, "Freedonia", None, record["text"]) for n in (1, 2)
    )


@pytest.mark.parametrize(
    ("year", "expected"), [("2030.0", 2030), ("", None), ("n/a", None), ("20300", None), ("1e999", None)]
)
def test_a_year_that_cannot_be_is_none(tmp_path, year, expected):
    table = _read(tmp_path, "rows.csv", f"year,country,section,text\n{year},Freedonia,Labor,Strikes.\n")
    assert table.rows[0].year == expected


@pytest.mark.parametrize(
    ("name", "text", "error", "said"),
    [
        ("a.csv", "year,country\n2030,X\n", MissingColumns, "section, text"),
        ("a.csv", "year,country,section,text\n", NoText, "no rows"),
        ("a.csv", "year,country,section,text\n2030,X\n", BrokenFile, "row 2 has 2 fields"),
        ("a.jsonl", '{"year": 2030}\n{"year": ', BrokenFile, "line 2 is no JSON"),
        ("a.jsonl", "[1]\n", BrokenFile, "line 1 is no JSON object"),
    ],
)
def test_tables_that_cannot_be_used_say_where(tmp_path, name, text, error, said):
    with pytest.raises(error, match=said):
        _read(tmp_path, name, text)


def test_damaged_r_and_parquet_files_are_broken(tmp_path):
    for name, content in (("a.rda", b"\x1f\x8bnoise"), ("a.parquet", b"PAR1noisePAR1")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BrokenFile, match=name):
            read_here(tmp_path / name, describe(tmp_path / name), limits=DEFAULT)


def test_findings_that_were_exported_are_no_report(tmp_path):
    path = tmp_path / "findings.jsonl"
    rows = [{**row, "passage_id": "a", "listing_id": "b", "status": "new"} for row in _records()]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(NotAReport, match="exported from a store"):
        read_here(path, describe(path), limits=DEFAULT)
