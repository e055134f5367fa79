import csv
import gzip
import io
import json
import re
from pathlib import Path

import pytest

from analyzer.errors import UnknownChoice
from analyzer.exports import example, finding_row, listing_row, mention_rows, write
from analyzer.exports.cells import harmless
from analyzer.exports.writing import as_text, kind_of
from analyzer.records import Finding, Listing, Mention

DESIGN = re.findall(  # the fields that scripts and scorers rely on
    r"\w+",
    "report, year, economy, section, heading, passage_id, listing_id, text, sentences, pdf_page, printed_page, status, "
    "p_new, boilerplate, moved_from, compared_with, missing_editions, first_listed, last_listed_before, evidence, "
    "change, mentions",
)


def test_a_finding_has_every_field_that_scripts_rely_on(sample_store):
    rows = [finding_row(f) for f in sample_store.findings("ite", economy="KOR", year=2025)]
    assert all(name in rows[0] for name in DESIGN)
    relisted = next(r for r in rows if r["status"] == "relisted")
    assert set(relisted["evidence"]) >= {"year", "text", "score", "page"}
    assert "".join(relisted["sentences"]).replace(" ", "") == relisted["text"].replace(" ", "")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+x", "-2", "@a", "\tq", "=HYPERLINK(1)", " =1+1", "\n=1", "\x01=1", "\uff1d1+1"]
)
def test_a_cell_is_never_a_formula(cell):
    assert str(harmless(cell)).startswith("'")


def test_csv_reads_back(sample_store):
    rows = [finding_row(f) for f in sample_store.findings("ite", economy="IND")]
    back = list(csv.DictReader(io.StringIO("".join(as_text(rows, "csv")))))
    assert [r["passage_id"] for r in back] == [r["passage_id"] for r in rows]


@pytest.mark.parametrize("kind", [Finding, Listing, Mention])
def test_a_csv_without_rows_has_its_head_where_it_is_told(sample_store, kind):
    rows = {
        Finding: map(finding_row, sample_store.findings("ite")),
        Listing: map(listing_row, sample_store.listings("ite", "KOR")),
        Mention: (row for f in sample_store.findings("ite") for row in mention_rows(f)),
    }[kind]
    line = next(iter(as_text(rows, "csv"))).split("\n")[0]
    assert "".join(as_text([], "csv", head=example(kind))) == f"{line}\n"
    assert "".join(as_text([], "csv")) == ""


def test_json_lines_read_back(sample_store):
    rows = [row for f in sample_store.findings("ite", economy="IND") for row in mention_rows(f)]
    assert [json.loads(line) for line in as_text(rows, "jsonl")] == rows


def test_json_is_one_array_whether_rows_come_or_lie(sample_store):
    rows = [finding_row(f) for f in sample_store.findings("ite", economy="IND")]
    text = "".join(as_text(iter(rows), "json"))
    assert text == json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    assert "".join(as_text([], "json")) == "[]\n"


def test_packed_text_is_the_same_text_and_holds_no_time(sample_store, tmp_path):
    rows = [finding_row(f) for f in sample_store.findings("ite", economy="IND")]
    assert write(iter(rows), "jsonl", tmp_path / "a.jsonl.gz") == len(rows)
    write(rows, "jsonl", tmp_path / "b.jsonl.gz")
    packed = (tmp_path / "a.jsonl.gz").read_bytes()
    assert packed == (tmp_path / "b.jsonl.gz").read_bytes()
    assert gzip.decompress(packed).decode() == "".join(as_text(rows, "jsonl"))


@pytest.mark.parametrize(("name", "kind"), [("a.csv", "csv"), ("a.JSONL.gz", "jsonl"), ("a.xlsx", "xlsx"), ("a", "")])
def test_the_kind_follows_from_the_name(name, kind):
    assert kind_of(Path(name)) == kind


def test_parquet_reads_back(sample_store, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [listing_row(entry) for entry in sample_store.listings("ite", "KOR")]
    write(rows, "parquet", tmp_path / "l.parquet")
    assert parquet.read_table(tmp_path / "l.parquet").column("title").to_pylist() == [r["title"] for r in rows]


def test_an_unknown_kind_lists_the_known(tmp_path):
    with pytest.raises(UnknownChoice, match="jsonl"):
        write([], "jsnl", tmp_path / "x")
