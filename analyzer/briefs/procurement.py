"""Standing under the Agreement on Government Procurement, in words."""

from __future__ import annotations

import re
from datetime import date

from analyzer.briefs.brief import GpaStanding
from analyzer.briefs.ground import Stated
from analyzer.briefs.quoting import PageText, quote
from analyzer.queries import Standing, beside
from analyzer.vocab import economies

_WORDS = {
    "party": "Party to the GPA",
    "observer": "not a Party, observer",
    "acceding": "acceding to the GPA",
    "neither": "neither Party nor observer",
    "non-party": "not a Party to the GPA",
    "named": "the edition speaks of the GPA and states no standing under it",
    "silent": "the edition says nothing of its standing under the GPA",
}
_LISTED = {"party": "Party to the GPA", "observer": "observer", "acceding": "acceding"}
_RDP = {
    "qualifying": "qualifying country for reciprocal defense procurement",
    "negotiating": "reciprocal defense procurement in negotiation",
    "case_by_case": "reciprocal defense procurement case by case",
}
_NO_COMMA = re.compile(r"(?<=[a-z] )(\d{1,2}) (\d{4})\b")  # tables of texts have lost it: "May 18 2020"


def standings(stated: tuple[Stated, ...], pages: PageText) -> tuple[GpaStanding, ...]:
    """Each standing that the edition states, its sentence checked against the page."""
    return tuple(_standing(one, pages) for one in stated)


def _standing(stated: Stated, pages: PageText) -> GpaStanding:
    found, passage, said = stated.standing, stated.passage, None
    if passage is not None and found.sentence:
        start = max(0, passage.text.find(found.sentence))
        said = quote(passage, (start, start + len(found.sentence)), pages)
    name = economies.name_of(found.economy, year=found.year)
    return GpaStanding(found.economy, name, in_words(found), said, stated.before, stated.listed)


def in_words(found: Standing) -> str:
    """The standing in a phrase: "not a Party, observer since December 2007"."""
    since = _NO_COMMA.sub(r"\1, \2", found.since or "")
    words = _WORDS[found.status] + (f" since {since}" if since else "")
    return "; ".join((words, *(said for said in found.also if said.startswith("accession withdrawn"))))


def standing_before(now: Standing, old: Standing | None, year: int | None) -> str:
    """What the edition before stated, where it was something else than this one states, if it does; else empty.

    That it called the economy no Party and said no more is nothing else than what an observer or acceding one is.
    """
    if old is None or not old.stated or old.status == now.status:
        return ""
    if old.status == "non-party" and now.stated and now.status != "party":
        return ""
    return f"in the {year} edition: {in_words(old)}"


def in_lists(found: Standing) -> str:
    """What the dated reference lists hold for the economy on the day of the edition, or an empty text."""
    row = beside(found)
    said = []
    if row["reference"] not in ("not listed", ""):
        since = f" since {day(str(row['reference_since']))}" if row["reference_since"] else ""
        said.append(f"{_LISTED.get(str(row['reference']), row['reference'])}{since}")
        for also in filter(None, str(row["reference_also"]).split("; ")):
            status, _, began = also.partition(" since ")
            said.append(f"{_LISTED[status]} since {day(began)}")
    if row["rdp"]:
        since = f" ({day(str(row['rdp_since']))})" if row["rdp_since"] else ""
        said.append(f"{_RDP.get(str(row['rdp']), row['rdp'])}{since}")
    if row["fta"]:
        agreement, _, chapter = str(row["fta"]).rpartition(" ")
        said.append(f"{agreement}, chapter {chapter}, since {day(str(row['fta_since']))}")
    return "; ".join(said)


def day(text: str) -> str:
    """A date in words: "1997-01-01" gives "January 1, 1997", "2007-12" gives "December 2007", a year itself."""
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    match parts:
        case [year, month, number]:
            return f"{date(year, month, number):%B} {number}, {year}"
        case [year, month]:
            return f"{date(year, month, 1):%B} {year}"
        case _:
            return text
