"""Editions out of a table of texts by year, country and section: every row accounted for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from statistics import median

from analyzer.errors import NotAReport, UnknownEdition
from analyzer.outline.flattened import cut
from analyzer.outline.glued import glued_heading
from analyzer.outline.ids import PassageIds
from analyzer.outline.placing import Placing, place
from analyzer.outline.states import economies_of, follow
from analyzer.records import Account, Chapter, Edition, Passage, Row, Segment, SourceFile, Table, Unplaced
from analyzer.vocab import economies, sections
from analyzer.vocab.series import recognise, title_of

_TORN = 0.4  # a chapter under this share of its neighbours' words is incomplete
_EMPTY = 3  # rows with fewer characters hold no text
_ASSUMED = "nte"  # the series of a table that names none


@dataclass(frozen=True, slots=True)
class Share:
    """The rows of one edition of a table, put under their economies: it is laid out without the others."""

    source: SourceFile
    series: str
    year: int
    rows: tuple[Row, ...]
    placing: Placing  # of these rows
    warnings: tuple[str, ...] = ()


def lay_out_table(table: Table, *, series: str | None = None, year: int | None = None) -> tuple[Edition, ...]:
    """One edition for each year of the table, oldest first; errors as of `divide`."""
    return beside_one_another([lay_out_share(share) for share in divide(table, series=series, year=year)])


def divide(table: Table, *, series: str | None = None, year: int | None = None) -> tuple[Share, ...]:
    """The rows of each year of the table, oldest first.

    The series is the one given, else the one that the file's name tells, else NTE with a warning. `year` keeps the rows
    of that year only. Raises UnknownEdition where no row has a year, NotAReport where no row
    could be placed under an economy.
    """
    rows = [replace(row, year=row.year or year) for row in table.rows]
    dated = [row for row in rows if row.year is not None and (year is None or row.year == year)]
    if not dated:
        raise UnknownEdition(
            "no row has a year.", where=table.source.name, remedy="Fill the column year, or give --year."
        )
    placing = place(dated)
    if not placing.placed:
        raise NotAReport(
            "no row names an economy.", where=table.source.name, remedy="The column country must hold economies' names."
        )
    by_year: dict[int, list[Row]] = defaultdict(list)
    for row in dated:
        by_year[row.year or 0].append(row)
    known = series or recognise([table.source.name])[0]
    name = known or _ASSUMED
    warnings = () if known else (f"the file's name tells no series, so that {name.upper()} was taken: give --series",)
    return tuple(
        Share(table.source, name, y, tuple(group), placing.of(row.number for row in group), warnings)
        for y, group in sorted(by_year.items())
    )


def lay_out_share(share: Share) -> Edition:
    """The edition of these rows; which of its chapters are torn is not told yet."""
    series, year, rows, placing = share.series, share.year, share.rows, share.placing
    ids = PassageIds(series, year)
    chapters: dict[str, list[_Piece]] = defaultdict(list)
    empty, unplaced = [], []
    for row in rows:
        if len(row.text.strip()) < _EMPTY:
            empty.append(row)
        elif row.number in placing.placed:
            for piece in _pieces(row, placing):
                chapters[piece.economy].append(piece)
        else:
            unplaced.append(Unplaced(f"row {row.number}", row.country, placing.reasons[row.number], row.text))
    passages: list[Passage] = []
    heads: list[Chapter] = []
    for code in sorted(chapters):
        group = chapters[code]
        passages.extend(follow(_passages(group, series, year, ids, len(passages))))
        printed = (p.row.country for p in group if p.row.number not in placing.moved and not p.strayed)
        heads.append(
            Chapter(
                economy=code,
                name=next(filter(None, printed), None) or economies.name_of(code, year=year),
                pdf_page=None,
                printed_page=None,
                members=economies.members(code, year),
                words=sum(piece.words for piece in group),
                notes=tuple(_strayed(code, chapters, year)),
            )
        )
    put_back = sum(row.number in placing.moved and len(row.text.strip()) >= _EMPTY for row in rows)
    account = Account(
        "row",
        total=len(rows),
        placed=len(rows) - len(empty) - len(unplaced) - put_back,
        moved=put_back,
        unplaced=len(unplaced),
        empty=len(empty),
    )
    title = title_of(series, year)
    return Edition(
        series, year, title, share.source, tuple(heads), tuple(passages), tuple(unplaced), account, share.warnings
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row, or a stretch of one, that speaks of one economy: half-open offsets into the row's text."""

    row: Row
    start: int
    stop: int
    economy: str
    under: str  # the economy of the row

    @property
    def text(self) -> str:
        return self.row.text[self.start : self.stop]

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def strayed(self) -> bool:
        return self.economy != self.under


