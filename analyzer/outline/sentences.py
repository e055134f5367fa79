"""Sentences of legal English, found by their punctuation."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[•]*[A-Z0-9À-Þ])")
_SPACE = re.compile(r"\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Inc|Ltd|Corp|Co|Art|Arts|Sec|Dr|Mr|Mrs|Ms|St|Gov|Sen|Rep|vs|etc|approx|para|cf|al|Jan|Feb|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|Rs|Res|Reg|Dec|Ord|Bros|Pty|ca|eg|ie)|\be\.g|\bi\.e|\bD\.C|\bS\.A|\bPh\.D|\b[A-Z])\.$"
)
_US = re.compile(r"\b(?:U\.S|U\.K|E\.U|U\.N)\.$")
_AFTER_US = re.compile(
    r"\s+(?:The|It|In|This|These|However|As|A|An|On|For|While|Although|But|If|At|Under|There|Such)\b"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open character offsets of the sentences; every character that is no white space lies in one of them."""
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if _goes_on(text, start, match):
            continue
        spans.append((start, match.end()))
        space = _SPACE.match(text, match.end())
        start = space.end() if space else match.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    if text[match.start()] != ".":
        return False
    head = text[max(start, match.start() - 8) : match.start() + 1]
    if _US.search(head):
        return _AFTER_US.match(text, match.end()) is None
    return _ABBREVIATION.search(head) is not None
