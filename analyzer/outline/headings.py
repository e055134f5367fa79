"""Where in its chapter a passage stands: its section and the path of headings below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from analyzer.records import Line
from analyzer.vocab import sections

_LARGER = 1.15  # a section's heading is set in type larger than the body's by this factor at least
_TOP_LEVELS = 2  # HTML heading levels that may name a section


class Rank(NamedTuple):
    """How high a heading stands.

    A part of a joint section first, then by type size, underlined before plain, upright before italic.
    """

    part: bool
    size: float
    underlined: bool
    upright: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section."""

    text: str
    rank: Rank


class Trail:
    """Follows the headings of one chapter as they come."""

    def __init__(self, body: float, *, typed: bool) -> None:
        self._body, self._typed = body, typed
        self.section = sections.UNSECTIONED
        self.printed: str | None = None
        self._path: list[Heading] = []

    @property
    def path(self) -> tuple[str, ...]:
        """The printed headings below the section, outermost first."""
        return tuple(heading.text for heading in self._path)

    def take(self, text: str, line: Line) -> None:
        """Move to the place that this heading, whose first line is given, opens."""
        key = self._section_of(text, line)
        if key is not None:
            self.section, self.printed, self._path = key, text, []
            return
        rank = self._rank(text, line)
        self._path = [heading for heading in self._path if heading.rank > rank] + [Heading(text, rank)]

    def _rank(self, text: str, line: Line) -> Rank:
        if line.level:
            return Rank(False, float(10 - line.level), False, True)
        return Rank(self._is_part(text), line.size, line.underlined, not line.italic)

    def _is_part(self, text: str) -> bool:
        """Whether the heading names one half of a joint section ("technical and sanitary barriers")."""
        key = sections.section_key(text)
        return (
            key is not None
            and key != self.section
            and self.section != sections.UNSECTIONED
            and key in self.section.split("_")
        )

    def _section_of(self, text: str, line: Line) -> str | None:
        key = sections.section_key(text)
        large = line.size > self._body * _LARGER
        named = (line.level is not None and line.level <= _TOP_LEVELS) or not self._typed
        if key is not None and (large or text.isupper() or (named and not self._is_part(text))):
            return key
        return "other" if text.isupper() and large else None
