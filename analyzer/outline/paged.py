"""An edition out of a report read page by page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.errors import NotAReport, UnknownEdition
from analyzer.outline.blocks import Blocks
from analyzer.outline.chapters import Start, find_starts
from analyzer.outline.footnotes import attach, split_notes
from analyzer.outline.headings import Trail
from analyzer.outline.ids import PassageIds
from analyzer.outline.paragraphs import Paragraph, Placed, sentences_of
from analyzer.outline.states import economies_of, follow
from analyzer.records import Account, Chapter, Edition, LineKind, Paged, Passage, Unplaced
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

_WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")


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
    passages = tuple(follow(layout.passages()))
    chapters = tuple(layout.chapters(passages))
    return Edition(
        series,
        year,
        all_series.title_of(series, year),
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


class _Layout:
    """Walks through the lines of each chapter once."""

    def __init__(self, paged: Paged, series: str, year: int, starts: Sequence[Start]) -> None:
        self._paged, self._series, self._year, self._starts = paged, series, year, starts
        lines = [line for page in paged.pages for line in page.lines if line.kind is LineKind.BODY]
        self._blocks = Blocks(paged)
        self._words = frozenset(_WORD.findall("\n".join(line.text for line in lines).casefold()))
        self._ids = PassageIds(series, year)
        self._printed = {page.number: page.printed for page in paged.pages}

    def passages(self) -> Iterator[Passage]:
        """Every passage of every chapter, in order."""
        ordinal = 0
        for at, start in enumerate(self._starts):
            if start.economy is None:
                continue
            after = self._starts[at + 1] if at + 1 < len(self._starts) else None
            for passage in self._chapter(start.economy, list(self._lines(start, after))):
                yield replace(passage, ordinal=ordinal)
                ordinal += 1

    def _lines(self, start: Start, after: Start | None) -> Iterator[Placed]:
        last = after.page if after else len(self._paged.pages)
        for page in self._paged.pages[start.page - 1 : last]:
            first = start.line + 1 if page.number == start.page and start.line is not None else 0
            end = (after.line or 0) if after and page.number == after.page else len(page.lines)
            for index in range(first, end):
                line = page.lines[index]
                if line.kind in (LineKind.BODY, LineKind.TABLE, LineKind.FOOTNOTE):
                    yield Placed(line, page.number, index)

    def _chapter(self, economy: str, lines: Sequence[Placed]) -> list[Passage]:
        body = [placed for placed in lines if placed.line.kind is not LineKind.FOOTNOTE]
        trail = Trail(self._blocks.body, typed=self._blocks.typed)
        passages = []
        for block in self._blocks.group(body):
            paragraph = Paragraph()
            for placed in block:
                paragraph.add(placed, self._words)
            if self._blocks.is_heading(block):
                trail.take(paragraph.text.strip(), block[0].line)
            else:
                passages.append(self._passage(paragraph, block[0], economy, trail))
        notes: dict[int, list[str]] = defaultdict(list)
        for placed in lines:
            if placed.line.kind is LineKind.FOOTNOTE:
                notes[placed.page].append(placed.line.text)
        return attach(passages, {page: split_notes(texts) for page, texts in notes.items()})

    def _passage(self, paragraph: Paragraph, first: Placed, economy: str, trail: Trail) -> Passage:
        return Passage(
            id=self._ids.take(economy, trail.section, paragraph.text),
            series=self._series,
            year=self._year,
            chapter=economy,
            economies=economies_of(paragraph.text, economy, self._year, headings=trail.path),
            section=trail.section,
            printed_section=trail.printed,
            heading=trail.path,
            ordinal=0,
            text=paragraph.text,
            sentences=sentences_of(paragraph, table=first.line.kind is LineKind.TABLE),
            pdf_page=first.page,
            printed_page=self._printed[first.page],
            segments=tuple(paragraph.segments),
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
        before = bisect_right(self._starts, number, key=lambda start: start.page)
        return self._starts[before - 1] if before else None

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
