"""Puts the overview of an edition together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer import queries
from analyzer.briefs.brief import Matter, Place, Sources
from analyzer.briefs.ground import Ground
from analyzer.briefs.matters import gather
from analyzer.briefs.overview.chapters import gone, lengths, new, refers
from analyzer.briefs.overview.records import STATUSES, ChapterRow, Item, OffsetRow, Overview
from analyzer.briefs.overview.surveying import grounds, stated
from analyzer.briefs.press import ABSENCE
from analyzer.briefs.procurement import standings
from analyzer.briefs.quoting import quote
from analyzer.briefs.spans import years
from analyzer.briefs.survey import Pages, edition
from analyzer.queries.senses import ASKED
from analyzer.records import Chapter, Status
from analyzer.vocab import economies, sections
from analyzer.vocab.series import notes, published

if TYPE_CHECKING:
    from analyzer.store import Store


REFERENCES = 40  # passages that are looked through for a reference to a chapter that is not held

SAID = ASKED | {"other": "spoken of"}


def compose(store: Store, year: int, *, series: str | None = None) -> Overview:
    """The overview of one edition over all economies, every quote checked against its page.

    Raises `NothingHeld` where the edition is not held, and `QuoteMismatch` where pages and passages differ.
    """
    with store.snapshot():
        return _compose(store, year, series)


def _compose(store: Store, year: int, series: str | None) -> Overview:
    report = dict(edition(store, year, series=series))
    key = str(report["series"])
    reports = store.reports(key)
    held = tuple(row["year"] for row in reports if row["year"] < year)
    against = held[-1] if held else None
    missing = tuple(y for y in published(key) if against is not None and against < y < year)
    files = tuple(sorted({str(row["file"]) for row in reports if row["year"] in (year, against)}))
    now, chapter_years = store.chapters(key, year), store.chapter_years(key)
    before = store.chapters(key, against) if against is not None else ()
    spoken = queries.offset_years(store, key)
    told = [(ground, gather(ground, marked=False)) for ground in grounds(store, report, spoken)]
    rows = _rows(now, told, lengths(now, before, year), key)
    pages = Pages(store)
    standing = stated(store, key, year, against)
    addresses = queries.addresses(store, key)
    told_standings = standings(tuple(one for one in standing if one.passage is not None), pages)
    return Overview(
        series=key,
        year=year,
        report=str(report["title"]),
        sources=Sources(held, missing, against, files),
        chapters=rows,
        anew=_anew(told),
        sections=_sections(matter for _, matters in told for matter in matters),
        new_chapters=new(now, before, year, chapter_years, _referred(store, key, now, year, chapter_years)),
        gone_chapters=gone(now, before, year),
        offsets=_offsets(store, key, year, spoken, pages),
        offsets_gone=_offsets_gone(spoken, year, against),
        standings=tuple(sorted(told_standings, key=lambda one: one.name)),
        silent=tuple(economies.name_of(one.standing.economy, year=year) for one in standing if one.passage is None),
        cautions=_cautions(key, year, against, missing, rows, paged=against in addresses),
        addresses=addresses,
    )


def _rows(
    now: Iterable[Chapter],
    told: list[tuple[Ground, tuple[Matter, ...]]],
    before: Mapping[str, int],
    series: str,
) -> tuple[ChapterRow, ...]:
    rows = []
    for chapter, (ground, matters) in zip(now, told, strict=True):
        counts = Counter(matter.status.value for matter in matters)
        compared = Counter(f.verdict.compared_with for f in ground.findings if f.verdict.compared_with is not None)
        rows.append(
            ChapterRow(
                chapter.economy,
                ground.name,
                Place(series, ground.year, chapter.printed_page, chapter.pdf_page),
                {status: counts[status] for status in STATUSES},
                chapter.words,
                before.get(chapter.economy),
                compared.most_common(1)[0][0] if compared else None,
            )
        )
    return tuple(rows)


def _referred(
    store: Store, series: str, now: Iterable[Chapter], year: int, held: Mapping[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """Code -> earlier editions that refer to a chapter on it, for those of whom none is held."""
    found = {}
    for chapter in now:
        if not any(earlier < year for earlier in held.get(chapter.economy, ())):
            hits = store.search(f"{economies.name_of(chapter.economy, year=year)} section", limit=REFERENCES)
            told = {p.year for p, _, _ in hits if p.series == series and p.year < year and refers(p, chapter.economy)}
            found[chapter.economy] = tuple(sorted(told))
    return found


def _anew(told: list[tuple[Ground, tuple[Matter, ...]]]) -> tuple[Item, ...]:
    """What is newly listed or relisted, by economy; in a chapter that is wholly new it is the chapter that is news."""
    return tuple(
        Item(ground.name, matter)
        for ground, matters in told
        for matter in matters
        if matter.status in (Status.NEW, Status.RELISTED) and any(f.verdict.compared_with for f in ground.findings)
    )


def _sections(matters: Iterable[Matter]) -> tuple[tuple[str, Mapping[str, int]], ...]:
    """Counts by category; categories that were renamed, split or merged over the years are one."""
    by_title = {section.title: section for section in sections.sections().values()}
    order = list(dict.fromkeys(section.family for section in by_title.values()))
    found: dict[str, Counter[str]] = {}
    named: dict[str, str] = {}
    for matter in matters:
        section = by_title.get(matter.section, by_title[sections.title("other")])
        found.setdefault(section.family, Counter())[matter.status.value] += 1
        if matter.status is not Status.DROPPED or section.family not in named:
            named[section.family] = section.title
    rows = sorted(found, key=order.index)
    return tuple((named[family], {status: found[family][status] for status in STATUSES}) for family in rows)


def _offsets(
    store: Store, series: str, year: int, spoken: Mapping[str, tuple[int, ...]], pages: Pages
) -> tuple[OffsetRow, ...]:
    regimes = queries.offsets(store, year=year, series=series)
    traded = queries.countertrade_years(store, series)
    held = store.by_ids(sorted({regime.passage_id for regime in regimes}))
    rows = []
    for regime in regimes:
        passage = held[regime.passage_id][0]
        start = max(0, passage.text.find(regime.sentence))
        said = quote(passage, (start, start + len(regime.sentence)), pages)
        listed = tuple(y for y in spoken.get(regime.economy, ()) if y <= year)
        name = economies.name_of(regime.economy, year=year)
        also = tuple(y for y in traded.get(regime.economy, ()) if y <= year)
        terms = tuple(f"{term.kind}: {term.said}" for term in regime.terms)
        here = (t.end - start for t in regime.terms if t.passage_id == passage.id and t.start >= start)
        reach = max((end for end in here if end <= len(regime.sentence)), default=0)
        rows.append(OffsetRow(name, SAID[regime.polarity], terms, listed, said, also, reach))
    return tuple(sorted(_once(rows), key=lambda row: (row.name, row.polarity)))


def _once(rows: Iterable[OffsetRow]) -> tuple[OffsetRow, ...]:
    """One row for each economy, sentence and what it says, with the terms of all."""
    found: dict[tuple[str, str, str], OffsetRow] = {}
    for row in rows:
        one = found.setdefault((row.name, row.polarity, row.quote.text), row)
        terms = tuple(dict.fromkeys((*one.terms, *row.terms)))
        found[row.name, row.polarity, row.quote.text] = replace(one, terms=terms, reach=max(one.reach, row.reach))
    return tuple(found.values())


def _offsets_gone(spoken: Mapping[str, tuple[int, ...]], year: int, against: int | None) -> tuple[str, ...]:
    """Economies of whose offsets the edition before speaks and this one does not."""
    left = (code for code, listed in spoken.items() if against in listed and year not in listed)
    return tuple(sorted(economies.name_of(code, year=year) for code in left))


def _cautions(
    series: str,
    year: int,
    against: int | None,
    missing: tuple[int, ...],
    rows: tuple[ChapterRow, ...],
    *,
    paged: bool,
) -> tuple[str, ...]:
    lines = []
    if missing:
        lines.append(f"Not held: {years(missing)}. What is called new or relisted here may have stood in them.")
    lines.append(f"For what is no longer described, {ABSENCE}.")
    if against is not None and not paged:
        lines.append(
            f"The edition of {against} is held as text without headings: where none was found, a matter is a single "
            "passage there, so that what has gone counts higher than what has come."
        )
    span = (year, against or year, *missing)
    for told in sorted(set(span)):
        held = ", not held" if told in missing else ""
        lines += [f"Of the {told} edition{held}: {note}." for note in notes(series, told)]
    other = [f"{row.name} ({row.compared_with})" for row in rows if row.compared_with not in (against, None)]
    if other:
        lines.append(f"Compared with an older edition, for want of a chapter in {against}: {', '.join(other)}.")
    return tuple(lines)
