"""The chain: report files -> editions -> mentions -> listing history -> store."""

from analyzer import outline, reading
from analyzer.history.rulings import standing
from analyzer.pipeline.adding import Added, AddSummary, add
from analyzer.pipeline.pools import by_economy
from analyzer.pipeline.ruling import rule, take_in
from analyzer.pipeline.workers import Progress

__all__ = ["AddSummary", "Added", "Progress", "add", "by_economy", "outline", "reading", "rule", "standing", "take_in"]
