"""Tables, web pages, plain texts and articles made on purpose to exhaust or confuse a reader."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from collections.abc import Callable
from random import Random

Crafted = tuple[str, bytes]  # suffix, content
Maker = Callable[[Random], Crafted]

_ODD = "\u202e\u0000\ufeff\ud7ff\U000e0001\u0301\u2028" + "".join(map(chr, range(1, 32)))


def _row(**changed: object) -> dict[str, object]:
    return {"year": 2031, "country": "Japan", "section": "Import Policies", "text": "Quotas bind in Japan.", **changed}


def _long(chance: Random) -> str:
    unit = chance.choice(
        ("a", "a ", ". ", "Japan ", "(", "“", "U.S. ", "A. B. ", "1 ", "- ", "\n", "percent of 9 ", "é")
    )
    return unit * (chance.choice((1000, 50_000, 400_000)) // len(unit))


def json_rows(chance: Random) -> Crafted:
    """Rows of the wrong type, nested deep, with numbers out of range."""
    depth = chance.choice((10, 2000, 100_000))
    odd = chance.choice((None, True, -1, 1e308, [], {}, "", "x" * 10**6, _ODD, 10**30, "9" * 5000))
    lines = [json.dumps(_row()), json.dumps(_row(**{chance.choice(("year", "country", "section", "text")): odd}))]
    lines.append(
        chance.choice(
            (
                "[" * depth,
                '{"a":' * depth,
                "NaN",
                '{"year": 1e999}',
                "{",
                "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
            )
        )
    )
    return ".jsonl", "\n".join(chance.sample(lines, chance.randrange(1, 4))).encode("utf-8", "surrogatepass")


def comma_rows(chance: Random) -> Crafted:
    """Quotes left open, columns without end, fields of megabytes."""
    head = "year,country,section,text"
    odd = chance.choice(
        (
            '2031,Japan,Import Policies,"' + "x," * 10**5,
            "2031,Japan,Import Policies," + _long(chance).replace("\n", ";"),
            "," * 10**5,
            "2031,Japan",
            f"2031,{_ODD},{_ODD},{_ODD}",
            "\n".join("2031,Japan,Import Policies,Quotas bind." for _ in range(20_000)),
            "\n".join(f"{year},Japan,x,Quotas bind here in {year}." for year in range(-50, 3000)),
            '2031,"' + '""' * 10**5 + '",a,b',
        )
    )
    top = chance.choice((head, head + ",text" * 5000, head.replace(",", "\t"), "text", ""))
    return ".csv", f"{top}\n{odd}\n".encode("utf-8", "replace")


def packed_rows(chance: Random) -> Crafted:
    """R files that inflate a thousandfold, and ones whose counts nothing bears out."""
    pack = chance.choice((gzip.compress, bz2.compress, lzma.compress))
    head = b"RDX3\nX\n\x00\x00\x00\x03\x00\x04\x02\x01\x00\x03\x05\x00\x00\x00\x00\x05UTF-8"
    body = chance.choice(
        (
            b"\0" * (chance.choice((1, 100)) * 2**20),
            head + b"\x00\x00\x02\x13" * chance.choice((10, 50_000)),
            head + b"\x00\x00\x00\x10\x7f\xff\xff\xff" + b"\0" * 99,
            head + b"\x00\x00\x04\x02\x00\x00\x00\x01\x00\x04\x00\x09\x7f\xff\xff\xff" + b"a" * 99,
            b"RDA3\nA\n3\n263169\n197888\n5\nUTF-8\n" + b"1026\n" * 5000,
        )
    )
    return ".rda", pack(body)


def columnar_rows(chance: Random) -> Crafted:
    """Parquet of odd types, and of a text said a million times in a few bytes."""
    import pyarrow
    import pyarrow.parquet

    count = chance.choice((1, 1000, 3_000_000))
    columns = {key: pyarrow.array([value] * count) for key, value in _row().items()}
    if count == 1:
        columns[chance.choice(list(columns))] = chance.choice(
            (
                pyarrow.array([[[1]]]),
                pyarrow.array([{"a": 1}]),
                pyarrow.array([b"\xff\xfe"]),
                pyarrow.nulls(1),
                pyarrow.array([float("nan")]),
                pyarrow.array([_ODD]),
            )
        )
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out, compression=chance.choice(("none", "zstd", "gzip")))
    return ".parquet", out.getvalue()


# What a pattern may try in every way there is, where it comes again and again.
_AGAIN = (
    ".", ". ", "a", "a ", "A ", "A", "1", "1,", "1.", "(", ") ", "(a", "-", '"', "'", "“", "; ", ": ", "x.y", "i", "/",
    "&", "the ", "of the ", "a, ", "and ", "A. ", "U.S. ", "10 percent ", "January 1, ", "Law No. ", "$1 ", "Korea ",
    "Korea, ", "offsets and ", "Government Procurement ", "the Agreement on ", "GPA ", "party to the GPA ", "observer ",
    "trade agreement ", "member of ", "for the first time ", "no longer ", "listed ", "import policy ",
)  # fmt: skip


def _run(chance: Random) -> str:
    piece = chance.choice(_AGAIN)
    begins = chance.choice(("The ministry ", "The trade agreement and the GPA of Korea export 10 percent "))
    return begins + piece * (60_000 // len(piece)) + " end."


def web_pages(chance: Random) -> Crafted:
    """Markup nested without end, entities, broken encodings, a million paragraphs."""
    many = chance.choice((200, 5000, 100_000))
    title = "<title>2031 National Trade Estimate Report</title>"
    body = chance.choice(
        (
            "<div>" * many + "JAPAN" + "</div>" * many,
            "<p>Quotas bind." * many,
            "<h1>JAPAN</h1>" * min(many, 5000),
            "<h1>JAPAN</h1><h2>" + _long(chance) + "</h2><p>x",
            "<table>" + "<tr><td>" * many,
            "<!--" * many,
            "&amp;" * many + "&#x110000;&#0;&#xd800;",
            "<a " + "x=y " * many + ">JAPAN",
            "<script>" + "JAPAN " * many,
            "<![CDATA[" * many + "]]>",
            _ODD * 100,
        )
    )
    head = chance.choice(
        (
            "<!doctype html>",
            "<?xml version='1.0' encoding='utf-16'?>",
            '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
            '<!DOCTYPE html SYSTEM "file:///etc/hostname" [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>',
            '<meta charset="utf-7">',
        )
    )
    return ".html", f"{head}<html>{title}<body><h1>JAPAN</h1>{body}".encode("utf-8", "surrogatepass")


def plain_texts(chance: Random) -> Crafted:
    """Lines without end, contents without pages, headings without text."""
    name = "2031 National Trade Estimate Report\n\nJAPAN\n\nIMPORT POLICIES\n\n"
    many = chance.choice((100, 5000, 60_000))
    body = chance.choice(
        (
            _long(chance),
            "JAPAN " + ". " * many + "x\n" * 3,
            "JAPAN" + "." * many + " x",
            "JAPAN\n\n" * min(many, 5000),
            "\f" * many,
            "\n" * many + "Quotas bind.",
            "Import Licensing " * many,
            ("A" * 30 + "-\n") * min(many, 5000),
            "1 Note. " * many,
            "•\n" * many,
            _ODD * 50,
            ("word " * 200_000),
            *(_run(chance) for _ in range(4)),
        )
    )
    return ".txt", (name + body).encode("utf-8", "surrogatepass")


def articles(chance: Random) -> Crafted:
    """News without end, without sense, or with a claim in every word."""
    many = chance.choice((1, 50, 2000))
    body = chance.choice(
        (
            _long(chance),
            "For the first time, Japan’s offsets are listed. " * min(many, 200),
            "Japan " * many + "is newly listed for the first time. ",
            "for the first time " * many,
            "“" * many + "newly listed" + "”" * many,
            "For the first time since " + "1" * many + " Japan " + "(" * many + ".",
            _ODD * many,
            *("In the 2031 report " + _run(chance) + " is listed for the first time in Japan." for _ in range(4)),
            "newly\u00a0listed\u2028Japan offsets\r\r\n" * min(many, 200),
            "No longer " + "Chile’s and " * many + "Japan’s rules are listed.",
            '"\'; DROP TABLE passage; -- * NEAR(a b) "" AND OR NOT newly listed in Japan ^ : { } ' * min(many, 50),
        )
    )
    return ".txt", body.encode("utf-8", "surrogatepass")


TABLES: tuple[Maker, ...] = (json_rows, comma_rows, packed_rows, columnar_rows)
