"""The listing history of one economy: verdicts, links and threads over all editions held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from analyzer.history import (
    boilerplate,
    changes,
    context,
    drift,
    dropped,
    evidence,
    judged,
    notes,
    practices,
    relisting,
    status,
    substance,
    threads,
)
from analyzer.history.judged import Judged
from analyzer.history.model import Model, shipped
from analyzer.history.rulings import Rulings
from analyzer.history.shelf import Floats, Shelf, arrange
from analyzer.records import Change, ChangeKind, Link, ListedPassage, Listing, Passage, Ruling, Status, Verdict
from analyzer.vocab import sections


class Scope(Protocol):
    """What is known of a series: which years were published, and which sections each edition covers."""

    def in_scope(self, series: str, year: int, section: str) -> bool:
        """Whether that year's edition covers the section at all."""

    def published(self, series: str) -> Collection[int]:
        """All years in which the series appeared."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The history of one economy: a verdict per passage of the years asked for, dropped matters among them."""

    verdicts: tuple[Verdict, ...]
    links: tuple[Link, ...]
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the passages of one section and year are compared with, and what is to be said of it."""

    reference: int | None
    missing: tuple[int, ...]
    notes: tuple[str, ...]


@dataclass
class _Course:
    """What stays the same, and what grows, while the years of one economy are worked through."""

    economy: str
    shelf: Shelf
    held: tuple[int, ...]
    scope: Scope
    model: Model
    rulings: Rulings
    torn: frozenset[int] = frozenset()  # editions held in part alone, which tell nothing of what they lack
    chain: dict[str, str] = field(default_factory=dict)  # passage id -> the chain of links that it stands in
    listing: dict[str, str] = field(default_factory=dict)  # passage id -> listing id: a chain may hold several
    continues: dict[str, str] = field(default_factory=dict)  # listing id -> that from which its links come
    taken: dict[str, list[int]] = field(default_factory=dict)  # listing id -> what it takes along from there, by place
    members: dict[str, list[int]] = field(default_factory=dict)  # listing id -> its passages and those taken, by place
    views: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))  # as of the year worked through
    verdicts: list[Verdict] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    grounds: dict[tuple[int, str], _Ground] = field(default_factory=dict)  # by year and section
    figures: dict[int, frozenset[str]] = field(default_factory=dict)  # of each edition's chapter
    backward: dict[tuple[int, int], Judged] = field(default_factory=dict)  # earlier editions against one year

    def back(self, earlier: int, year: int) -> Judged:
        """An earlier edition against that of the year being worked through."""
        if (earlier, year) not in self.backward:
            k = self.shelf.years.index(year)
            found = judged.judge(self.shelf, earlier, self.model, against=range(k, k + 1))
            self.backward = {pair: old for pair, old in self.backward.items() if pair[1] == year}
            self.backward[earlier, year] = found
        return self.backward[earlier, year]


def trace(
    economy: str,
    passages: Iterable[Passage],
    *,
    held: Collection[int],
    scope: Scope,
    torn: Collection[int] = (),
    years: Collection[int] | None = None,
    known: Sequence[Listing] = (),
    model: Model | None = None,
    rulings: Sequence[Ruling] = (),
    partly: bool = False,
) -> Trace:
    """The verdicts of an economy's passages, with links to earlier ones and the threads they form.

    `passages` are all that speak of the economy in the editions held, `held` the years of editions that have a chapter
    on it, `torn` those of which a part is missing: what they lack tells nothing. Verdicts are worked out for `years`
    (all, by default); `known` are the listings so far, of which those years' passages are left out. The verdicts of a
    year depend on editions up to that year alone. `partly` leaves out the listings without a passage of `years`. For a
    dropped matter the verdict's passage is the old one and its year that of the edition which no longer holds it.
    """
    chosen = model if model is not None else shipped()
    shelf = arrange(passages, chosen.words)
    wanted = sorted(set(shelf.years) & set(years)) if years is not None else list(shelf.years)
    every = tuple(sorted({*held, *shelf.years}))
    course = _Course(economy, shelf, every, scope, chosen, Rulings.of(rulings, economy), frozenset(torn))
    past = [s for s in threads.listed(known, shelf) if s.year not in wanted]
    _recall(course, past, [one for one in known if _begun(one, shelf) not in wanted])
    for year in wanted:
        _work_through(course, year)
    verdicts = tuple(course.verdicts)
    own = [ListedPassage(v.passage_id, v.year, v.listing_id) for v in verdicts if v.status is not Status.DROPPED]
    told = frozenset(v.listing_id for v in own) if partly else None
    listings = threads.listings(
        economy,
        [*past, *own],
        shelf,
        held=course.held,
        taken=course.taken,
        continues=course.continues,
        told=told,
        known=known,
    )
    return Trace(verdicts, tuple(course.links), listings)


def _begun(listing: Listing, shelf: Shelf) -> int | None:
    """The year of the passage that a listing is named by, if that is still held."""
    at = threads.began(listing.id, shelf)
    return None if at is None else shelf.order[at].year


def _recall(course: _Course, past: Iterable[ListedPassage], known: Sequence[Listing]) -> None:
    """Take up the listings where the years before left them."""
    course.continues.update({one.id: one.continues for one in known if one.continues is not None})
    course.taken.update(threads.taken(known, course.shelf))
    course.members.update({key: list(places) for key, places in course.taken.items()})
    for one in past:
        course.listing[one.passage_id] = one.listing_id
        course.chain[one.passage_id] = threads.chain(one.listing_id, course.continues)
        course.members.setdefault(one.listing_id, []).append(course.shelf.index[one.passage_id])


def _work_through(course: _Course, year: int) -> None:
    course.views = drift.views(course.shelf, year)
    found = judged.judge(course.shelf, year, course.model)
    here = found.compared.here
    lead = context.leads(course.shelf.order[here], found.compared.ties, least=course.model.thresholds["tie"])
    latest = _latest(course, found)
    verdicts = [_verdict(course, found, place, latest[place]) for place in range(here.stop - here.start)]
    course.verdicts.extend(_with_leads(course, verdicts, lead))
    for place in range(here.start, here.stop):
        course.members.setdefault(course.listing[course.shelf.order[place].id], []).append(place)
    course.verdicts.extend(_dropped(course, year, verdicts))


def _ground(course: _Course, passage: Passage, earlier: Collection[int]) -> _Ground:
    known = course.grounds.get((passage.year, passage.section))
    if known is not None:
        return known
    covered = [y for y in course.held if _covers(course, y, passage.series, passage.section)]
    reference = status.reference(passage.year, held=[y for y in course.held if y in earlier], in_scope=covered)
    published = course.scope.published(passage.series)
    missing = status.missing(passage.year, compared_with=reference, held=course.held, published=published)
    said = notes.of(passage, reference, course.held, course.torn)
    return course.grounds.setdefault((passage.year, passage.section), _Ground(reference, missing, said))


def _covers(course: _Course, year: int, series: str, section: str) -> bool:
    """Whether what an edition lacks of a section tells anything."""
    return year not in course.torn and course.scope.in_scope(series, year, section)


def _latest(course: _Course, found: Judged) -> Floats:
    """The chance that each passage's matter stands in the edition compared with; 0 where there is none."""
    here = course.shelf.order[found.compared.here]
    if not found.earlier:
        return np.zeros(len(here), np.float32)
    references = [_ground(course, passage, found.earlier).reference for passage in here]
    columns = [found.earlier.index(y) if y is not None else 0 for y in references]
    return course.model.listed_latest(found.table[np.arange(len(here)), columns], context.joined(here))


