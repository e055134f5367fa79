"""Sentence bounds, good enough for the scope of an attribute; the outline's splitter is the one that passages keep."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"[.?!][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Art|Inc|Corp|Ltd|Co|St|Dr|Mr|Mrs|Ms|Messrs|vs|approx|Jan|Feb|Mar|Apr|Aug|Sept|Oct"
    r"|Nov|Dec|e\.g|i\.e|Rs|Gen|Gov|Sec|para|fig)|\b[A-Z])\.$"
)


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Return half-open bounds of the sentences of a text, in order; together they cover it."""
    starts = [0]
    for end in _END.finditer(text):
        if end.group()[0] == "." and _ABBREVIATION.search(text, max(0, end.start() - 8), end.start() + 1):
            continue
        starts.append(end.end())
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


def bounds_at(bounds: tuple[tuple[int, int], ...], position: int) -> tuple[int, int]:
    """Return the bounds of the sentence that holds this position."""
    return bounds[max(0, bisect_right(bounds, (position, 1 << 60)) - 1)]
