"""An edition out of a report read page by page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analyzer.errors import NotAReport, UnknownEdition
from analyzer.outline.chapters import Start, find_starts
from analyzer.outline.ids import PassageIds
from analyzer.outline.paragraphs import Paragraph, Placed
from analyzer.outline.sentences import split_sentences
from analyzer.outline.states import economies_of
from analyzer.records import Account, Chapter, Edition, Line, LineKind, Paged, Passage, Unplaced
from analyzer.vocab import economies, sections
from analyzer.vocab import series as all_series

_WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")
_BULLET = re.compile(r"^(?:[•▪◦‣·–—*]|\(?[a-z0-9]{1,2}[.)])\s")
_GAP = 0.62  # of the body's type size: a larger gap between two lines begins a new paragraph


def lay_out_pages(paged: Paged, *, series: str | None = None, year: int | None = None) -> Edition:
    """The edition that the pages hold. Raises UnknownEdition or NotAReport."""
    series, year = _identify(paged, series, year)
    known = all_series.all_series().get(series)
    fronts = known.front_matter if known else ("Foreword", "Appendix", "Table of Contents")
    starts, warnings = find_starts(paged, year, fronts)
    if not any(start.economy for start in starts):
        raise NotAReport(
            "no chapter with the name of an economy was found.",
            where=paged.source.name,
            remedy="Is this a report by economy? Give a table with year, country, section and text instead.",
        )
    layout = _Layout(paged, series, year, starts)
    passages = tuple(layout.passages())
    chapters = tuple(layout.chapters(passages))
    return Edition(
        series,
        year,
        f"{year} {known.title if known else series.upper()}",
        paged.source,
        chapters,
        passages,
        tuple(layout.unplaced()),
        layout.account(),
        (*paged.warnings, *warnings),
    )


def _identify(paged: Paged, series: str | None, year: int | None) -> tuple[str, int]:
    first = [" ".join(line.text for line in page.lines)[:3000] for page in paged.pages[:12]]
    found, found_year = all_series.recognise([paged.title or "", *first, paged.source.name])
    series, year = series or found, year or found_year
    if series is None or year is None:
        lacking = " and ".join(n for n, v in (("series", series), ("year", year)) if v is None)
        raise UnknownEdition(
            f"{lacking} could not be found out from the title pages.",
            where=paged.source.name,
            remedy="Give --series and --year.",
        )
    return series, year


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    rank: tuple[float, bool]  # type size, and upright before italic


class _Layout:
    """Walks through the lines of each chapter once."""

    def __init__(self, paged: Paged, series: str, year: int, starts: Sequence[Start]) -> None:
        self._paged, self._series, self._year, self._starts = paged, series, year, starts
        lines = [line for page in paged.pages for line in page.lines if line.kind is LineKind.BODY]
        self._body = Counter(line.size for line in lines).most_common(1)[0][0]
        self._words = frozenset(w.casefold() for line in lines for w in _WORD.findall(line.text))
        self._ids = PassageIds(series, year)
        self._printed = {page.number: page.printed for page in paged.pages}
        self._typed = any(line.bold or line.level for line in lines)

    def passages(self) -> Iterator[Passage]:
        """Every passage of every chapter, in order."""
        ordinal = 0
        for at, start in enumerate(self._starts):
            if start.economy is None:
                continue
            after = self._starts[at + 1] if at + 1 < len(self._starts) else None
            for passage in self._chapter(start, start.economy, list(self._lines(start, after))):
                yield replace(passage, ordinal=ordinal)
                ordinal += 1

    def _lines(self, start: Start, after: Start | None) -> Iterator[Placed]:
        last = after.page if after else len(self._paged.pages)
        for page in self._paged.pages[start.page - 1 : last]:
            for index, line in enumerate(page.lines):
                if page.number == start.page and start.line is not None and index <= start.line:
                    continue
                if after and page.number == after.page and (after.line is None or index >= after.line):
                    return
                if line.kind in (LineKind.BODY, LineKind.TABLE, LineKind.FOOTNOTE):
                    yield Placed(line, page.number, index)

    def _chapter(self, start: Start, economy: str, lines: Sequence[Placed]) -> Iterator[Passage]:
        notes = {p.page: [] for p in lines}  # type: dict[int, list[str]]
        for placed in lines:
            if placed.line.kind is LineKind.FOOTNOTE:
                notes[placed.page].append(placed.line.text)
        body = [placed for placed in lines if placed.line.kind is not LineKind.FOOTNOTE]
        section, printed = sections.UNSECTIONED, None
        path: list[_Heading] = []
        noted: set[int] = set()
        for block in self._blocks(body):
            if self._is_heading(block[0].line):
                heading = self._heading(block)
                key = self._section_of(heading, block[0].line)
                if key is not None:
                    section, printed, path = key, heading.text, []
                else:
                    path = [h for h in path if h.rank > heading.rank] + [heading]
                continue
            page = block[0].page
            footnotes = () if page in noted else (" ".join(notes[page]),) if notes[page] else ()
            noted.add(page)
            yield self._passage(block, economy, section, printed, tuple(h.text for h in path), footnotes)

    def _section_of(self, heading: _Heading, line: Line) -> str | None:
        key = sections.section_key(heading.text)
        large = line.size > self._body * 1.15 or (line.level or 9) <= 2 or not self._typed
        if key is not None and (large or heading.text.isupper()):
            return key
        return "other" if heading.text.isupper() and line.size > self._body * 1.15 else None

    def _heading(self, block: Sequence[Placed]) -> _Heading:
        paragraph = Paragraph()
        for placed in block:
            paragraph.add(placed, self._words)
        line = block[0].line
        rank = (float(10 - line.level), False) if line.level else (line.size, not line.italic)
        return _Heading(paragraph.text.strip(), rank)

    def _is_heading(self, line: Line) -> bool:
        if line.level:
            return True
        if self._typed:
            return (line.bold or (line.italic and len(line.text) < 90)) and not line.text.endswith((".", ";", ","))
        text = line.text
        return len(text) < 90 and sections.section_key(text) is not None

    def _blocks(self, lines: Sequence[Placed]) -> Iterator[list[Placed]]:
        """Lines grouped to paragraphs and headings."""
        block: list[Placed] = []
        for placed in lines:
            if block and self._begins(block, placed):
                yield block
                block = []
            block.append(placed)
        if block:
            yield block

    def _begins(self, block: Sequence[Placed], placed: Placed) -> bool:
        last, line = block[-1].line, placed.line
        heading, was = self._is_heading(line), self._is_heading(last)
        if heading != was or _BULLET.match(line.text) or line.level or last.level:
            return True
        if heading:
            return line.size != last.size or line.italic != last.italic or self._gap(block[-1], placed)
        if placed.page != block[-1].page:
            return last.text.rstrip().endswith((".", "!", "?", ":", ".”", '."')) and line.text[:1].isupper()
        return self._gap(block[-1], placed)

    def _gap(self, one: Placed, other: Placed) -> bool:
        return one.page != other.page or other.line.box[1] - one.line.box[3] > _GAP * min(self._body, one.line.size)

    def _passage(
        self,
        block: Sequence[Placed],
        economy: str,
        section: str,
        printed: str | None,
        heading: tuple[str, ...],
        footnotes: tuple[str, ...],
    ) -> Passage:
        paragraph = Paragraph()
        for placed in block:
            paragraph.add(placed, self._words)
        page = block[0].page
        return Passage(
            id=self._ids.take(economy, section, paragraph.text),
            series=self._series,
            year=self._year,
            chapter=economy,
            economies=economies_of(paragraph.text, economy, self._year, headings=heading),
            section=section,
            printed_section=printed,
            heading=heading,
            ordinal=0,
            text=paragraph.text,
            sentences=split_sentences(paragraph.text),
            pdf_page=page,
            printed_page=self._printed[page],
            segments=tuple(paragraph.segments),
            footnotes=footnotes,
        )

    def chapters(self, passages: Sequence[Passage]) -> Iterator[Chapter]:
        """The chapters in print order, with words counted from their passages."""
        words: dict[str, int] = defaultdict(int)
        for passage in passages:
            words[passage.chapter] += len(passage.text.split())
        for start in self._starts:
            if start.economy is not None:
                yield Chapter(
                    start.economy,
                    start.title,
                    start.page,
                    self._printed[start.page] or start.printed,
                    economies.members(start.economy, self._year),
                    words[start.economy],
                )

    def _owner(self, number: int) -> Start | None:
        before = [start for start in self._starts if start.page <= number]
        return before[-1] if before else None

    def _first_chapter(self) -> int:
        return min(start.page for start in self._starts if start.economy)

    def account(self) -> Account:
        """What became of every page."""
        placed = front = empty = unplaced = 0
        for page in self._paged.pages:
            owner = self._owner(page.number)
            if owner is not None and owner.economy:
                placed += 1
            elif not page.lines:
                empty += 1
            elif owner is not None or page.number < self._first_chapter():
                front += 1
            else:
                unplaced += 1
        return Account("page", len(self._paged.pages), placed, 0, front, unplaced, empty)

    def unplaced(self) -> Iterator[Unplaced]:
        """Pages with text that belong to nothing known."""
        for page in self._paged.pages:
            if page.lines and self._owner(page.number) is None and page.number >= self._first_chapter():
                text = "\n".join(line.text for line in page.lines)
                yield Unplaced(f"page {page.number}", None, "stands in no chapter", text)
