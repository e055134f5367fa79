"""What the reports themselves state of the GPA and other procurement agreements, economy by economy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.queries.asking import economy_code, series_held, year_held
from analyzer.queries.citing import cite, sentence_at
from analyzer.records import Mention, Passage
from analyzer.store import Store
from analyzer.vocab import economies

if TYPE_CHECKING:  # the finders' patterns take long to compile; other questions need not wait for them
    from analyzer.mentions.gpa_statements import GpaStatement

# Of a standing, in a matrix.
LETTERS = {
    "party": "P", "acceding": "A", "observer": "O", "neither": "N", "non-party": "n", "named": "g", "silent": "·",
}  # fmt: skip
MEANINGS = {
    "party": "party",
    "acceding": "acceding",
    "observer": "observer",
    "neither": "neither party nor observer",
    "non-party": "not a party, no word of observing",
    "named": "GPA named, no standing stated",
    "silent": "covered and silent",
}
UNSTATED = frozenset({"named", "silent"})  # no standing
_HEADING = 80  # characters that a heading has at most
_SPLIT_BLOCS = ("GCC", "SACU")  # their chapters speak of each member; the EU's speaks for all


@dataclass(frozen=True, slots=True)
class Standing:
    """One economy's standing under the GPA as one edition states it; `silent` where its chapter does not name the GPA.

    `named` where it does (an offer, a commitment) and states no standing; the sentence is one that names it.
    `neither` where it denies observing as well, `non-party` where it says "not a party" and nothing of observing.
    Where an edition states several, the weightiest counts (party, acceding, observer, neither, non-party) and `also`
    holds the others, as "observer since May 2001", and a withdrawn accession, as "accession withdrawn May 30, 2023".
    """

    economy: str
    year: int
    status: str  # party | observer | acceding | neither | non-party | named | silent
    since: str | None = None
    sentence: str | None = None
    pdf_page: int | None = None
    printed_page: str | None = None
    passage_id: str | None = None
    others: tuple[str, ...] = ()  # other agreements that its procurement passages name
    also: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether the edition states a standing at all."""
        return self.status not in UNSTATED


def agreements(
    store: Store, *, year: int | None = None, series: str | None = None, economy: str | None = None
) -> list[Standing]:
    """The standing of every economy of an edition (the latest, by default), with sentence and page, by code.

    With an economy only its own (see `standings_of`) and, where it is a bloc, those of its members. Raises NothingHeld
    where the edition is not held, UnknownChoice for an unknown economy or a series that is not held.
    """
    name = series_held(store, series)
    chosen = year_held(store, name, year)
    held = store.mentioned(name, "AGREEMENT", year=chosen)
    if economy is None:
        return _edition(store, name, chosen, held)
    code = economy_code(economy)
    about = {code, *economies.members(code, chosen)}
    speaking = {bloc for bloc in economies.blocs() if _speaks_for(bloc, code, chosen)}
    blocs = (b for b in economies.blocs() if not (about | speaking).isdisjoint(economies.members(b, chosen)))
    chapters = about.union(speaking, blocs)
    told = ((passage, mentions) for passage, mentions in held if passage.chapter in chapters)
    found = _edition(store, name, chosen, told)
    return [one for one in found if one.economy in about] or standings_of(found, code)


def standings_of(standings: Iterable[Standing], economy: str | None) -> list[Standing]:
    """Those of one economy (of all, without one), in their order.

    In editions that have none of it, those of the bloc that speaks for its members.
    """
    found = list(standings)
    if economy is None:
        return found
    own = {one.year for one in found if one.economy == economy}
    return [
        one
        for one in found
        if one.economy == economy or (one.year not in own and _speaks_for(one.economy, economy, one.year))
    ]


def _speaks_for(bloc: str, economy: str, year: int) -> bool:
    """Whether a bloc has one standing for all its members, of which the economy is one."""
    return bloc not in _SPLIT_BLOCS and economy in economies.members(bloc, year)


