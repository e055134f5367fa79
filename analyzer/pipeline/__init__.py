"""The chain: report files -> editions -> mentions -> listing history -> store."""

from analyzer import outline, reading
from analyzer.pipeline.adding import Added, AddSummary, add
from analyzer.pipeline.pools import by_economy
from analyzer.pipeline.ruling import rule
from analyzer.pipeline.workers import Progress

__all__ = ["AddSummary", "Added", "Progress", "add", "by_economy", "outline", "reading", "rule"]
