"""Findings of an edition: passages with their status and evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from analyzer.errors import NothingHeld, UnknownChoice
from analyzer.queries.asking import economy_code, series_held, year_held
from analyzer.records import Finding, Label, Listing, Status
from analyzer.store import Glimpse, Store, glimpses
from analyzer.vocab import economies, sections


def findings(
    store: Store,
    economy: str | None = None,
    *,
    year: int | None = None,
    status: Collection[str] | None = None,
    label: str | None = None,
    section: str | None = None,
    boilerplate: bool = True,
    series: str | None = None,
    placed: bool = True,
) -> list[Finding]:
    """Findings of one edition (the latest held, by default), in the report's order.

    Without an economy each passage stands once, under its chapter's own code. Without `placed` passages come
    quicker, and lack footnotes and the places of their lines. Raises UnknownChoice for an unknown
    economy, status, label or section, and NothingHeld where the edition or the economy's chapter is not held.
    """
    code = economy_code(economy) if economy else None
    statuses, wanted, keys = _statuses(status), _label(label), _sections(section)
    with store.snapshot():
        name = series_held(store, series)
        chosen = year_held(store, name, year)
        found = store.findings(name, economy=code, year=chosen, status=statuses, placed=placed)
        if code and not found and not store.verdicts(name, economy=code, year=chosen):
            raise _says_nothing(name, code, chosen)
    if code is None:
        found = [f for f in found if f.verdict.economy == f.passage.chapter or f.verdict.status is Status.DROPPED]
        found = _once(found)
    return [
        f
        for f in found
        if (wanted is None or any(m.label.value == wanted for m in f.mentions))
        and (keys is None or f.passage.section in keys)
        and (boilerplate or not f.verdict.boilerplate)
    ]


def at_a_glance(store: Store, economy: str, *, year: int, series: str) -> list[Glimpse]:
    """All findings on an economy in an edition, in the report's order, with what they are chosen by; quicker.

    Raises as `findings` does.
    """
    code = economy_code(economy)
    with store.snapshot():
        name = series_held(store, series)
        found = glimpses(store, name, code, year_held(store, name, year))
    if not found:
        raise _says_nothing(name, code, year)
    return found


def chosen_findings(store: Store, economy: str, passages: Sequence[str], *, year: int, series: str) -> list[Finding]:
    """The findings on an economy in an edition whose passages have these ids; without the places of their lines."""
    return store.findings(series, economy=economy_code(economy), year=year, passages=passages, placed=False)


def listed_in(store: Store, series: str, listing: Listing) -> list[Finding]:
    """The findings of a listing in all editions that list it, by year and print order."""
    found = store.findings(series, economy=listing.economy, passages=listing.passages)
    return [f for f in found if f.verdict.status is not Status.DROPPED]


def every_finding(
    store: Store, *, economy: str | None = None, year: int | None = None, series: str | None = None
) -> Iterator[Finding]:
    """All findings of all editions held (or of one economy or edition), economy by economy, each in print order.

    They come without the places of their lines and their footnotes, so that a full store passes through little memory.
    Raises NothingHeld, when the first is asked for, where the edition of that year is not held.
    """
    with store.snapshot():
        name = series_held(store, series)
        if year is not None:
            year_held(store, name, year)
        for code in [economy_code(economy)] if economy else store.economies(name):
            yield from store.findings(name, economy=code, year=year, placed=False)


def least_certain(
    store: Store,
    economy: str | None = None,
    *,
    year: int | None = None,
    series: str | None = None,
    limit: int = 20,
) -> list[Finding]:
    """The findings whose chance of being newly listed is nearest to even, the most doubtful first.

    Those that a person has ruled on, boilerplate and dropped ones are left out. Raises as `findings` does.
    """
    found = [
        f
        for f in findings(store, economy, year=year, boilerplate=False, series=series)
        if f.verdict.ruled_by is None and f.verdict.status is not Status.DROPPED and f.verdict.compared_with is not None
    ]
    found.sort(key=lambda f: (abs(f.verdict.p_new - 0.5), f.passage.ordinal, f.passage.id))
    return found[: max(0, limit)]


def _says_nothing(series: str, code: str, year: int) -> NothingHeld:
    return NothingHeld(
        f"{series.upper()} {year} says nothing of {economies.name_of(code)} in a chapter of its own.",
        remedy=f"Try: analyzer search {economies.name_of(code)!r} --year {year}",
    )


def _once(found: list[Finding]) -> list[Finding]:
    """One finding for each passage: its chapter's, or for a dropped one of several economies the first."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for finding in found:
        key = (finding.passage.id, finding.verdict.status.value)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def _statuses(status: Collection[str] | None) -> list[str] | None:
    if not status:
        return None
    known = [s.value for s in Status]
    for value in status:
        if value.lower() not in known:
            raise UnknownChoice("status", value, known)
    return sorted({value.lower() for value in status})


def _label(label: str | None) -> str | None:
    if label is None:
        return None
    if label.upper() not in [x.value for x in Label]:
        raise UnknownChoice("label", label, [x.value for x in Label])
    return label.upper()


def _sections(section: str | None) -> frozenset[str] | None:
    """The keys of a category, or of all that share its family with it."""
    if section is None:
        return None
    key = sections.section_key(section)
    if key is None:
        raise UnknownChoice("section", section, sections.sections())
    family = sections.family(key)
    return frozenset(k for k, s in sections.sections().items() if s.family == family)
