"""Matters called new and matters that have gone, told as one where that is likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analyzer.briefs.brief import Matter, Point
from analyzer.briefs.replacing import Heir
from analyzer.records import ChangeKind, Finding, Status

REPLACED = "Perhaps in place of"
_LESS = 2.0  # what a matter weighs less as one that changed than as one that is new


def reconcile(
    here: Sequence[tuple[Sequence[Finding], Matter]], gone: Sequence[Matter], heirs: Sequence[Heir | None]
) -> list[Matter]:
    """The matters of this edition, each with its passages, and those that have gone without an heir.

    Where the heir leads its matter, the matter changed; where it is another point of it, that did.
    """
    told = {finding.passage.id: place for place, (group, _) in enumerate(here) for finding in group}
    matters = [matter for _, matter in here]
    for former, heir in zip(gone, heirs, strict=True):
        if heir is None:
            matters.append(former)
            continue
        place = told[heir.passage]
        leads = here[place][0][0].passage.id == heir.passage
        told_as = _in_place_of if leads and matters[place].status is Status.NEW else _besides
        matters[place] = told_as(matters[place], former, heir)
    return matters


def _besides(matter: Matter, former: Matter, heir: Heir) -> Matter:
    """The matter with what one of its points perhaps replaces behind that point, or at the end."""
    said = (former.quote, *(point.quote for point in former.points))
    behind = tuple(Point(Status.DROPPED, quote, note=REPLACED) for quote in said)
    after = next((n for n, point in enumerate(matter.points, 1) if point.quote.passage_id == heir.passage), None)
    if after is None:
        return replace(matter, points=(*matter.points, *behind))
    point = replace(matter.points[after - 1], status=Status.CHANGED)
    return replace(matter, points=(*matter.points[: after - 1], point, *behind, *matter.points[after:]))


def _in_place_of(matter: Matter, former: Matter, heir: Heir) -> Matter:
    """The matter as one that changed, with what it was before; further points of that stand at the end."""
    rest = tuple(replace(point, note=REPLACED) for point in former.points)
    year = matter.years[-1]
    return replace(
        matter,
        status=Status.CHANGED,
        before=former.quote,
        since=since(former, heir),
        change=ChangeKind.LAW if heir.by_law else ChangeKind.NONE,
        weight=matter.weight - _LESS,
        points=(*matter.points, *rest),
        listed=former.listed,
        years=(*former.listed.told, year),
    )


def since(former: Matter, heir: Heir) -> str:
    """What a matter is told beside, and how long that was listed."""
    if not heir.by_law:
        return f"{former.quote.place.year} has this heading with other points ({former.since})"
    return f"perhaps in place of “{former.label}” ({former.since})"