def matrix(store: Store, *, economy: str | None = None, series: str | None = None) -> list[Standing]:
    """The standing of every economy (or of one, see `standings_of`) in every edition held, by code and year.

    An edition in which an economy is not covered at all has no entry for it; `silent` means that its chapter does not
    name the GPA. Raises NothingHeld where no report is held, UnknownChoice as `agreements` does.
    """
    name = series_held(store, series)
    code = economy_code(economy) if economy else None
    by_year: dict[int, list[tuple[Passage, list[Mention]]]] = {}
    for passage, mentions in store.mentioned(name, "AGREEMENT"):
        by_year.setdefault(passage.year, []).append((passage, mentions))
    found: list[Standing] = []
    for report in store.reports(name, counted=False):
        found += _edition(store, name, report["year"], by_year.get(report["year"], []))
    return sorted(standings_of(found, code), key=lambda s: (s.economy, s.year))


def _edition(store: Store, series: str, year: int, held: Iterable[tuple[Passage, list[Mention]]]) -> list[Standing]:
    from analyzer.mentions.gpa_statements import gpa_statements, withdrawals

    stated: dict[str, list[tuple[GpaStatement, Passage]]] = {}
    others: dict[str, set[str]] = {}
    named: dict[str, list[tuple[Mention, Passage]]] = {}  # where chapters name the GPA
    taken_back: dict[str, str] = {}
    for passage, mentions in held:
        members = economies.members(passage.chapter, year)
        statements = gpa_statements(passage.text, chapter=passage.chapter, members=members)
        for statement in statements:
            stated.setdefault(statement.economy, []).append((statement, passage))
        for mention in mentions:
            if mention.norm == "GPA" and not any(s.start <= mention.start < s.end for s in statements):
                named.setdefault(passage.chapter, []).append((mention, passage))
            if mention.norm in ("RDP", "FTA_GP", "BILATERAL_GP"):
                others.setdefault(passage.chapter, set()).add(passage.text[mention.start : mention.end])
        for step in withdrawals(passage.text, chapter=passage.chapter, members=members):
            taken_back.setdefault(step.economy, f"accession withdrawn {step.since or ''}".rstrip())
    covered = {c.economy for c in store.chapters(series, year)}
    covered |= {m for bloc in _SPLIT_BLOCS if bloc in covered for m in economies.members(bloc, year)}
    rows = []
    for code in sorted(covered | set(stated)):
        standing = _standing(store, code, year, stated.get(code, []), named.get(code, []))
        also = (*standing.also, taken_back[code]) if code in taken_back else standing.also
        rows.append(replace(standing, also=also, others=tuple(sorted(others.get(code, ())))))
    return rows


def _standing(
    store: Store,
    code: str,
    year: int,
    stated: list[tuple[GpaStatement, Passage]],
    named: list[tuple[Mention, Passage]],
) -> Standing:
    if not stated:
        if not named:
            return Standing(code, year, "silent")
        told = [(p, *sentence_at(p, m.start)) for m, p in named]
        # The first says most, where it is no heading.
        at = cite(store, *next((one for one in told if one[2] - one[1] > _HEADING), told[0]))
        return Standing(code, year, "named", None, at.sentence, at.pdf_page, at.printed_page, at.passage_id)
    from analyzer.mentions.gpa_statements import weightiest

    best = weightiest(statement for statement, _ in stated)[code]
    passage = next(p for statement, p in stated if statement is best)
    said = dict.fromkeys(
        f"{s.status} since {s.since}" if s.since else s.status
        for s, _ in stated
        if s.status != best.status and (s.status != "non-party" or best.status == "party")
    )
    place = cite(store, passage, best.start, best.end)
    return Standing(
        code,
        year,
        best.status,
        best.since,
        place.sentence,
        place.pdf_page,
        place.printed_page,
        place.passage_id,
        also=tuple(said),
    )
