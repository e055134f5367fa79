"""What reading hands on: a file as pages of lines, or as rows of a table."""

from __future__ import annotations

from enum import StrEnum

from analyzer.records.frozen import record


@record
class SourceFile:
    """The file that something was read from."""

    name: str  # file name without its folder
    sha256: str
    size: int  # bytes
    kind: str  # pdf | html | text | rda | csv | parquet | jsonl


class LineKind(StrEnum):
    """What a printed line is on its page."""

    BODY = "body"
    RUNNING = "running"  # running head or foot
    FOLIO = "folio"  # a line that holds the page number
    FOOTNOTE = "footnote"
    TABLE = "table"


@record
class Line:
    """One printed line: its text and its place.

    `box` is (x0, top, x1, bottom) in PDF points, the origin at the page's top left.
    """

    text: str
    box: tuple[float, float, float, float]
    size: float  # type size of most characters, points
    bold: bool
    italic: bool = False
    kind: LineKind = LineKind.BODY
    level: int | None = None  # HTML heading level 1-6, where the format itself says it
    underlined: bool = False


@record
class Page:
    """One page: 1-based number in the file, and the page number printed on it, if any."""

    number: int
    printed: str | None
    width: float
    height: float
    lines: tuple[Line, ...]


@record
class Bookmark:
    """An entry of the file's own outline."""

    title: str
    level: int  # 0 is the top
    page: int | None  # 1-based page in the file


@record
class Paged:
    """A report read page by page (PDF, HTML, plain text)."""

    source: SourceFile
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    title: str | None = None  # the file's own metadata
    warnings: tuple[str, ...] = ()


@record
class Row:
    """One row of a table; `number` counts from 1 in file order."""

    number: int
    year: int | None
    country: str | None
    section: str | None
    text: str


@record
class Table:
    """A table of texts by year, country and section: one or many editions."""

    source: SourceFile
    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()
