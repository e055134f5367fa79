"""Footnotes given to the passages that cite them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analyzer.records import Passage

_NUMBER = re.compile(r"(?:^|(?<=[.”\"):] ))(\d{1,3}) (?=[A-Z“\"(])")


def split_notes(lines: Sequence[str]) -> dict[int, str]:
    """The notes at the foot of one page by their number; 0 holds text before the first number.

    Numbers must rise one by one: other numbers are part of a note's text.
    """
    text = " ".join(lines)
    notes: dict[int, str] = {}
    number, start = 0, 0
    for match in _NUMBER.finditer(text):
        found = int(match[1])
        if number == 0 or found == number + 1:
            if text[start : match.start()].strip():
                notes[number] = text[start : match.start()].strip()
            number, start = found, match.end()
    if text[start:].strip():
        notes[number] = text[start:].strip()
    return notes


def attach(passages: Sequence[Passage], notes: Mapping[int, Mapping[int, str]]) -> list[Passage]:
    """The passages with the notes (page -> number -> text) that they cite.

    A note is printed at the foot of the page that cites it; one that no passage cites goes to the page's first.
    """
    given: dict[int, list[str]] = {}
    for page in sorted(notes):
        on_page = [i for i, p in enumerate(passages) if any(s.pdf_page == page for s in p.segments)]
        for number, note in sorted(notes[page].items()):
            citing = [i for i in on_page if _cites(passages[i].text, number)]
            for index in (citing or on_page)[:1]:
                given.setdefault(index, []).append(f"{number} {note}" if number else note)
    return [replace(p, footnotes=tuple(given[i])) if i in given else p for i, p in enumerate(passages)]


def _cites(text: str, number: int) -> bool:
    return number > 0 and re.search(rf"[.,;:)”\"’] ?{number}(?=[\s.,;)]|$)", text) is not None
