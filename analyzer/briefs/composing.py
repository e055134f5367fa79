"""Puts a briefing note together from what the store knows of one economy in one edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.briefs.brief import Brief, Matter, Quote, Sources, Thread
from analyzer.briefs.ground import Ground
from analyzer.briefs.matters import gather, ours, spoken
from analyzer.briefs.press import ABSENCE, questions
from analyzer.briefs.procurement import standings
from analyzer.briefs.spans import years
from analyzer.errors import NothingHeld
from analyzer.records import Label, Status
from analyzer.vocab import economies, sections
from analyzer.vocab.series import in_scope
from analyzer.vocab.series import notes as series_notes

if TYPE_CHECKING:
    from analyzer.store import Store

_ORDER = (Status.NEW, Status.RELISTED, Status.CHANGED, Status.DROPPED, Status.CONTINUED)

AGREEMENTS = 3  # sentences on other procurement agreements


def compose(store: Store, economy: str, year: int, *, series: str | None = None) -> Brief:
    """A briefing note on one economy in one edition, every quote checked against its page.

    Raises `NothingHeld` where the edition or the economy's chapter is not held, and `QuoteMismatch` where the store's
    pages and passages differ.
    """
    from analyzer.briefs.survey import survey

    return draft(survey(store, economy, year, series=series))


def draft(ground: Ground) -> Brief:
    """The note that follows from findings already fetched."""
    if not ground.findings:
        raise NothingHeld(
            f"nothing on {ground.name} is held for {ground.series.upper()} {ground.year}.",
            remedy=f"Editions held for it: {years(ground.held)}.",
        )
    matters = gather(ground)
    by_status = {status: tuple(matter for matter in matters if matter.status is status) for status in _ORDER}
    brief = Brief(
        economy=ground.economy,
        name=ground.name,
        series=ground.series,
        year=ground.year,
        report=ground.report,
        sources=_sources(ground),
        summary=(),
        cautions=(),
        new=tuple(sorted(by_status[Status.NEW], key=first_to_read, reverse=True)),
        relisted=by_status[Status.RELISTED],
        changed=tuple(sorted(by_status[Status.CHANGED], key=first_to_read, reverse=True)),
        dropped=tuple(sorted(by_status[Status.DROPPED], key=lambda matter: not matter.title)),
        continued=by_status[Status.CONTINUED],
        offsets=tuple(matter for matter in matters if matter.offset),
        standings=standings(ground.standings, ground.pages),
        agreements=_named(ground),
        ours=ours(ground),
        questions=(),
        threads=_threads(ground, matters),
        counts={status.value: len(by_status[status]) for status in _ORDER},
        left_out=sum(len(matter.left_out) for matter in matters),
        heaviest_out=next(
            (m.left_out[0] for m in sorted(matters, key=lambda m: (-m.lost, m.quote.passage_id)) if m.left_out), None
        ),
        addresses=ground.addresses,
        method=_method(),
        offset_turns=ground.offset_turns,
        offset_years=tuple(listed for listed in ground.offset_years if listed <= ground.year),
        countertrade_years=tuple(listed for listed in ground.countertrade_years if listed <= ground.year),
    )
    brief = replace(brief, summary=_summary(brief, ground), cautions=_cautions(brief, ground))
    return replace(brief, questions=questions(brief))


def _named(ground: Ground) -> tuple[Quote, ...]:
    """Sentences that name a procurement agreement, but for those that state the standing."""
    stating = {stated.standing.passage_id for stated in ground.standings}
    others = [finding for finding in ground.findings if finding.passage.id not in stating]
    return spoken(others, ground, Label.AGREEMENT, most=AGREEMENTS)


def _sources(ground: Ground) -> Sources:
    compared = Counter(
        finding.verdict.compared_with for finding in ground.findings if finding.verdict.compared_with is not None
    )
    missing = {year for finding in ground.findings for year in finding.verdict.missing_editions}
    return Sources(
        held=ground.held,
        missing=tuple(sorted(missing)),
        compared_with=compared.most_common(1)[0][0] if compared else None,
        files=ground.files,
    )


def _summary(brief: Brief, ground: Ground) -> tuple[str, ...]:
    compared = brief.sources.compared_with
    if compared is None:
        first = f"First to read: {brief.new[0].label}." if brief.new else ""
        return tuple(filter(None, (_nothing_before(brief, ground), first)))
    counts = brief.counts
    told = (
        (Status.NEW, "newly listed"),
        (Status.RELISTED, "relisted"),
        (Status.CHANGED, "materially changed"),
        (Status.DROPPED, "no longer described"),
        (Status.CONTINUED, "as before"),
    )
    points = sum(matter.new_point for matter in brief.changed)
    by_points = {Status.CHANGED: f" ({points} by a new point)"} if points else {}
    counted = ", ".join(
        f"{counts[status.value] or 'none'} {words}{by_points.get(status, '')}" for status, words in told
    )
    lines = [f"Matters, compared with {compared}, the latest earlier edition held: {counted}."]
    heaviest = max(brief.new + brief.relisted + brief.changed, key=first_to_read, default=None)
    if heaviest is not None:
        lines.append(f"First to read: {heaviest.label} ({heaviest.status.value}; {heaviest.since}).")
    gone = "; ".join(
        f"{name} ({n} {'matter' if n == 1 else 'matters'} of {compared})" for name, n in _gone(brief, ground)
    )
    if gone:
        lines.append(f"No longer there as a section: {gone}.")
    return tuple(lines)


def _gone(brief: Brief, ground: Ground) -> tuple[tuple[str, int], ...]:
    """The sections of which this edition says nothing in the economy's own chapter, with the matters that have gone."""
    here = [f.passage for f in ground.findings if f.verdict.status is not Status.DROPPED]
    if all(passage.chapter != ground.economy for passage in here):
        return ()
    kept = {sections.family(passage.section) for passage in here} | {"context", "other"}
    named: dict[str, str] = {}
    count: Counter[str] = Counter()
    for matter in brief.dropped:
        family = sections.family(sections.section_key(matter.section) or "other")
        if family not in kept:
            count[named.setdefault(family, matter.section)] += 1
    return tuple(count.most_common())


