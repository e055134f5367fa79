"""How rightly it is told what an edition no longer describes, on passages of the edition before labelled by reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer import labelled
from analyzer.records import Verdict

LABELS = ("gone", "point", "stands", "none")
_FIELDS = {"passage", "economy", "next", "label", "sure", "drawn", "stands_for"}


@dataclass(frozen=True, slots=True)
class Left:
    """A passage of an edition, and what the next edition held makes of its matter: one of `LABELS`.

    `stands_for` is how many passages like it there are for each that was read.
    """

    passage: str
    economy: str
    next: int
    label: str
    sure: bool
    drawn: str
    stands_for: float


@dataclass(frozen=True, slots=True)
class Leavings:
    """Of passages drawn in one way how many are gone by reading, told as gone, and both; shares are so weighed."""

    drawn: str
    passages: int
    gone: int
    told: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None


def read(path: Path) -> tuple[Left, ...]:
    """The labels of a file of JSON lines. Raises AnalyzerError that names the line that is none."""
    return labelled.read(
        path,
        _label,
        needs=f"this is no label of a passage with {', '.join(sorted(_FIELDS))}.",
        remedy=f"labels are {', '.join(LABELS)}",
    )


def _label(row: Mapping[str, Any]) -> Left:
    label = Left(**{name: row[name] for name in _FIELDS})
    if label.label not in LABELS:
        raise ValueError(label.label)
    return label


def score(labels: Iterable[Left], dropped: Iterable[Verdict]) -> tuple[Leavings, ...]:
    """How many of the labelled passages are rightly told as gone by these verdicts, by how they were drawn.

    A point left out of a matter that goes on is not told as gone.
    """
    told = {(v.economy, v.year, v.passage_id) for v in dropped if not v.left_out}
    groups: dict[str, list[Left]] = {}
    for label in labels:
        groups.setdefault(label.drawn, []).append(label)
    return tuple(_counted(drawn, some, told) for drawn, some in sorted(groups.items()))


def _counted(drawn: str, labels: Sequence[Left], told: set[tuple[str, int, str]]) -> Leavings:
    gone = [one for one in labels if one.label == "gone"]
    said = [one for one in labels if (one.economy, one.next, one.passage) in told]
    right = [one for one in said if one.label == "gone"]
    in_right, in_said, in_gone = _mass(right), _mass(said), _mass(gone)
    return Leavings(
        drawn, len(labels), len(gone), len(said), len(right),
        precision=_share(in_right, in_said),
        recall=_share(in_right, in_gone),
        f1=_share(2 * in_right, in_said + in_gone),
    )  # fmt: skip


def _mass(labels: Iterable[Left]) -> float:
    return sum(one.stands_for for one in labels)


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 3) if whole else None
