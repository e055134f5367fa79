"""What the front door hands out."""

from __future__ import annotations

from analyzer.records.frozen import record
from analyzer.records.listing import Verdict
from analyzer.records.mention import Mention
from analyzer.records.outline import Passage


@record
class Finding:
    """A passage of a report with its status, evidence and mentions.

    For dropped matters `passage` is the old one and `verdict.year` the edition that lacks it.
    """

    passage: Passage
    verdict: Verdict
    mentions: tuple[Mention, ...]
    report: str  # "nte-2025"

    @property
    def economy(self) -> str:
        """The economy that the status speaks of."""
        return self.verdict.economy
