import re
from pathlib import Path

import pytest

from analyzer import exports, queries
from analyzer.records import Finding, Listing

pandas = pytest.importorskip("pandas")
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
NOTEBOOK = re.search(r"In a notebook.*?```python\n(.*?)```", README, re.DOTALL)[1]


def test_findings_are_rows_and_years_stay_whole(sample_store):
    table = exports.frame(queries.findings(sample_store, "KOR", year=2025))
    assert len(table) == len(queries.findings(sample_store, "KOR", year=2025))
    assert {"status", "printed_page", "evidence_year", "change_kind"} <= set(table.columns)
    relisted = table[table.status == "relisted"].iloc[0]
    assert (relisted.first_listed, relisted.evidence_year) == (1996, 1996)
    assert str(table.first_listed.dtype) == "Int64"


@pytest.mark.parametrize("ask", ["listings", "standings", "rows"])
def test_other_answers_are_rows_too(sample_store, ask):
    records = {
        "listings": lambda: sample_store.listings("ite", "KOR"),
        "standings": lambda: queries.agreements(sample_store, year=2025),
        "rows": lambda: [{"economy": "KOR", "year": 2025}],
    }[ask]()
    table = exports.frame(records)
    assert len(table) == len(records) and "economy" in table.columns


def test_nothing_is_an_empty_frame_and_what_is_no_record_is_refused():
    assert exports.frame([]).empty
    with pytest.raises(TypeError, match="int"):
        exports.frame([1])


@pytest.mark.parametrize("of", [Finding, Listing, queries.Regime])
def test_no_records_have_the_columns_of_their_kind(sample_store, of):
    records = {
        Finding: sample_store.findings("ite"),
        Listing: sample_store.listings("ite", "KOR"),
        queries.Regime: queries.offsets(sample_store),
    }[of]
    told = [r for r in records if of is not Finding or (r.verdict.evidence and r.verdict.change)]
    table = exports.frame([], of=of)
    assert len(table) == 0 and list(table.columns) == list(exports.frame(told, of=of).columns)


def test_the_readme_notebook_answers_nothing_without_a_fault(sample_file):
    code = NOTEBOOK.replace("nte.sqlite", str(sample_file)).replace(
        '["new", "relisted"]', '["relisted"], economy="GCC"'
    )
    held = {}
    exec(code, held)
    assert len(held["table"]) == 0 and len(held["by_section"]) == 0


def test_the_readme_notebook_runs(sample_file, capsys):
    code = NOTEBOOK
    assert len(code.strip().splitlines()) <= 10
    held = {}
    exec(code.replace("nte.sqlite", str(sample_file)), held)
    assert set(held["table"].status) <= {"new", "relisted"} and len(held["table"])
    assert held["by_section"].sum() == len(held["table"])