def _verdict(course: _Course, found: Judged, place: int, latest: float) -> Verdict:
    shelf, passage = course.shelf, course.shelf.order[found.compared.here.start + place]
    earlier = found.earlier
    ground = _ground(course, passage, earlier)
    reference = ground.reference
    column = earlier.index(reference) if reference is not None else None
    chances = found.listed[place].copy()
    if column is not None:
        chances[column] = latest
    chances = course.rulings.applied(chances, passage.id, found, place)
    listed = _listed(course, chances, found, place, column)
    ruled = course.rulings.status(passage.id)
    if ruled is not None:
        listed = _ruled_years(ruled.status, listed, found, place, column)
    shown = evidence.column(chances, earlier, listed, column)
    change, altered = _change(course, found, place, shown, listed)
    result = status.status_of(listed=listed, compared_with=reference, changed=altered)
    result = ruled.status if ruled is not None else result
    partner = shelf.order[int(found.compared.likeness.partner[place, shown])] if shown is not None else None
    first, last = status.first_and_last(listed)
    stands = result in (Status.CHANGED, Status.CONTINUED)
    course.links.extend(evidence.links(course, found, place, listed, chances))
    course.chain[passage.id] = threads.joined(course.chain, passage, partner if listed else None)
    course.listing[passage.id] = threads.joined(course.listing, passage, partner if listed else None)
    if result is Status.RELISTED and last is not None:
        left = shelf.order[int(found.compared.likeness.partner[place, earlier.index(last)])]
        if threads.went_on(course.chain, shelf, left, passage.year):
            course.chain[passage.id] = course.listing[passage.id] = threads.branch(left)
    elif partner is not None and listed and ruled is None and course.rulings.pair(passage.id, partner.id) is None:
        _part(course, passage, partner)
    return Verdict(
        passage_id=passage.id,
        economy=course.economy,
        year=passage.year,
        status=result,
        p_new=evidence.chance_new(chances, _since(course, earlier, column, listed), result if ruled else None),
        listing_id=course.listing[passage.id],
        compared_with=reference,
        missing_editions=ground.missing,
        first_listed=first,
        last_listed_before=last,
        evidence=evidence.of(course.model, found, place, shown, float(chances[shown])) if shown is not None else None,
        change=change if stands else None,
        boilerplate=boilerplate.is_boilerplate(passage),
        moved_from=_moved_from(passage, partner) if stands else None,
        new_chapter=not earlier,
        notes=ground.notes,
        ruled_by=ruled.by if ruled is not None else None,
    )


