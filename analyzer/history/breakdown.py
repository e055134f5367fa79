"""Where statuses are right and where not: by era, by family of sections, by kind of source, and by kind of mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analyzer.history.evaluation import Scored
from analyzer.records import Status

_ANEW = (Status.NEW, Status.RELISTED)
# Separate reports on technical and sanitary barriers (2010-2014) part the second era from the first.
_ERAS = ((2009, "to 2009"), (2022, "2010-2022"), (9999, "from 2023"))


@dataclass(frozen=True)
class Group:
    """Precision, recall and F1 of "listed anew" over some gold passages; None where there is nothing to divide."""

    by: str
    name: str
    items: int
    anew: int
    precision: float | None
    recall: float | None
    f1: float | None


def groups(items: Sequence[Scored]) -> list[Group]:
    """The figures of all groups, those with more passages first."""
    ways: dict[str, Callable[[Scored], str]] = {
        "era": lambda i: next(name for last, name in _ERAS if i.year <= last),
        "section": lambda i: i.section,
        "source": lambda i: i.source,
    }
    found = []
    for by, of in ways.items():
        counts = Counter(of(i) for i in items)
        found += [_group(by, name, [i for i in items if of(i) == name]) for name, _ in counts.most_common()]
    return found


def mistakes(items: Sequence[Scored]) -> list[tuple[str, str, int]]:
    """True status, found status (or "lost") and how often the one was taken for the other, the commonest first."""
    wrong = Counter((str(i.truth), str(i.found or "lost")) for i in items if i.found is not i.truth)
    return [(truth, found, count) for (truth, found), count in wrong.most_common()]


def _group(by: str, name: str, items: Sequence[Scored]) -> Group:
    truth = [i.truth in _ANEW for i in items]
    told = [i.found in _ANEW for i in items]
    both = sum(t and g for t, g in zip(truth, told, strict=True))
    return Group(
        by, name, len(items), sum(truth), _share(both, sum(told)), _share(both, sum(truth)),
        _share(2 * both, sum(told) + sum(truth)),
    )  # fmt: skip


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
