"""Answers as plain records: findings, threads, search, chapters, agreements and offsets."""

from analyzer.queries.addresses import addresses, page_address
from analyzer.queries.agreements import Standing, agreements, matrix, standings_of
from analyzer.queries.asking import economy_code, series_held, year_held, years_held
from analyzer.queries.events import StandingEvent, gpa_events
from analyzer.queries.finding import at_a_glance, chosen_findings, every_finding, findings, least_certain, listed_in
from analyzer.queries.hits import Hit, search
from analyzer.queries.listed import Listed, Past, names_of
from analyzer.queries.reference import beside, iso_date
from analyzer.queries.regimes import OffsetYear, Regime, offset_turns, offsets, offsets_by_year
from analyzer.queries.thread import Appearance, History, Thread, history
from analyzer.queries.whose import countertrade_years, offset_mentions, offset_years, whose

__all__ = [
    "Appearance",
    "History",
    "Hit",
    "Listed",
    "OffsetYear",
    "Past",
    "Regime",
    "Standing",
    "StandingEvent",
    "Thread",
    "addresses",
    "agreements",
    "at_a_glance",
    "beside",
    "chosen_findings",
    "countertrade_years",
    "economy_code",
    "every_finding",
    "findings",
    "gpa_events",
    "history",
    "iso_date",
    "least_certain",
    "listed_in",
    "matrix",
    "names_of",
    "offset_mentions",
    "offset_turns",
    "offset_years",
    "offsets",
    "offsets_by_year",
    "page_address",
    "search",
    "series_held",
    "standings_of",
    "whose",
    "year_held",
    "years_held",
]
