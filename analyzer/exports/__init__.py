"""Findings, mentions and listings as JSON lines, CSV, Parquet and Excel."""

from analyzer.exports.flat import finding_row, listing_row, mention_rows
from analyzer.exports.writing import KINDS, write

__all__ = ["KINDS", "finding_row", "listing_row", "mention_rows", "write"]
