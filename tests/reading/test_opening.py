from __future__ import annotations

import bz2
import gzip

import pytest

from analyzer.errors import BrokenFile, LimitExceeded, NoText, UnknownFormat
from analyzer.reading import Limits, checksum
from analyzer.reading.opening import describe


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("report.bin", b"%PDF-1.7\n...", "pdf"),
        ("moved.txt", b"\n\n%PDF-1.4 after a stray line", "pdf"),  # content wins over the name
        ("mailed.bin", b"Content-Type: application/pdf\n\n%PDF-1.4", "pdf"),
        ("notes.txt", b"files that begin with %PDF- are refused", "text"),
        ("rows.csv", b"year,country,section,text\n2025,Korea,x,%PDF-1.4\n", "csv"),
        ("page.bin", b"<!DOCTYPE html><p>Each file begins with %PDF-1.4", "html"),
        ("page", b"<!DOCTYPE html><p>x", "html"),
        ("page.xml", b"  <html><body>x", "html"),
        ("rows.csv", b"year,country\n", "csv"),
        ("rows.tsv", b"year\tcountry\n", "csv"),
        ("rows.data", b'{"year": 2025}\n', "jsonl"),
        ("rows.x", b"PAR1....", "parquet"),
        ("rows.x", b"\x1f\x8b\x08", "rda"),
        ("rows.x", gzip.compress(b"RDX3\nX\n", mtime=0), "rda"),
        ("rows.x", gzip.compress(b"X\n\0\0\0\3", mtime=0), "rda"),
        ("rows.x", bz2.compress(b"RDX3\nX\n"), "rda"),
        ("notes.txt", b"plain words", "text"),
    ],
)
def test_kind_is_told_by_content_first(tmp_path, name, content, kind):
    path = tmp_path / name
    path.write_bytes(content)
    assert describe(path).kind == kind


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("empty.pdf", b"", NoText),
        ("fake.pdf", b"these are words, not a PDF", BrokenFile),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0", UnknownFormat),
        ("binary.txt", b"a\0b", UnknownFormat),
        ("rows.jsonl.gz", gzip.compress(b'{"year": 2025}\n', mtime=0), UnknownFormat),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name(tmp_path, name, content, error):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error) as raised:
        describe(path)
    assert raised.value.where == name
    assert raised.value.remedy


def test_missing_files_folders_and_giants_are_refused(tmp_path):
    with pytest.raises(BrokenFile, match="cannot be opened"):
        describe(tmp_path / "nowhere.pdf")
    with pytest.raises(UnknownFormat, match="folder"):
        describe(tmp_path)
    large = tmp_path / "large.txt"
    large.write_text("x" * 100)
    with pytest.raises(LimitExceeded, match="more than the limit"):
        describe(large, limits=Limits(size=99))


def test_checksum_is_sha256(tmp_path):
    path = tmp_path / "abc"
    path.write_bytes(b"abc")
    assert checksum(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
