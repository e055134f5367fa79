"""The sentence and page behind an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.records import Passage
from analyzer.store import Store

_SEAM = re.compile(r'[.!?]\s?"\s+"\s?(?=[A-Z])')  # where a table joins two rows, with the marks that wrapped them


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of a report and its place; pages are None where the source has none (a table)."""

    sentence: str
    pdf_page: int | None
    printed_page: str | None
    passage_id: str


def sentence_at(passage: Passage, position: int) -> tuple[int, int]:
    """The half-open bounds of the passage's sentence that holds this character, or of the whole passage."""
    start, end = next((s for s in passage.sentences if s[0] <= position < s[1]), (0, len(passage.text)))
    for seam in _SEAM.finditer(passage.text, start, end):
        if seam.end() > position:
            return start, seam.start() + 1
        start = seam.end()
    return start, end


def cite(store: Store, passage: Passage, start: int, end: int) -> Cited:
    """The stretch of a passage's text with the page on which it begins: a passage may run over several pages."""
    page = next((s.pdf_page for s in passage.segments if s.start <= start < s.end), None) or passage.pdf_page
    printed = passage.printed_page
    if page is not None and page != passage.pdf_page:
        found = store.page(passage.series, passage.year, page)
        printed = found[0] if found else None
    return Cited(passage.text[start:end].strip(), page, printed, passage.id)
