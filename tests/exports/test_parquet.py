"""Parquet: one type a column, whatever its rows hold, and few rows in memory."""

from __future__ import annotations

import json

import pytest

from analyzer.exports import finding_row, write

pyarrow = pytest.importorskip("pyarrow")
tables = pytest.importorskip("pyarrow.parquet")
parquet = pytest.importorskip("analyzer.exports.parquet")


def read(rows, path, monkeypatch, batch=2):
    monkeypatch.setattr(parquet, "_BATCH", batch)
    assert write(iter(rows), "parquet", path) == len(rows)
    return tables.read_table(path)


@pytest.mark.parametrize(
    ("values", "kind", "back"),
    [
        (["a", None, "b"], "string", ["a", None, "b"]),
        ([None, None, None], "string", [None, None, None]),
        ([True, None, False], "bool", [True, None, False]),
        ([None, 1, 2], "int64", [None, 1, 2]),
        ([1, 0.5, None], "double", [1.0, 0.5, None]),
        ([[], ["a"], None], "list<element: string>", [[], ["a"], None]),
        ([[], (), [2025]], "list<element: int64>", [[], [], [2025]]),
        ([[], [], []], "list<element: string>", [[], [], []]),
        ([[], [], [{"a": 1}]], "string", ["[]", "[]", '[{"a": 1}]']),  # the first batch holds empty lists alone
        ([{"a": 1}, None, {"b": [2]}], "string", ['{"a": 1}', None, '{"b": [2]}']),
        (["a", 1, True], "string", ['"a"', "1", "true"]),
        ([["a"], [1], []], "string", ['["a"]', "[1]", "[]"]),
        ([True, 1, None], "string", ["true", "1", None]),
    ],
)
def test_a_column_has_one_type(values, kind, back, tmp_path, monkeypatch):
    table = read([{"column": value} for value in values], tmp_path / "t.parquet", monkeypatch)
    assert str(table.schema.field("column").type) == kind
    assert table.column("column").to_pylist() == back


def test_columns_are_those_of_the_first_row_and_gaps_are_empty(tmp_path, monkeypatch):
    table = read([{"b": 1, "a": "x"}, {"a": "y", "c": 2}, {}], tmp_path / "t.parquet", monkeypatch)
    assert table.to_pydict() == {"b": [1, None, None], "a": ["x", "y", None]}


def test_findings_of_all_editions_read_back(sample_store, tmp_path, monkeypatch):
    rows = [finding_row(f) for f in sample_store.findings("ite")]
    assert {bool(row["mentions"]) for row in rows} == {True, False}
    back = read(rows, tmp_path / "t.parquet", monkeypatch, batch=20).to_pylist()
    for row, held in zip(rows, back, strict=True):
        records = {name: held[name] and json.loads(held[name]) for name in ("evidence", "change", "mentions")}
        assert {**held, **records} == row


def test_no_rows_make_an_empty_table(tmp_path):
    assert write([], "parquet", tmp_path / "t.parquet") == 0
    assert tables.read_table(tmp_path / "t.parquet").num_rows == 0
