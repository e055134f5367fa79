"""Findings, mentions and listings as JSON lines, CSV, Parquet, Excel and DataFrames."""

from analyzer.exports.about import notes
from analyzer.exports.flat import example, finding_row, listing_row, mention_rows
from analyzer.exports.frames import frame
from analyzer.exports.sheet import Link, sheet_row
from analyzer.exports.writing import KINDS, kind_of, write

__all__ = [
    "KINDS",
    "Link",
    "example",
    "finding_row",
    "frame",
    "kind_of",
    "listing_row",
    "mention_rows",
    "notes",
    "sheet_row",
    "write",
]