def _nothing_before(brief: Brief, ground: Ground) -> str:
    if ground.before:
        return f"{brief.name} has no chapter in the earlier editions held ({years(ground.before)}); all of it is new."
    return "No earlier edition is held, so nothing can be called new: all is seen for the first time."


def first_to_read(matter: Matter) -> float:
    """How much a matter weighs as news.

    One listed anew weighs less where earlier editions list or name it, or it has no name to look for; any does where
    it is in doubt.
    """
    points = matter.weight - 3.0 * (matter.doubt is not None) - 2.0 * bool(matter.whole_bloc)
    if matter.status is Status.NEW:
        points -= 2.0 * bool(matter.listed.told) + 2.0 * (not matter.listed.has_name)
    return points


def _cautions(brief: Brief, ground: Ground) -> tuple[str, ...]:
    lines = list(_housed(ground, brief.sources.compared_with))
    if brief.sources.missing:
        lines.append(
            f"Not held: {years(brief.sources.missing)}. What is called new or relisted here may have stood in them."
        )
    if brief.dropped:
        lines.append(f"For what is no longer described, {ABSENCE}.")
    span = {brief.year, brief.sources.compared_with or brief.year, *brief.sources.missing}
    scope: dict[str, list[int]] = {}
    for year in sorted(span):
        for note in series_notes(brief.series, year):
            scope.setdefault(note, []).append(year)
    for note, noted in scope.items():
        which = "edition" if len(noted) == 1 else "editions"
        held = "" if {*noted} & {brief.year, *ground.held, *ground.before} else ", not held"
        lines.append(f"Of the {years(noted)} {which}{held}: {note}.")
    unsure = sum(matter.doubt is not None for matter in brief.matters)
    if unsure:
        verb = "is" if unsure == 1 else "are"
        lines.append(
            f"{unsure} of {len(brief.matters)} matters {verb} marked “not sure”: read the page before citing them."
        )
    notes = Counter(note for finding in ground.findings for note in finding.verdict.notes)
    said = ("not removal", "not held", "on purpose", "No earlier edition", "left out of a matter")  # told above already
    lines.extend(note for note, _ in notes.most_common(4) if not any(words in note for words in said))
    return tuple(dict.fromkeys(lines))


