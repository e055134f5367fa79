"""Changes of standing under the GPA between editions, as the reports state them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.queries.agreements import Standing, matrix
from analyzer.store import Store

_RANK = {"non-party": 0, "neither": 0, "observer": 1, "acceding": 2, "party": 3}
_LATELY = re.compile(r"(?i)\brecently\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class StandingEvent:
    """One economy's change of standing: what was stated before, what is stated now, and where.

    `year` is the first edition that states the new standing, `previous_year` the last one that stated the old;
    `previous` is None where no earlier edition held states any. `since` is the date that the report gives.
    """

    economy: str
    year: int
    status: str
    since: str | None
    previous: str | None
    previous_year: int | None
    restated: bool  # by its date the standing began before the edition of `previous_year`
    also: tuple[str, ...]
    sentence: str
    pdf_page: int | None
    printed_page: str | None
    passage_id: str

    @property
    def words(self) -> str:
        """The change in a phrase: "observer since September 2022 (2022: neither)"."""
        now = f"{self.status} since {self.since}" if self.since else self.status
        steps = [said for said in self.also if said.startswith("accession withdrawn")]
        said = "; ".join([now, *steps])
        return f"{said} ({self.previous_year}: {self.previous})" if self.previous else said


def gpa_events(
    store: Store, *, economy: str | None = None, year: int | None = None, series: str | None = None
) -> list[StandingEvent]:
    """The changes of standing of an economy (or of all) that an edition (or any) is the first to state.

    They stand by economy and year. Raises as `matrix` does.
    """
    by_economy: dict[str, list[Standing]] = {}
    for standing in matrix(store, economy=economy, series=series):
        by_economy.setdefault(standing.economy, []).append(standing)
    found = [event for rows in by_economy.values() for event in changes(rows)]
    return [event for event in found if year in (None, event.year)]


def changes(standings: Iterable[Standing]) -> list[StandingEvent]:
    """The changes in one economy's standings, given by year.

    Silence is never a change, neither about all (the last edition that states a standing counts) nor about a part: who
    was acceding and is now called an observer, or who was an observer and is now "not a party", is still taken for
    what it was, unless the report says that it withdrew or is no observer. A standing that no earlier edition held
    states is an event only where its date falls after the economy's previous edition. "Not a party" tells nothing of
    observing: an observer after it is an event only where the report says that it became one since.
    """
    found: list[StandingEvent] = []
    stated: Standing | None = None
    edition: int | None = None
    for standing in standings:
        if standing.stated:
            first = stated is None and edition is not None and _began(standing) > edition
            changed = stated is not None and _differs(standing, stated)
            if first or changed:
                found.append(_event(standing, stated))
            if stated is None or changed or stated.status in (standing.status, "non-party"):
                stated = standing
        edition = standing.year
    return found


def _differs(now: Standing, before: Standing) -> bool:
    """Tell whether the new standing excludes the old one."""
    if before.status == "acceding" and now.status in ("observer", "neither", "non-party"):
        return any(said.startswith("accession withdrawn") for said in now.also)
    if before.status == "non-party" and now.status in ("observer", "acceding"):
        return _began_since(now, before.year)
    if now.status == before.status or any(said.startswith(now.status) for said in before.also):
        return False
    if _RANK[now.status] > _RANK[before.status]:
        return True
    if before.status == "party":
        return _began(now) >= before.year
    return before.status == "observer" and now.status == "neither"


def _began_since(now: Standing, year: int) -> bool:
    """Tell whether a standing began in that year or later: by its date, an undated one by what else the report says."""
    if began := _began(now):
        return began >= year
    return now.status == "acceding" or bool(_LATELY.search(now.sentence or ""))


def _began(standing: Standing) -> int:
    """The year in which the report says the standing began, 0 where it does not say."""
    match = _YEAR.search(standing.since or "")
    return int(match.group()) if match else 0


def _event(now: Standing, before: Standing | None) -> StandingEvent:
    return StandingEvent(
        economy=now.economy,
        year=now.year,
        status=now.status,
        since=now.since,
        previous=before.status if before else None,
        previous_year=before.year if before else None,
        restated=before is not None and _RANK[now.status] > _RANK[before.status] and 0 < _began(now) < before.year,
        also=now.also,
        sentence=now.sentence or "",
        pdf_page=now.pdf_page,
        printed_page=now.printed_page,
        passage_id=now.passage_id or "",
    )
