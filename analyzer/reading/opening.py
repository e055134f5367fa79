"""Any file as a report: its kind told by its content, then read by the reader for that kind."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

from analyzer.errors import BrokenFile, LimitExceeded, NoText, UnknownFormat
from analyzer.reading.confined import confined
from analyzer.reading.limits import DEFAULT, Limits
from analyzer.records import Paged, SourceFile, Table

_TABLES = {"rda", "csv", "parquet", "jsonl"}
_MAGIC = (
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "rda"),
    (b"BZh", "rda"),
    (b"\xfd7zXZ", "rda"),
    (b"RDX", "rda"),
)
_PACKED_R = (b"RDX", b"RDA", b"X\n", b"A\n")  # how R data begins inside its packing
_TEXTS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
}


def read(path: Path, *, limits: Limits = DEFAULT) -> Paged | Table:
    """The file as pages of lines, or as the rows of a table.

    The reader runs in a process of its own under `limits`. Raises UnknownFormat, BrokenFile, EncryptedFile, NoText,
    MissingColumns or LimitExceeded, each with the file's name and what to do.
    """
    return confined(path, describe(path, limits=limits), limits=limits)


def read_here(path: Path, source: SourceFile, *, limits: Limits) -> Paged | Table:
    """As `read`, in this process: for files that are trusted, and inside the confined process."""
    if source.kind == "pdf":
        from analyzer.reading.pdf import read_pdf

        return read_pdf(path, source, limits=limits)
    found: Paged | Table
    if source.kind in _TABLES:
        from analyzer.reading.tables import read_table

        found = read_table(path, source)
        characters = sum(len(row.text) for row in found.rows)
    else:
        if source.kind == "html":
            from analyzer.reading.html import read_html

            found = read_html(path, source)
        else:
            from analyzer.reading.plain import read_plain

            found = read_plain(path, source)
        characters = sum(len(line.text) for page in found.pages for line in page.lines)
    if characters > limits.characters:
        raise LimitExceeded(
            f"the file holds {characters} characters, more than the limit of {limits.characters}.",
            where=source.name,
            remedy="Split it, or raise the limit if you trust it.",
        )
    return found


def describe(path: Path, *, limits: Limits = DEFAULT) -> SourceFile:
    """The file's name, checksum, size and kind. Raises BrokenFile, NoText, LimitExceeded or UnknownFormat."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnknownFormat("this is a folder.", where=str(path), remedy="Name the report files in it.")
        if size > limits.size:
            raise LimitExceeded(
                f"the file has {size / 2**20:.0f} MiB, more than the limit of {limits.size / 2**20:.0f} MiB.",
                where=path.name,
                remedy="Split it, or raise the limit.",
            )
        if size == 0:
            raise NoText("the file is empty.", where=path.name, remedy="Fetch it again.")
        return SourceFile(path.name, checksum(path), size, _kind(path))
    except OSError as error:
        raise BrokenFile(
            f"the file cannot be opened ({error.strerror}).", where=str(path), remedy="Check the path and its rights."
        ) from error


def checksum(path: Path) -> str:
    """The SHA-256 of the file's bytes, as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _kind(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(2048)
    body = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if body.startswith(b"%PDF-"):
        return "pdf"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            _check_packed(path, head)
            return kind
    start = body.lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in start[:1024]:
        return "html"
    ending = path.suffix.lower()
    if ending in _TEXTS and b"\0" not in head:
        return _TEXTS[ending]
    if b"%PDF-" in head[:1024]:  # after what a mail or a server put before it; in a text it is only spoken of
        return "pdf"
    if ending == ".pdf":
        raise BrokenFile("this is no PDF, though its name says so.", where=path.name, remedy="Fetch it again.")
    if start.startswith(b"{") and b"\0" not in head:
        return "jsonl"
    raise UnknownFormat(
        "no reader is known for this kind of file.",
        where=path.name,
        remedy="Reports are read from PDF, HTML, plain text (.txt), and tables as rda, csv, parquet or jsonl.",
    )


def _check_packed(path: Path, head: bytes) -> None:
    """Raise UnknownFormat where gzip packs something else than R data."""
    try:
        begin = zlib.decompressobj(wbits=31).decompress(head, 8)
    except zlib.error:
        return  # no gzip; or damaged, which its reader says
    if begin and not begin.startswith(_PACKED_R):
        raise UnknownFormat("this is packed (gzip).", where=path.name, remedy="Unpack it first: gunzip FILE")
