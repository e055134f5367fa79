"""Small valid files of every kind, the same bytes every time: what the mutations start from."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
from functools import cache
from pathlib import Path

TITLE = "2031 National Trade Estimate Report on Foreign Trade Barriers"
CHAPTERS = {
    "JAPAN": [
        ("IMPORT POLICIES", "Tariffs", "The ministry raised the tariff on dried fish to 30 percent in May 2030."),
        ("GOVERNMENT PROCUREMENT", "Offsets", "Bidders for defence contracts must spend half of the price at home."),
    ],
    "CHILE": [("SERVICES BARRIERS", "Insurance", "A licence for insurance is given to local firms alone.")],
}
ARTICLE = (
    "For the first time the new report lists Japan’s offset rules for defence contracts. Chile’s insurance licences "
    "are newly listed as well, and the tariff on dried fish is no longer there, officials said on 1 April 2031."
)


def _lines() -> list[tuple[str, float, str]]:
    """Font, size and text of every line of the report; "page" ends a page."""
    lines: list[tuple[str, float, str]] = [("Times-Bold", 20, TITLE), ("page", 0, "")]
    for name, sections in CHAPTERS.items():
        lines.append(("Times-Bold", 18, name))
        for section, heading, text in sections:
            lines += [("Times-Bold", 13, section), ("Times-Bold", 11, heading), ("Times-Roman", 11, text)]
        lines.append(("page", 0, ""))
    return lines


@cache
def pdf(*, compressed: bool = False) -> bytes:
    """The report as a PDF with bookmarks and a ruled table."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    drawing = Canvas(out, pagesize=(612, 792), invariant=1, pageCompression=int(compressed))
    drawing.setTitle(TITLE)
    top = 720.0
    for font, size, text in _lines():
        if font == "page":
            for at in range(4):
                drawing.line(72, 300 - 20 * at, 472, 300 - 20 * at)
            for left in (72, 272, 472):
                drawing.line(left, 300, left, 240)
            drawing.setFont("Times-Roman", 10)
            for at in range(3):
                drawing.drawString(76, 286 - 20 * at, f"Product {at}")
                drawing.drawString(276, 286 - 20 * at, f"{at} percent")
            drawing.showPage()
            top = 720.0
            continue
        if size == 18:
            drawing.bookmarkPage(text)
            drawing.addOutlineEntry(text, text)
        drawing.setFont(font, size)
        drawing.drawString(72, top, text)
        top -= 2 * size
    drawing.save()
    return out.getvalue()


def html() -> bytes:
    """The report as a web page."""
    parts = []
    for name, sections in CHAPTERS.items():
        parts.append(f"<h1>{name}</h1>")
        for section, heading, text in sections:
            parts.append(f"<h2>{section}</h2><h3>{heading}</h3><p>{text}</p>")
    return f"<!doctype html><html><head><title>{TITLE}</title></head><body>{''.join(parts)}</body></html>".encode()


def text() -> bytes:
    """The report as plain text."""
    return "\n\n".join(line for font, _, line in _lines() if font != "page").encode()


def _rows() -> list[dict[str, object]]:
    return [
        {"year": 2031, "country": name.title(), "section": section.title(), "text": text}
        for name, sections in CHAPTERS.items()
        for section, _, text in sections
    ]


def jsonl() -> bytes:
    """The report as a table, a JSON object a row."""
    return "\n".join(json.dumps(row) for row in _rows()).encode()


def comma() -> bytes:
    """The report as comma-separated values."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["year", "country", "section", "text"])
    writer.writeheader()
    writer.writerows(_rows())
    return out.getvalue().encode()


@cache
def parquet() -> bytes:
    """The report as a Parquet table."""
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(_rows()), out)
    return out.getvalue()


@cache
def rda() -> bytes:
    """The report as an R data frame, not compressed."""
    import pandas
    import rdata

    rows = _rows()
    frame = pandas.DataFrame(
        {k: pandas.Series([r[k] for r in rows], dtype=int if k == "year" else object) for k in rows[0]}
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.rda"
        rdata.write_rda(path, {"reports": frame})
        content = path.read_bytes()
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def article() -> bytes:
    """A piece of news with claims about the report."""
    return ARTICLE.encode()
