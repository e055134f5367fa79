"""The order of an overview's parts and the words around them, one for Markdown, HTML and Word alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from analyzer.briefs.brief import Matter, Place, Quote
from analyzer.briefs.layout import link, sources
from analyzer.briefs.overview.blocks import Block, Cell, Heading, Lines, Linked, Map, Sheet, Tile
from analyzer.briefs.overview.records import STATUSES, ChapterRow, Item, OffsetRow, Overview
from analyzer.briefs.quoting import shorten
from analyzer.briefs.saying import NOWHERE, UNMATCHED
from analyzer.briefs.spans import years
from analyzer.records import Status
from analyzer.vocab import tiles

Figure = Callable[[ChapterRow], int]
SHORT = 200  # characters of a quote
TOP = 5  # economies named as those with most news
_WORDS = {"new": "new", "relisted": "relisted", "changed": "changed", "dropped": "gone", "continued": "as before"}


def blocks(overview: Overview) -> Iterator[Block]:
    """The parts, in the order of reading: what matters, the map, the news, chapters, sections, offsets, GPA, method."""
    yield Heading(overview.title, 0)
    yield Lines((*_summary(overview), *overview.cautions))
    yield Heading("Map", 2)
    yield _map(overview)
    yield Heading("Listed anew, by economy", 1)
    yield from _anew(overview)
    yield Heading("Chapters", 1)
    yield from _chapters(overview)
    yield Heading("By section", 1)
    head = ("section", *(_WORDS[status] for status in STATUSES))
    rows = tuple((name, *(str(counts[s]) for s in STATUSES)) for name, counts in overview.sections)
    yield Sheet(head, rows, (7.2, 2, 2, 2, 2, 2))
    yield Heading("Offsets", 1)
    yield from _offsets(overview)
    yield Heading("Standing under the Agreement on Government Procurement (GPA)", 1)
    yield from _standings(overview)
    yield Heading("Sources and method", 1)
    yield Lines(tuple(_method(overview)))


def _summary(overview: Overview) -> Iterator[str]:
    counts = overview.counts
    against = (
        f"Against {overview.against}, the latest earlier edition held" if overview.against else "First edition held"
    )
    yield (
        f"{against}: in {len(overview.chapters)} chapters {counts['new']} matters are newly listed, "
        f"{counts['relisted']} relisted, {counts['changed']} materially changed, {counts['dropped']} no longer "
        f"described; {counts['continued']} as before."
    )
    yield f"Most listed anew: {_most(overview.chapters, lambda row: row.anew)}."
    yield f"Most no longer described: {_most(overview.chapters, lambda row: row.counts['dropped'])}."
    yield f"New chapters: {'; '.join(overview.new_chapters) or 'none'}."
    yield f"Chapters gone: {'; '.join(overview.gone_chapters) or 'none'}."


def _most(rows: Iterable[ChapterRow], figure: Figure) -> str:
    best = sorted(rows, key=lambda row: (-figure(row), row.name))[:TOP]
    return ", ".join(f"{row.name} {figure(row)}" for row in best if figure(row)) or "none"


def _map(overview: Overview) -> Map:
    rows = {row.economy: row for row in overview.chapters}
    placed = tiles.laid_out(rows)
    return Map(
        tuple(Tile(*placed[code], code, rows[code].name, rows[code].anew) for code in sorted(rows)),
        "Each tile is a chapter, roughly where its economy lies; the figure counts matters newly listed or relisted.",
        tiles.width(),
    )


def _anew(overview: Overview) -> Iterator[Block]:
    if not overview.anew:
        yield Lines(("Nothing is listed anew.",))
        return
    yield _at_a_glance(overview)
    yield Heading("What it says of them", 2)
    yield from _quoted(overview)


def _at_a_glance(overview: Overview) -> Sheet:
    """One line for each economy."""
    rows = tuple((name, "; ".join(map(_in_a_word, items))) for name, items in groupby(overview.anew, lambda i: i.name))
    return Sheet(("economy", "newly listed or relisted, the weightiest first; “?” is not sure"), rows, (3.2, 14.0))


def _in_a_word(item: Item) -> str:
    """The matter with its page: "Offsets in Defense Procurement (relisted, p. 251)"."""
    matter, place = item.matter, item.matter.quote.place
    page = f"p. {place.printed_page}" if place.printed_page else f"PDF {place.pdf_page}" if place.pdf_page else ""
    told = ", ".join(filter(None, (matter.status.value if matter.status is Status.RELISTED else "", page)))
    return f"{_name(matter)}{'?' if matter.doubt else ''}{f' ({told})' if told else ''}"


def _name(matter: Matter) -> str:
    """The matter's name as in notes, or in brackets the section of what has none."""
    return matter.label if matter.label != matter.section else f"[{matter.section}]"


