"""The dated reference lists (GPA, reciprocal defence procurement, FTA chapters) beside what a report states."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from typing import Any

from analyzer.queries.agreements import Standing
from analyzer.vocab import ftas, gpa, months, rdp

MARKS = {"differs": "!", "date differs": "!", "no entry": "?"}  # of a check, in a matrix
_RELEASE = (3, 31)  # the editions come out at the end of March
_LIST_STARTS = date(1996, 1, 1)  # when the GPA entered into force: before, the Tokyo Round Code had other parties
_MONTHS = {name.lower(): number for number, name in enumerate(months.NAMES, start=1)}
_SPOKEN = re.compile(r"(?:(?P<month>[A-Za-z]+)\s+)?(?:(?P<day>\d{1,2}),?\s+)?(?P<year>(?:19|20)\d\d)")


def iso_date(spoken: str | None) -> str:
    """A date as reports write it ("July 18 2012", "July 2012", "2012") as year, month and day with hyphens; else ""."""
    match = _SPOKEN.search(spoken or "")
    if match is None:
        return ""
    month = _MONTHS.get((match.group("month") or "").lower())
    if month is None:
        return match.group("year")
    day = f"-{int(match.group('day')):02}" if match.group("day") else ""
    return f"{match.group('year')}-{month:02}{day}"


def beside(standing: Standing, *, asked: str | None = None) -> dict[str, Any]:
    """The standing as a row, with the lists' entries on the day the edition came out and a check against them.

    `asked` is the economy that was asked for, where the standing is its bloc's: defence procurement is its own.

    `reference` is the weightiest standing that the list has for that day; `reference_also` tells the others, as
    "observer since 2002-02". `check` is "differs" where the list has not the standing that the report states, "date
    differs" where it has it from another date on, "no entry" where it tells of no observer or accession for that day
    (it has those of today, and older ones only as far as a source dates them), else empty: a report that states none
    never differs, one that says "not a party" alone differs from a list that has a party, and editions before 1996
    are older than the list.
    """
    day = date(standing.year, *_RELEASE)
    known = gpa.standings_of(standing.economy, day)
    listed = known[0] if known else None
    partner, chapter = rdp.partner(asked or standing.economy, day), ftas.chapter(standing.economy, day)
    return {
        **asdict(standing),
        "reference": listed.status if listed else "not listed",
        "reference_since": listed.since if listed else "",
        "reference_also": "; ".join(f"{s.status} since {s.since}" for s in known[1:]),
        "reference_source": listed.source if listed else "",
        "reference_checked_on": listed.checked_on.isoformat() if listed else "",
        "rdp": partner.standing if partner else "",
        "rdp_since": partner.since if partner else "",
        "rdp_source": partner.source if partner else "",
        "rdp_checked_on": partner.checked_on.isoformat() if partner else "",
        "fta": f"{chapter.agreement} {chapter.chapter}" if chapter else "",
        "fta_since": chapter.valid_from.isoformat() if chapter else "",
        "fta_source": chapter.source if chapter else "",
        "fta_checked_on": chapter.checked_on.isoformat() if chapter else "",
        "check": _check(standing, known, day),
    }


def _check(standing: Standing, known: tuple[gpa.Entry, ...], day: date) -> str:
    if not standing.stated or day < _LIST_STARTS:
        return ""
    if standing.status == "non-party":
        return "differs" if any(s.status == "party" for s in known) else ""
    same = [s for s in known if s.status == standing.status]
    if not same:
        if known or standing.status == "party":
            return "differs"
        return "" if standing.status == "neither" else "no entry"
    said = iso_date(standing.since)
    short = [s.since[: len(said)] for s in same]
    return "date differs" if said and not any(said.startswith(s[: len(said)]) for s in short if s) else ""
