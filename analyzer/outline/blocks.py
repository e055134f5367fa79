"""Lines grouped to blocks: paragraphs, bullets, tables, headings; told apart by type, gaps and the column's measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from analyzer.outline.paragraphs import Placed
from analyzer.records import Line, LineKind, Paged
from analyzer.vocab import sections

_BULLET = re.compile(r"^[•▪◦‣·■□]\s")
_GAP = 0.62  # of the type size: a larger gap between two lines begins a new paragraph
_HEADING_LENGTH = 90
_STOPS = (".", ";", ",", ")")


def body_size(lines: Iterable[Line]) -> float:
    """The type size of most letters, in points."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


class Blocks:
    """Groups the lines of one report; what is usual in it is measured once."""

    def __init__(self, paged: Paged) -> None:
        lines = [line for page in paged.pages for line in page.lines if line.kind is LineKind.BODY]
        self.body = body_size(lines)
        self.typed = any(line.bold or line.level for line in lines)
        self._right: Mapping[int, float] = {
            page.number: max((line.box[2] for line in page.lines if line.kind is LineKind.BODY), default=page.width)
            for page in paged.pages
        }

    def group(self, lines: Sequence[Placed]) -> Iterator[list[Placed]]:
        """The lines as paragraphs, bullets, tables and headings, in order."""
        block: list[Placed] = []
        for placed in lines:
            if block and self._begins(block[-1], placed):
                yield block
                block = []
            block.append(placed)
        if block:
            yield block

    def is_heading(self, block: Sequence[Placed]) -> bool:
        """Whether the block is a heading: set in bold, marked as one by its format, or short and all in italics."""
        first = block[0].line
        if first.kind is LineKind.TABLE:
            return False
        if self._strong(first):
            return True
        text = " ".join(placed.line.text for placed in block)
        if self.typed:
            apart = len(block) <= 2 and all(placed.line.italic for placed in block) and not text.startswith("(")
        else:  # plain text: a short line of its own that begins like a title and ends like none of the sentences
            apart = len(block) == 1 and text[:1].isupper() and not text.endswith((":", "”", '"', "?", "!"))
        return apart and len(text) < _HEADING_LENGTH and not text.endswith(_STOPS)

    def _strong(self, line: Line) -> bool:
        if line.level:
            return True
        if self.typed:
            return line.bold and not line.text.endswith((".", ";", ","))
        capitals = line.text.isupper() and sum(map(str.isalpha, line.text)) > 3
        return len(line.text) < _HEADING_LENGTH and (capitals or sections.section_key(line.text) is not None)

    def _begins(self, before: Placed, placed: Placed) -> bool:
        last, line = before.line, placed.line
        if LineKind.TABLE in (last.kind, line.kind):  # the rows of a table are one block on each page
            return last.kind is not line.kind or placed.page != before.page
        strong = self._strong(line)
        if strong != self._strong(last) or line.level or last.level or _BULLET.match(line.text):
            return True
        if strong:
            styles = [(one.size, one.italic, one.underlined) for one in (last, line)]
            return styles[0] != styles[1] or self._gap(before, placed)
        if placed.page != before.page:
            return self._would_fit(before, line)
        return self._gap(before, placed)

    def _gap(self, one: Placed, other: Placed) -> bool:
        return one.page != other.page or other.line.box[1] - one.line.box[3] > _GAP * min(self.body, one.line.size)

    def _would_fit(self, before: Placed, line: Line) -> bool:
        """Whether the line's first word had room on the line before: then a paragraph had ended there."""
        word = line.text.split(" ", 1)[0]
        letter = (line.box[2] - line.box[0]) / max(1, len(line.text))
        return before.line.box[2] + letter * (len(word) + 1) < self._right[before.page]