def _since(course: _Course, earlier: Sequence[int], column: int | None, listed: Collection[int]) -> list[int]:
    """The columns of the edition compared with and of later, torn ones that list the matter."""
    if column is None:
        return []
    return [column, *(k for k, year in enumerate(earlier) if k > column and year in course.torn and year in listed)]


def _part(course: _Course, passage: Passage, partner: Passage) -> None:
    """Let a listing begin with the passage where it tells another matter than its partner's."""
    shelf, left = course.shelf, course.listing[passage.id]
    place = shelf.index[passage.id]
    if drift.parted(course.views, place, shelf.index[partner.id], threads.began(left, shelf)):
        own = course.listing[passage.id] = f"L-{passage.id}"
        course.continues[own] = left
        course.taken[own] = drift.along(shelf, course.views, place, course.members.get(left, ()))
        course.members[own] = list(course.taken[own])


def _ruled_years(ruled: Status, listed: list[int], found: Judged, place: int, column: int | None) -> list[int]:
    """The earlier years in which a matter stands of which a person told the status: those that agree with it."""
    if ruled is Status.NEW or column is None:
        return []
    reference = found.earlier[column]
    if ruled is not Status.RELISTED:
        return sorted({*listed, reference})
    before = [year for year in listed if year < reference]
    if before or column == 0:
        return before
    return [found.earlier[relisting.likeliest(found.listed[place], found.compared.likeness.regained[place], column)]]


def _listed(course: _Course, chances: np.ndarray, found: Judged, place: int, column: int | None) -> list[int]:
    """The earlier years in which the matter stands.

    Where a practice that it names tells so, the passages that name it become its partners of those years.
    """
    if column is None:
        return []
    model = course.model
    earlier, sure = found.earlier, model.thresholds["listed_before"]
    known = {k for k in range(len(earlier)) if k != column and chances[k] >= sure}
    if chances[column] >= model.thresholds["listed"]:
        return [earlier[k] for k in sorted(known | {column} | _of_one_thread(course, chances, found, place, column))]
    if any(k > column and earlier[k] in course.torn for k in known):
        return [earlier[k] for k in sorted(known)]  # what is left of a torn chapter has it
    if column == 0:
        return []
    passage = course.shelf.order[found.compared.here.start + place]
    named = {
        k: old
        for k, old in practices.regained(found, place, column).items()
        if not course.rulings.apart(passage, course.shelf.order[old])
    }
    if named:
        found.compared.likeness.partner[place, list(named)] = list(named.values())
        return [earlier[k] for k in sorted(named)]
    regained = found.compared.likeness.regained[place]
    ruled = (chances == 0.0) | (chances == 1.0)  # only people are that sure
    row = relisting.row(np.where(ruled, chances, found.listed[place]), regained, column)
    again = float(chances[:column].max()) == 1.0 or model.relisted(row) >= model.thresholds["relisted"]
    best = relisting.likeliest(chances, regained, column)
    if boilerplate.is_boilerplate(course.shelf.order[int(found.compared.likeness.partner[place, best])]):
        again = float(chances[:column].max()) == 1.0  # that it stood there says nothing of a barrier
    return [earlier[k] for k in sorted({k for k in known if k < column} | {best})] if again else []


