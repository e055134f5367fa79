"""What has to be known of a table that goes from hand to hand."""

from __future__ import annotations

from collections.abc import Collection

from analyzer.vocab import series as all_series
from analyzer.vocab.years import ranges


def notes(series: str, held: Collection[int]) -> tuple[str, ...]:
    """The editions that a table rests on, those published and not held, and what its words mean."""
    missing = [year for year in all_series.published(series) if year <= max(held, default=0) and year not in held]
    return (
        f"Series {series.upper()}. Editions held: {ranges(held) or 'none'}.",
        f"Published and not held: {ranges(missing) or 'none'}.",
        "What is called new, relisted or dropped rests on the editions held.",
        "Dropped means no longer described: that is not removal of the barrier.",
        "The first edition held is compared with none: its passages stand as new.",
        "First listed is the earliest edition that links lead back to; they may pass from one matter to another.",
    )
