"""What a claim states of an economy's standing under the GPA, beside what the edition itself states."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer import queries
from analyzer.claims.judgement import Proof
from analyzer.mentions.gpa_statements import gpa_statements
from analyzer.store import Store
from analyzer.vocab import economies

_WORDS = {
    "party": "a party to the GPA",
    "acceding": "acceding to the GPA",
    "observer": "an observer to the GPA",
    "neither": "neither a party to the GPA nor an observer",
    "non-party": "not a party to the GPA",
}
_OUTSIDE = frozenset({"observer", "acceding", "neither", "non-party"})
# Claimed standing -> those of an edition that bear it out. An economy that accedes may or may not observe.
_BORNE_OUT = {
    "party": frozenset({"party"}),
    "acceding": frozenset({"acceding"}),
    "observer": frozenset({"observer"}),
    "neither": frozenset({"neither", "non-party"}),
    "non-party": _OUTSIDE,
}


@dataclass(frozen=True, slots=True)
class Stated:
    """Whether an edition states the standing that a claim does (None where it states none), and in which words."""

    agrees: bool | None
    says: str
    proof: Proof | None = None


def claimed(sentence: str) -> bool:
    """Whether a sentence states that somebody is a party to the GPA, or something else to it."""
    return bool(gpa_statements(sentence, chapter="", members=economies.codes()))


def stated(claim: str, store: Store, series: str, economy: str, year: int) -> Stated | None:
    """What an edition says of the standing that a claim states of an economy; None where it states none."""
    said = next((s.status for s in gpa_statements(claim, chapter=economy) if s.economy == economy), None)
    if said is None:
        return None
    found = queries.agreements(store, year=year, series=series, economy=economy)
    standing = next(iter(queries.standings_of(found, economy)), None)
    name = economies.named(standing.economy if standing else economy, year=year)
    edition = f"the {series.upper()} edition of {year}"
    also = standing.also if standing else ()
    if said == "acceding" and any("withdrawn" in one for one in also):
        return Stated(False, f"On the GPA {edition} says of {name}: {', '.join(also)}.")
    if standing is None or not standing.stated:
        return Stated(None, f"On the GPA {edition} states no standing of {name}.")
    held = {standing.status, *(one.split()[0] for one in also)}
    agrees = bool(held & _BORNE_OUT[said]) and not (said in ("non-party", "neither") and "party" in held)
    beside = f" ({', '.join(also)})" if also else ""
    proof = Proof(
        year,
        standing.sentence or "",
        standing.passage_id or "",
        "procurement",
        standing.printed_page,
        standing.pdf_page,
        1.0,
    )
    return Stated(agrees, f"On the GPA {edition} calls {name} {_WORDS[standing.status]}{beside}.", proof)
