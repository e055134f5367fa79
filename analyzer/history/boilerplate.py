"""Sentences that are no barriers: promises to watch and urge, trade figures, descriptions of agreements."""

from __future__ import annotations

import re
from functools import lru_cache

from analyzer.records import Passage

_WATCHING = re.compile(
    r"\bThe (?:United States|U\.S\. Government|Administration|USTR|Office of the United States Trade Representative)"
    r"(?: and [^.]{3,60})? (?:will|has continued to|continues? to|is|has|have|remains?)\b[^.]{0,60}?"
    r"\b(?:monitor|urge|press|engage|encourage|raise|work|seek|consult|follow|watch|pursue|discuss|meet)",
)
_TRADE = re.compile(
    r"^(?:The (?:U\.?S\.? )?(?:goods |merchandise )?trade (?:deficit|surplus|balance)"
    r"|U\.S\. (?:goods )?(?:exports|imports)"
    r"|[A-Z][\w ]+ (?:is|was) (?:currently )?the \w+[- ]?\w* largest (?:export )?market"
    r"|The stock of U\.S\. foreign direct"
    r"|Sales of services in|Foreign sales of|Reported U\.S\. foreign direct investment)"
)
_AGREEMENT = re.compile(
    r"\b(?:entered into force (?:on|in)|signed a (?:trade and investment framework|bilateral investment)|"
    r"is a (?:party|signatory|member) (?:to|of) the (?:WTO|World Trade|North American|Dominican)|"
    r"(?:have|has) had a (?:bilateral )?free trade agreement|under the agreement.{0,40}duty[- ]free)",
    re.IGNORECASE,
)
_BURDEN = re.compile(
    r"\b(?:prohibit|restrict|require|ban|limit|discriminat|concern|barrier|burden|tariff of|license|not)\w*", re.I
)


def is_boilerplate(passage: Passage) -> bool:
    """Whether the passage as a whole describes no measure, practice or concern of the economy."""
    parts = [passage.text[start:end] for start, end in passage.sentences] or [passage.text]
    return all(_no_barrier(part) for part in parts)


@lru_cache(maxsize=50_000)  # much is printed again word for word, year by year
def _no_barrier(sentence: str) -> bool:
    if _TRADE.search(sentence):
        return True
    if _WATCHING.search(sentence):
        return True
    return _AGREEMENT.search(sentence) is not None and _BURDEN.search(sentence) is None
