"""Labels made by reading: references to passages without their text.

One JSON object a line: `id, year, economy, sentences, label, evidence, sure, boilerplate`. A sentence is named by the
hash of its letters and digits, so that a label finds its passage however the report was cut into passages. `evidence`
lists earlier places of the same matter as objects with `year` and `sentences`. `matter` is the reader's short name of
the matter, `lead` the passage that opens it where that is another one, `second` what a second reader said on their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analyzer import labelled
from analyzer.history.rulings import standing
from analyzer.history.shelf import Shelf
from analyzer.records import Passage, Ruling, Status

STATUS = {"new": Status.NEW, "relisted": Status.RELISTED, "continued_changed": Status.CHANGED,
           "continued_same": Status.CONTINUED}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Sentences of one edition, by hash."""

    year: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage read by a person: its status, and where earlier editions speak of its matter."""

    id: str
    economy: str
    at: Place
    status: Status
    evidence: tuple[Place, ...]
    sure: bool
    boilerplate: bool
    reader: str = ""


def read(path: Path) -> tuple[Labelled, ...]:
    """The labels in a file, in its order. Raises AnalyzerError that names the line that is none."""
    return labelled.read(
        path,
        _labelled,
        needs="a label needs id, year, economy, sentences and a label.",
        remedy=f"labels are {', '.join(STATUS)}",
    )


def _labelled(row: dict[str, object]) -> Labelled:
    evidence = row.get("evidence") or []
    places = [_place(e) for e in evidence if isinstance(e, dict)] if isinstance(evidence, list) else []
    return Labelled(
        id=str(row["id"]),
        economy=str(row["economy"]),
        at=_place(row),
        status=STATUS[str(row["label"])],
        evidence=tuple(places),
        sure=bool(row.get("sure", True)) and _agreed(row),
        boilerplate=bool(row.get("boilerplate", False)),
        reader=str(row.get("reader", "")),
    )


def _agreed(row: dict[str, object]) -> bool:
    """Whether a second reader, where there was one, answered the first question (listed anew or not) alike."""
    second = row.get("second")
    if not isinstance(second, dict):
        return True
    anew = (Status.NEW, Status.RELISTED)
    return (STATUS[str(row["label"])] in anew) == (STATUS[str(second["label"])] in anew)


def _place(row: dict[str, object]) -> Place:
    sentences = row.get("sentences")
    return Place(int(str(row["year"])), tuple(str(s) for s in sentences) if isinstance(sentences, list) else ())


def from_rulings(rulings: Iterable[Ruling], passages: Mapping[str, Passage]) -> tuple[Labelled, ...]:
    """People's rulings on statuses as labels, in order; `passages` by id.

    Earlier passages that a person called the same matter are their evidence. A ruling on a pair alone tells no status,
    and one on a passage that is not held tells nothing: both are left out, as are those withdrawn.
    """
    told = standing(rulings)
    same: dict[tuple[str, str], list[Passage]] = {}
    for ruling in told:
        if ruling.decision == "same" and ruling.against is not None and ruling.against in passages:
            same.setdefault((ruling.about, ruling.economy), []).append(passages[ruling.against])
    last = {(r.about, r.economy): r for r in told if r.against is None and r.about in passages}
    return tuple(
        Labelled(
            id=f"ruling-{about}-{economy}",
            economy=economy,
            at=_place_of(passages[about]),
            status=Status(ruling.decision),
            evidence=tuple(_place_of(p) for p in same.get((about, economy), ())),
            sure=True,
            boilerplate=False,
            reader=ruling.by,
        )
        for (about, economy), ruling in last.items()
    )


def _place_of(passage: Passage) -> Place:
    return Place(passage.year, tuple(labelled.fingerprint(passage.text[a:b]) for a, b in passage.sentences))


def index(passages: Iterable[Passage]) -> dict[tuple[int, str], list[str]]:
    """For each year and sentence hash, the ids of the passages that hold the sentence."""
    found: dict[tuple[int, str], list[str]] = {}
    for passage in passages:
        for start, end in passage.sentences:
            found.setdefault((passage.year, labelled.fingerprint(passage.text[start:end])), []).append(passage.id)
    return found


def locate(place: Place, by_hash: dict[tuple[int, str], list[str]], shelf: Shelf) -> Sequence[int]:
    """The places on the shelf of the passages that hold any of the sentences, in order."""
    ids = {i for s in place.sentences for i in by_hash.get((place.year, s), ())}
    return sorted(shelf.index[i] for i in ids if i in shelf.index)
