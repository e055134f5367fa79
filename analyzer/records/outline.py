"""What the outline hands on: editions with chapters and passages, and an account of all that was read."""

from __future__ import annotations

from dataclasses import field

from analyzer.records.frozen import record
from analyzer.records.source import SourceFile


@record
class Segment:
    """A stretch of a passage's text and the printed line (or table row) that it was taken from.

    `start`/`end` are half-open character offsets into the passage's text. `offset` is where the stretch starts in the
    source line's text (`Line.text`) or in the row's text, so that every character maps back: character i of the
    passage (start <= i < end) is character offset + i - start of the line.
    """

    start: int
    end: int
    offset: int
    pdf_page: int | None = None  # 1-based
    line: int | None = None  # 0-based index of the line on its page
    box: tuple[float, float, float, float] | None = None
    row: int | None = None  # table row number, for tables


@record
class Passage:
    """A paragraph, or in flattened text a run of sentences on one matter.

    `economies` holds the economies that the passage is about, the chapter's own code first; a passage of a bloc's
    chapter that speaks of single states names them too: ("GCC", "SAU").
    """

    id: str  # stable: same file, same id, whatever else is held
    series: str
    year: int
    chapter: str  # economy code of the chapter
    economies: tuple[str, ...]
    section: str  # key of vocab/sections, "other" where the printed heading is not known
    printed_section: str | None
    heading: tuple[str, ...]  # printed headings below the section, outermost first
    ordinal: int  # order within the edition, from 0
    text: str
    sentences: tuple[tuple[int, int], ...]  # half-open offsets into text
    pdf_page: int | None = None
    printed_page: str | None = None
    segments: tuple[Segment, ...] = ()
    footnotes: tuple[str, ...] = ()

    @property
    def sentence_spans(self) -> tuple[tuple[int, int], ...]:
        """The half-open offsets of its sentences, or of the whole text where it has none."""
        return self.sentences or ((0, len(self.text)),)


@record
class Chapter:
    """One economy's (or bloc's) chapter in one edition."""

    economy: str
    name: str  # as printed
    pdf_page: int | None
    printed_page: str | None
    members: tuple[str, ...] = ()  # states that a bloc's chapter covers
    words: int = 0
    torn: bool = False  # known to be incomplete in the source
    notes: tuple[str, ...] = ()


@record
class Unplaced:
    """Something read that belongs to no chapter: kept, with the reason."""

    where: str  # "row 8123", "page 3"
    label: str | None
    reason: str
    text: str


@record
class Account:
    """What became of all that was read; `total` = placed + moved + front_matter + unplaced + empty."""

    unit: str  # "row" or "page"
    total: int
    placed: int
    moved: int = 0  # rows put back from under a false country name
    front_matter: int = 0  # foreword, contents, appendices
    unplaced: int = 0
    empty: int = 0


@record
class Edition:
    """One edition of a series, laid out."""

    series: str
    year: int
    title: str
    source: SourceFile
    chapters: tuple[Chapter, ...]
    passages: tuple[Passage, ...]
    unplaced: tuple[Unplaced, ...] = ()
    account: Account = field(default_factory=lambda: Account("page", 0, 0))
    warnings: tuple[str, ...] = ()
