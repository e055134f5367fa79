import csv
import io
import json

import pytest
from typer.testing import CliRunner

from analyzer.cli.procurement import _term
from analyzer.cli.verbs import app
from analyzer.queries.regimes import RegimeTerm


@pytest.fixture
def run(sample_file, monkeypatch):
    monkeypatch.setenv("ANALYZER_STORE", str(sample_file))
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_matrix_has_a_column_for_every_edition(run):
    lines = run("agreements").output.splitlines()
    assert lines[0].split() == ["96", "22", "24", "25", "list"]
    assert next(line for line in lines if line.startswith("KOR")).split()[-2:] == ["P", "P97"]
    assert "Silence is no change" in lines[-1]


def test_every_cell_has_its_sentence_page_and_the_lists_with_source_and_date(run):
    rows = {(r["economy"], r["year"]): r for r in json.loads(run("agreements", "--json").output)}
    korea = rows["KOR", 2025]
    assert (korea["status"], korea["printed_page"], korea["pdf_page"]) == ("party", "6", 8)
    assert "Korea" in korea["sentence"]
    assert (korea["reference"], korea["reference_since"]) == ("party", "1997-01-01")
    assert (korea["rdp"], korea["fta"], korea["fta_since"]) == ("negotiating", "KORUS 17", "2012-03-15")
    for column in ("reference", "rdp", "fta"):
        assert korea[f"{column}_source"] and korea[f"{column}_checked_on"]
    silent = [r for r in rows.values() if r["status"] == "silent"]
    assert silent and all(r["check"] == "" and r["sentence"] is None for r in silent)


def test_one_year_one_economy_and_csv(run):
    rows = list(csv.DictReader(io.StringIO(run("agreements", "Korea", "--year", 2025, "--format", "csv").output)))
    assert [(r["economy"], r["year"], r["status"]) for r in rows] == [("KOR", "2025", "party")]
    table = run("agreements", "Korea").output
    assert "by the list" in table and "2022" in table


def test_offsets_have_terms_and_a_view_by_year(run):
    rows = json.loads(run("offsets", "KOR", "--json").output)
    required = next(r for r in rows if r["polarity"] == "required" and r["last"] == 2025)
    assert required["first"] == 1996
    assert required["terms"] and {"kind", "norm", "years", "passage_id", "start", "end"} <= set(required["terms"][0])
    years = {r["year"]: r for r in json.loads(run("offsets", "--by-year", "--json").output)}
    assert "KOR" in years[1996]["required"] and "KOR" not in years[2022]["required"]
    assert "KOR" in years[2025]["required"]
    assert "asked for" in run("offsets").output


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("percentage", "35 percent", "35 percent (2014)"),
        ("guarantee", "6 percent", "guarantee of 6 percent (2014)"),
        ("threshold", "KD 1 million", "from KD 1 million (2014)"),
    ],
)
def test_a_term_is_told_with_what_it_is(kind, text, words):
    assert _term(RegimeTerm(kind, "", text, (2014,), "p", 0, 1)) == words
