"""Printed lines joined to paragraphs, with a map from every character back to its line."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from analyzer.outline.sentences import split_sentences
from analyzer.records import Line, LineKind, Segment

_JOINTS = ("-", "–", "/")  # at a line's end, after a letter: what follows belongs to the same word
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page (1-based) and its index on it."""

    line: Line
    page: int
    index: int


@dataclass
class Paragraph:
    """A paragraph as it grows line by line."""

    text: str = ""
    segments: list[Segment] = field(default_factory=list)

    def add(self, placed: Placed, words: Collection[str]) -> None:
        """Append a line; a hyphen at the line end goes where the word is written in one elsewhere in the report.

        A row of a table stays a line of its own.
        """
        piece = placed.line.text
        if self.text and placed.line.kind is LineKind.TABLE:
            self.text += "\n"
        elif self.text.endswith("-") and len(self.text) > 1 and self.text[-2].isalpha() and piece[:1].islower():
            if _broken(self.text, piece, words):
                self._shorten()
        elif self.text.endswith(_JOINTS) and len(self.text) > 1 and self.text[-2].isalnum() and piece[:1].isalnum():
            pass
        elif self.text:
            self.text += " "
        start = len(self.text)
        self.text += piece
        self.segments.append(
            Segment(start, len(self.text), 0, pdf_page=placed.page, line=placed.index, box=placed.line.box)
        )

    def _shorten(self) -> None:
        self.text = self.text[:-1]
        last = self.segments[-1]
        self.segments[-1] = Segment(last.start, last.end - 1, last.offset, last.pdf_page, last.line, last.box)


def sentences_of(paragraph: Paragraph, *, table: bool) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the paragraph's sentences; each row of a table counts as one."""
    if table:
        return tuple((segment.start, segment.end) for segment in paragraph.segments)
    return split_sentences(paragraph.text)


def _broken(head: str, tail: str, words: Collection[str]) -> bool:
    first = re.search(r"[A-Za-zÀ-ÿ]+(?=-$)", head)
    second = _WORD.match(tail)
    return bool(first and second and (first[0] + second[0]).casefold() in words)
