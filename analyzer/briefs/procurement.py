"""Standing under the Agreement on Government Procurement, in words."""

from __future__ import annotations

from analyzer.briefs.brief import Standing
from analyzer.briefs.ground import Stated
from analyzer.briefs.quoting import PageText, quote
from analyzer.queries import Standing as Found
from analyzer.queries import beside
from analyzer.vocab import economies

_WORDS = {
    "party": "Party to the GPA",
    "observer": "not a Party, observer",
    "acceding": "acceding to the GPA",
    "neither": "neither Party nor observer",
    "silent": "the edition says nothing of its standing under the GPA",
}


def standings(stated: tuple[Stated, ...], pages: PageText) -> tuple[Standing, ...]:
    """Each standing that the edition states, its sentence checked against the page."""
    return tuple(_standing(one, pages) for one in stated)


def _standing(stated: Stated, pages: PageText) -> Standing:
    found, passage, said = stated.standing, stated.passage, None
    if passage is not None and found.sentence:
        start = max(0, passage.text.find(found.sentence))
        said = quote(passage, (start, start + len(found.sentence)), pages)
    name = economies.name_of(found.economy, year=found.year)
    return Standing(found.economy, name, in_words(found), said, stated.before, stated.listed)


def in_words(found: Found) -> str:
    """The standing in a phrase: "not a Party, observer since December 2007"."""
    words = _WORDS[found.status] + (f" since {found.since}" if found.since else "")
    return "; ".join((words, *(said for said in found.also if said.startswith("accession withdrawn"))))


def standing_before(now: Found, old: Found | None, year: int | None) -> str:
    """What the edition before stated, where it was something else; else an empty text."""
    if old is None or "silent" in (old.status, now.status) or old.status == now.status:
        return ""
    return f"{year}: {in_words(old)}"


def in_lists(found: Found) -> str:
    """What the dated reference lists hold for the economy on the day of the edition, or an empty text."""
    row = beside(found)
    said = []
    if row["reference"] not in ("not listed", ""):
        said.append(f"GPA {row['reference']}" + (f" since {row['reference_since']}" if row["reference_since"] else ""))
    if row["rdp"]:
        since = f" ({row['rdp_since']})" if row["rdp_since"] else ""
        said.append(f"reciprocal defence procurement: {row['rdp']}{since}")
    if row["fta"]:
        agreement, _, chapter = str(row["fta"]).rpartition(" ")
        said.append(f"{agreement}, chapter {chapter}, since {row['fta_since']}")
    return "; ".join(said)
