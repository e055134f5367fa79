"""Frozen records that the rooms exchange. They hold no behaviour beyond what follows from their own fields."""

from analyzer.records.finding import Finding
from analyzer.records.listing import Change, ChangeKind, Evidence, Link, ListedPassage, Listing, Ruling, Status, Verdict
from analyzer.records.mention import Label, Mention
from analyzer.records.outline import Account, Chapter, Edition, Passage, Segment, Unplaced
from analyzer.records.source import Bookmark, Line, LineKind, Page, Paged, Row, SourceFile, Table

__all__ = [
    "Account",
    "Bookmark",
    "Change",
    "ChangeKind",
    "Chapter",
    "Edition",
    "Evidence",
    "Finding",
    "Label",
    "Line",
    "LineKind",
    "Link",
    "ListedPassage",
    "Listing",
    "Mention",
    "Page",
    "Paged",
    "Passage",
    "Row",
    "Ruling",
    "Segment",
    "SourceFile",
    "Status",
    "Table",
    "Unplaced",
    "Verdict",
]
