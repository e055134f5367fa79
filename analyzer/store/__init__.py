"""The only room that writes SQL: reports, passages, mentions and history in one SQLite file or database."""

from analyzer.store.opening import Store, snippet
from analyzer.store.writing import Writer, report_id

__all__ = ["Store", "Writer", "report_id", "snippet"]
