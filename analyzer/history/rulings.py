"""People's decisions, which outrank scores and are kept apart from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from analyzer.errors import UnknownChoice
from analyzer.records import Passage, Ruling, Status

if TYPE_CHECKING:  # which rulings stand is asked where no history is made
    from analyzer.history.judged import Judged
    from analyzer.history.shelf import Floats

_PAIR = ("same", "different")
_STATUS = {s.value: s for s in Status if s is not Status.DROPPED}
_WITHDRAWN = "withdrawn"
_NEVER = datetime.min.replace(tzinfo=UTC)  # what has no time comes first


def standing(rulings: Iterable[Ruling]) -> list[Ruling]:
    """The rulings that stand, in order of time: of several on one thing the latest, unless it takes them back.

    Of those of one time that given last is the latest.
    """
    latest: dict[tuple[str, str, str | None], Ruling] = {}
    for ruling in sorted(rulings, key=lambda r: moment(r) or _NEVER):
        key = (ruling.about, ruling.economy, ruling.against)
        latest.pop(key, None)
        if ruling.decision != _WITHDRAWN:
            latest[key] = ruling
    return list(latest.values())


def moment(ruling: Ruling) -> datetime | None:
    """When it was decided, in UTC where no zone is told; None where that is no time."""
    try:
        at = datetime.fromisoformat(ruling.at)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


@dataclass(frozen=True)
class RuledStatus:
    """A status that a person gave."""

    status: Status
    by: str


@dataclass(frozen=True)
class Rulings:
    """The rulings on one economy that stand."""

    pairs: dict[tuple[str, str], Ruling] = field(default_factory=dict)
    statuses: dict[str, Ruling] = field(default_factory=dict)

    @classmethod
    def of(cls, rulings: Iterable[Ruling], economy: str) -> Rulings:
        """The rulings that concern the economy, by what they are about."""
        pairs: dict[tuple[str, str], Ruling] = {}
        statuses: dict[str, Ruling] = {}
        for ruling in standing(r for r in rulings if r.economy == economy):
            if ruling.decision in _PAIR and ruling.against is not None:
                pairs[ruling.about, ruling.against] = ruling
            elif ruling.decision in _STATUS:
                statuses[ruling.about] = ruling
            else:
                raise UnknownChoice("ruling", ruling.decision, [*_PAIR, *_STATUS, _WITHDRAWN])
        return cls(pairs, statuses)

    def status(self, passage: str) -> RuledStatus | None:
        """The status that a person gave the passage."""
        ruling = self.statuses.get(passage)
        return None if ruling is None else RuledStatus(_STATUS[ruling.decision], ruling.by)

    def pair(self, later: str, earlier: str) -> Ruling | None:
        """A person's word on two passages."""
        return self.pairs.get((later, earlier))

    def apart(self, later: Passage, earlier: Passage) -> bool:
        """Whether a person said that two passages are not of one matter."""
        ruling = self.pair(later.id, earlier.id)
        return ruling is not None and ruling.decision == "different"

    def applied(self, chances: Floats, passage: str, judged: Judged, place: int) -> Floats:
        """The chances with those of ruled pairs put to 1 or 0."""
        ruled = {earlier: r for (later, earlier), r in self.pairs.items() if later == passage}
        if not ruled:
            return chances
        chances = chances.copy()
        likeness, order = judged.compared.likeness, judged.compared.shelf.order
        for column, year in enumerate(judged.earlier):
            partner = order[int(likeness.partner[place, column])].id
            same = [e for e, r in ruled.items() if r.decision == "same" and _year(judged, e) == year]
            if same:
                chances[column] = 1.0
                likeness.partner[place, column] = judged.compared.shelf.index[same[0]]
            elif partner in ruled:
                chances[column] = 0.0
        return chances


def _year(judged: Judged, passage: str) -> int | None:
    at = judged.compared.shelf.index.get(passage)
    return None if at is None else judged.compared.shelf.order[at].year