def _of_one_thread(course: _Course, chances: Floats, found: Judged, place: int, column: int) -> set[int]:
    """Earlier editions that likely have the matter, and have it in the chain that goes through the one compared with.

    Either alone errs: of many passages one looks alike by chance, and a chain drifts from one matter to the next.
    """
    partner = [course.shelf.order[k] for k in found.compared.likeness.partner[place, : column + 1].tolist()]
    likely, own = course.model.thresholds["listed"], threads.of(course.chain, partner[column])
    return {k for k in range(column) if chances[k] >= likely and threads.of(course.chain, partner[k]) == own}


def _change(
    course: _Course, found: Judged, place: int, shown: int | None, listed: list[int]
) -> tuple[Change | None, bool]:
    if shown is None or found.earlier[shown] not in listed:
        return None, False
    year = found.earlier[shown]
    if year not in course.figures:
        course.figures[year] = substance.figures(" ".join(p.text for p in course.shelf.order[course.shelf.span(year)]))
    pair = judged.pair(found, place, shown, course.figures[year])
    altered = float(course.model.changed(substance.row(pair)[None, :])[0]) >= course.model.thresholds["changed"]
    read = evidence.sentences(found, place, shown, course.back(year, found.compared.likeness.year))
    change = changes.between(read.earlier, read.later, elsewhere=read.elsewhere)
    if not altered and change.kind not in (ChangeKind.NONE, ChangeKind.FIGURES):
        change = Change(ChangeKind.WORDING, change.added, change.removed)
    return change, altered


def _moved_from(passage: Passage, partner: Passage | None) -> str | None:
    """The section in which the matter stood before, where that is another one."""
    if partner is None or sections.family(partner.section) == sections.family(passage.section):
        return None
    return partner.section


def _with_leads(course: _Course, verdicts: list[Verdict], lead: list[int]) -> list[Verdict]:
    """The verdicts with follow-on passages of one new or relisted matter pointing to the passage that leads it.

    In a chapter without any earlier one all is new, and nothing tells where a matter ends: there each stands alone.
    """
    anew = {Status.NEW, Status.RELISTED}
    done: list[Verdict] = []
    for place, verdict in enumerate(verdicts):
        first = done[lead[place]] if lead[place] < place else None
        if first is None or verdict.new_chapter or not {verdict.status, first.status} <= anew:
            done.append(verdict)
            continue
        if verdict.status is Status.NEW:
            course.chain[verdict.passage_id] = course.chain[first.passage_id]
        listing = first.listing_id if verdict.status is Status.NEW else verdict.listing_id
        course.listing[verdict.passage_id] = listing
        done.append(threads.following(verdict, first.follows or first.passage_id, listing))
    return done


def _dropped(course: _Course, year: int, verdicts: list[Verdict]) -> list[Verdict]:
    k = course.shelf.years.index(year)
    if k == 0:
        return []
    back = course.back(course.shelf.years[k - 1], year)
    joined = context.joined(course.shelf.order[back.compared.here])
    back = replace(back, listed=course.model.listed_latest(back.table[:, 0], joined)[:, None])
    used = {v.evidence.passage_id for v in verdicts if v.evidence and v.status in (Status.CHANGED, Status.CONTINUED)}
    gone = dropped.gone(back, used, course.model.thresholds, lambda s, p: _covers(course, year, p.series, s))
    published = course.scope.published(course.shelf.order[0].series)
    return [
        dropped.verdict(course.economy, year, back, one, course.listing, held=course.held, published=published)
        for one in gone
    ]
