"""A listing: one matter through the years, and its wording in any two of them side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from analyzer import queries
from analyzer.errors import NothingHeld
from analyzer.history.words import stems as stems_of
from analyzer.queries.wordings import aligned, in_common
from analyzer.records import Finding, Listing
from analyzer.vocab import economies
from analyzer.vocab import series as all_series
from analyzer.web.asking import FIRST, LAST, Economy, Number, Series, Words, part_of
from analyzer.web.desk import Desk, desk
from analyzer.web.views import show
from analyzer.web.wording import compared, marked

router = APIRouter()
_ALIKE = 0.2  # of the shorter wording: two that have less in common read as two texts
AskedYear = Annotated[int | None, Query(ge=FIRST, le=LAST)]


def held_listings(at: Desk, series: str, code: str, *, boilerplate: bool = True) -> list[Listing]:
    """The listings of an economy, by first year; without `boilerplate` those that tell of any barrier."""
    return at.chapters.get(
        ("listings", series, code, boilerplate), lambda: at.store.listings(series, code, boilerplate=boilerplate)
    )


@router.get("/listings/{series}/{economy}")
def listings(
    request: Request, series: Series, economy: Economy, q: Words = "", boilerplate: bool = False, page: Number = 1
) -> HTMLResponse:
    """All matters ever listed of an economy, each with the editions that list it."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)
    kept = held_listings(at, name, code, boilerplate=boilerplate)
    if not kept and not held_listings(at, name, code):
        raise NothingHeld(f"nothing is listed of {economies.name_of(code)} in the editions held.")
    stems = [w[:6].casefold() for w in q.split()]
    fits = [e for e in kept if all(stem in e.title.casefold() for stem in stems)]
    fits.sort(key=lambda e: (-len(e.years), e.title, e.id))
    spans = {e.id: set(e.years) for e in fits}
    values = {
        "series": name,
        "code": code,
        "part": part_of(fits, page),
        "q": q,
        "boilerplate": boilerplate,
        "spans": spans,
    }
    return show(request, "listings.html", values)


@router.get("/listing/{series}/{economy}/{listing}")
def listing(
    request: Request,
    series: Series,
    economy: Economy,
    listing: Annotated[str, Path(max_length=120)],
    left: AskedYear = None,
    right: AskedYear = None,
) -> HTMLResponse:
    """One matter through the years, and its wording in two of them side by side."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)
    by_id = {e.id: e for e in held_listings(at, name, code)}
    entry = by_id.get(listing)
    if entry is None:
        raise NothingHeld(f"no listing {listing} is held for {economies.name_of(code)}.")
    found = at.memo.get(("listing", name, code, listing), lambda: queries.listed_in(at.store, name, entry))
    by_year: dict[int, list[Finding]] = {}
    for finding in found:
        by_year.setdefault(finding.passage.year, []).append(finding)
    years, held = sorted(by_year) or list(entry.years), at.years(name)
    old, new = _pair(years, held, left, right)
    texts = ["\n\n".join(f.passage.text for f in by_year.get(y, ())) for y in (old, new)]
    before, after, alike = at.memo.get(("wordings", name, code, listing, old, new), lambda: _side_by_side(*texts))
    return show(
        request,
        "listing.html",
        {
            "series": name,
            "code": code,
            "title": entry.title,
            "came_from": by_id.get(entry.continues or ""),
            "drifted": drifted(entry.title, by_year),
            "span": [y for y in all_series.published(name) or held if y <= max(held)],
            "years_held": held,
            "listed": years,
            "by_year": by_year,
            "left": old,
            "right": new,
            "before": before,
            "after": after,
            "alike": alike,
        },
    )


def drifted(title: str, by_year: Mapping[int, Sequence[Finding]]) -> list[int]:
    """The first years of a chain whose passages hold no word of its title, up to the first that does.

    None where no passage holds one: then the title tells nothing of it.
    """
    words = set(stems_of(title))

    def holds(found: Sequence[Finding]) -> bool:
        return any(words & {*stems_of(f.passage.text), *stems_of(" ".join(f.passage.heading))} for f in found)

    since = next((year for year in sorted(by_year) if holds(by_year[year])), None)
    return [] if since is None else [year for year in sorted(by_year) if year < since]


def _side_by_side(old: str, new: str) -> tuple[Markup, Markup, bool]:
    """Both wordings, what differs marked where they are alike: of two others all of both would be."""
    stretches = aligned(old, new)
    alike = in_common(stretches) >= _ALIKE
    return (*compared(stretches), True) if alike else (marked(old, ""), marked(new, ""), False)


def _pair(listed: list[int], held: list[int], left: int | None, right: int | None) -> tuple[int, int]:
    """The two years asked for, as far as they are held; by default the last two that list the matter."""
    new = right if right in held else listed[-1]
    earlier = [y for y in listed if y < new]
    old = left if left in held else (earlier[-1] if earlier else listed[0])
    return old, new
