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


def test_not_a_party_has_a_letter_of_its_own_and_the_list_its_weightiest_standing(reports, tmp_path, monkeypatch):
    reports(
        (2019, "China", "China is an observer to the GPA."),
        (2019, "Chile", "Chile is not a signatory to the GPA."),
        (2019, "Norway", "Norway is neither a party nor an observer to the GPA."),
        (2019, "Jordan", "Jordan is not a signatory to the GPA."),
        (2020, "Jordan", "Jordan is an observer to the GPA."),
    )
    monkeypatch.setenv("ANALYZER_STORE", str(tmp_path / "nte.sqlite"))
    matrix = CliRunner().invoke(app, ["agreements"]).output
    assert {line.split()[0]: line.split()[1:] for line in matrix.splitlines()[1:5]} == {
        "CHL": ["n", "O97"], "CHN": ["O", "A07"], "JOR": ["n", "O", "A02"], "NOR": ["N!", "P96"],
    }  # fmt: skip
    assert "n not a party, no word of observing" in matrix
    table = CliRunner().invoke(app, ["agreements", "--year", "2019"]).output
    assert "acceding 2007-12" in table and "observer 2002-02" in table
    assert "non-party" in table
    assert "(2019: non-party)" not in CliRunner().invoke(app, ["agreements", "JOR"]).output


def test_an_amount_whose_sign_is_lost_is_told_so():
    term = RegimeTerm("threshold", "10000000 ?", "10 million", (2013,), "p", 0, 1, currency_lost=True)
    assert _term(term) == "from 10 million (currency sign lost) (2013)"
