"""Answers as plain records: findings, threads, search, chapters, agreements and offsets."""

from analyzer.queries.agreements import Standing, agreements
from analyzer.queries.asking import economy_code, series_held, year_held, years_held
from analyzer.queries.finding import findings
from analyzer.queries.hits import Hit, search
from analyzer.queries.regimes import Regime, offsets
from analyzer.queries.thread import Appearance, Thread, history

__all__ = [
    "Appearance",
    "Hit",
    "Regime",
    "Standing",
    "Thread",
    "agreements",
    "economy_code",
    "findings",
    "history",
    "offsets",
    "search",
    "series_held",
    "year_held",
    "years_held",
]