def _housed(ground: Ground, compared: int | None) -> Iterator[str]:
    """Whose chapter all of it stands in, where the economy has none of its own."""
    here = [finding.passage for finding in ground.findings if finding.verdict.status is not Status.DROPPED]
    chapters = sorted({passage.chapter for passage in here})
    if not chapters or ground.economy in chapters:
        return
    named = " and the ".join(economies.name_of(chapter, year=ground.year) for chapter in chapters)
    before = (*ground.earlier.values(), *(f.passage for f in ground.findings))
    had = any(passage.chapter == ground.economy and passage.year == compared for passage in before)
    since = f", as it had in {compared}" if had else ""
    place = f"all of it stands in the chapter on the {named}"
    yield f"{ground.name} has no chapter of its own in this edition{since}: {place}."


def _threads(ground: Ground, matters: tuple[Matter, ...]) -> tuple[Thread, ...]:
    """The matters' years, what is newest first; held editions after the first in which nothing is found are gaps.

    Of matters of one name, history and status one stands for all, with how many they are.
    """
    found: dict[tuple[str, tuple[int, ...], Status], list[Thread]] = {}
    for m in sorted((m for m in matters if m.years), key=lambda m: _ORDER.index(m.status)):
        held = (*ground.held, ground.year) if m.status is Status.DROPPED else ground.held
        section = sections.section_key(m.section) or "other"
        covered = [year for year in held if in_scope(ground.series, year, section)]
        gaps, unclear = m.listed.gaps(covered), m.listed.unclear(covered)
        thread = Thread(m.label, m.years, gaps, m.status, unclear, by_links=m.listed.goes_back)
        found.setdefault((thread.title, thread.years, thread.status), []).append(thread)
    return tuple(
        replace(one, title=f"{one.title} ({1 + len(others)} matters)") if others else one
        for one, *others in found.values()
    )


def _method() -> tuple[str, ...]:
    return (
        "Each passage is compared with all passages on the same economy in the earlier editions held. A trained score "
        "says how likely two passages speak of the same matter; the status follows from the links by fixed rules.",
        "New: matched with no passage of an earlier edition held. Relisted: not in the latest earlier edition, but in "
        "one before it. Changed: in the latest earlier edition, with a material new fact, or the same but for a rate, "
        "the number of a law, or a step dated since. No longer described: in the latest earlier edition, not in this "
        "one.",
        "Passages under one heading are one matter, named by what is newest in it. It is listed in the editions with a "
        "passage that was matched with one of it, and named in further ones that hold the words of its heading in the "
        "same part of the chapter. “Linked back to” says how far back its passages can be followed: what they are "
        "about may be older. “Held, not found”, of the editions after the first that lists it: no passage was "
        "matched, none of its thread stands there, and the words of its heading do not; it may be told in other words. "
        "“Unclear”, of those after the first that lists or names it: its thread or the words of its heading stand in "
        "another part of the chapter or in passing, or there is no heading to look for.",
        "Where an edition is held without headings, passages stand under the heading that was last printed before a "
        "sentence, as long as they go on in its words. What is new and what has gone are told as one, changed, where "
        "they name the same law (“perhaps in place of”) or heading.",
        "Closing formulas, mere trade figures and meetings are left out. “Not sure: 41% likely listed anew” gives the "
        "chance that the matter is new or relisted. Each quote from an edition held with its pages was checked against "
        "the words of the page that it cites when this note was written.",
    )