def _pieces(row: Row, placing: Placing) -> Iterator[_Piece]:
    """The row, taken apart where stretches of it belong to other economies."""
    own, start = placing.placed[row.number], 0
    for stray in placing.strays.get(row.number, ()):
        if start < stray.start:
            yield _Piece(row, start, stray.start, own, own)
        yield _Piece(row, stray.start, stray.stop, stray.economy, own)
        start = stray.stop
    if start < len(row.text):
        yield _Piece(row, start, len(row.text), own, own)


def _strayed(code: str, chapters: Mapping[str, Sequence[_Piece]], year: int) -> Iterator[str]:
    """What a chapter got from others, and what others got from it, in words for readers."""
    came, went = Counter[str](), Counter[str]()
    for piece in chain.from_iterable(chapters.values()):
        if piece.strayed and piece.economy == code:
            came[piece.under] += piece.words
        elif piece.strayed and piece.under == code:
            went[piece.economy] += piece.words
    for other, count in sorted(came.items()):
        yield f"{count} words come from the source's chapter on {economies.named(other, year=year)}"
    for other, count in sorted(went.items()):
        yield f"{count} words of the source's chapter stand under {economies.name_of(other, year=year)}"


def _passages(pieces: Iterable[_Piece], series: str, year: int, ids: PassageIds, ordinal: int) -> Iterator[Passage]:
    for piece in pieces:
        row, code = piece.row, piece.economy
        names = economies.spoken(code)
        # Where text stands under another economy's name, the section is that one's, too.
        printed = row.section if not piece.strayed else None
        section = (sections.section_key(printed) or "other") if printed else sections.UNSECTIONED
        for run in cut(piece.text, names=names):
            start, end = piece.start + run[0][0], piece.start + run[-1][1]
            text = row.text[start:end]
            heading = glued_heading(text, names=names)
            yield Passage(
                id=ids.take(code, section, text),
                series=series,
                year=year,
                chapter=code,
                economies=economies_of(text, code, year, headings=(heading,) if heading else ()),
                section=section,
                printed_section=printed,
                heading=(heading,) if heading else (),
                ordinal=ordinal,
                text=text,
                sentences=tuple((piece.start + a - start, piece.start + b - start) for a, b in run),
                segments=(Segment(0, len(text), start, row=row.number),),
            )
            ordinal += 1


def beside_one_another(editions: Sequence[Edition]) -> tuple[Edition, ...]:
    """The editions of one table, chapters that are torn marked by their length in the editions around."""
    words: dict[str, dict[int, int]] = defaultdict(dict)
    for edition in editions:
        for chapter in edition.chapters:
            words[chapter.economy][edition.year] = chapter.words
    return tuple(
        replace(edition, chapters=tuple(_torn(c, words[c.economy], edition.year) for c in edition.chapters))
        for edition in editions
    )


def _torn(chapter: Chapter, by_year: Mapping[int, int], year: int) -> Chapter:
    around = [n for y, n in by_year.items() if y != year and abs(y - year) <= 2]
    if len(around) < 2 or chapter.words >= _TORN * median(around):
        return chapter
    note = f"only {chapter.words} words, against some {median(around):.0f} in the editions around it: text is missing"
    return replace(chapter, torn=True, notes=(*chapter.notes, note))