def _quoted(overview: Overview) -> Iterator[Block]:
    """A row for each matter, with the sentence that says it best."""
    yield Lines(
        (
            f"“New”: {UNMATCHED}; “{NOWHERE}”: its name stands in none either. In brackets: the section of what has no "
            "name.",
        )
    )
    yield Sheet(
        ("economy", "matter", "status", "what it says", "page"),
        tuple(
            (
                item.name,
                _name(item.matter),
                _status(item.matter),
                f"“{shorten(item.matter.quote.text, longest=SHORT)}”",
                _page(item.matter.quote.place, overview),
            )
            for item in overview.anew
        ),
        (2.1, 3.3, 2.8, 6.9, 2.1),
    )


def _status(matter: Matter) -> str:
    """The status in short: "relisted; listed in 1995, then absent; not sure (58%)"."""
    told = f"{matter.status.value}; {matter.since}".removesuffix("; ").replace(f"; {UNMATCHED}", "", 1)
    doubt = matter.doubt and re.sub(r"^not sure: (\d+%) likely listed anew$", r"not sure (\1)", matter.doubt)
    return "; ".join(filter(None, (told, doubt)))


def _chapters(overview: Overview) -> Iterator[Block]:
    head = ("economy", *(_WORDS[status] for status in STATUSES), "words", f"in {overview.against}", "change", "page")
    rows = sorted(overview.chapters, key=lambda row: (-row.anew, -row.counts["changed"], row.name))
    body = tuple(
        (
            row.name,
            *(str(row.counts[status]) for status in STATUSES),
            f"{row.words:,}",
            "–" if row.words_before is None else f"{row.words_before:,}",
            _change(row),
            _page(row.place, overview),
        )
        for row in rows
    )
    yield Sheet(head, body, (3.6, 1.2, 1.4, 1.5, 1.2, 1.7, 1.5, 1.5, 1.5, 2.1))


def _change(row: ChapterRow) -> str:
    return f"{(row.words - row.words_before) / row.words_before:+.0%}" if row.words_before else "–"


def _offsets(overview: Overview) -> Iterator[Block]:
    if overview.offsets_gone:
        gone = ", ".join(overview.offsets_gone)
        yield Lines((f"Spoken of in {overview.against} and not in this edition: {gone}.",))
    if not overview.offsets:
        yield Lines(("The edition speaks of no offsets.",))
        return
    yield Sheet(
        ("economy", "offsets", "terms", "what it says", "editions that speak of them", "page"),
        tuple(
            (
                row.name,
                row.polarity,
                "; ".join(row.terms),
                f"“{_with_terms(row)}”",
                _editions(row),
                _page(row.quote.place, overview),
            )
            for row in overview.offsets
        ),
        (2.1, 1.5, 3.4, 5.9, 2.5, 1.8),
    )


def _with_terms(row: OffsetRow) -> str:
    """The quote in short, or at more length where it would break off before the terms beside it."""
    short = shorten(row.quote.text, longest=SHORT)
    return short if row.reach <= len(short) else shorten(row.quote.text, longest=2 * SHORT)


def _editions(row: OffsetRow) -> str:
    """The editions that speak of an economy's offsets, and those that speak of its countertrade."""
    if not row.countertrade:
        return years(row.years)
    traded = f"countertrade: {years(row.countertrade)}"
    return f"{years(row.years)}; {traded}" if row.years else traded


def _standings(overview: Overview) -> Iterator[Block]:
    yield Sheet(
        ("economy", "stated", "in the edition before", "dated list", "page"),
        tuple((one.name, one.words, one.before, one.listed, _cited(one.quote, overview)) for one in overview.standings),
        (3.0, 4.6, 3.2, 4.5, 1.9),
    )
    if overview.silent:
        yield Lines((f"Standing not stated: {', '.join(sorted(overview.silent))}.",))


def _method(overview: Overview) -> Iterator[str]:
    yield from sources(overview.report, overview.sources)
    yield (
        "Matters are those of the briefing note on each economy: passages under one heading count once, by what is "
        "newest among them; formulas, trade figures and meetings are left out."
    )
    yield (
        "Words are those of the chapter as read; a bloc without a chapter of its own before is set beside its members' "
        "chapters. “Not sure” marks a probability between 30 and 70 percent: read the page first. Each quote was "
        "checked against the words of the page that it cites."
    )


def _cited(quote: Quote | None, overview: Overview) -> Cell:
    return "" if quote is None else _page(quote.place, overview)


def _page(place: Place, overview: Overview) -> Cell:
    """A page in short, as "p. 251 (PDF 259)", opening the page where the edition's address is known."""
    if place.pdf_page is None:
        return "no pages"
    words = f"p. {place.printed_page} (PDF {place.pdf_page})" if place.printed_page else f"PDF {place.pdf_page}"
    return Linked(words, link(place, overview.addresses))
