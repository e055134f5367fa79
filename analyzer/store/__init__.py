"""The only room that writes SQL: reports, passages, mentions and history in a SQLite file or a PostgreSQL database."""

from analyzer.store.database import Ways
from analyzer.store.glimpses import Glimpse, glimpses
from analyzer.store.opening import Store
from analyzer.store.rows import Bare, Stock
from analyzer.store.searching import snippet, ways_of
from analyzer.store.tallies import Tally, new_chapters, revision, tallies, tallies_by_section
from analyzer.store.writing import Writer, report_id

__all__ = [
    "Bare",
    "Glimpse",
    "Stock",
    "Store",
    "Tally",
    "Ways",
    "Writer",
    "glimpses",
    "new_chapters",
    "report_id",
    "revision",
    "snippet",
    "tallies",
    "tallies_by_section",
    "ways_of",
]
