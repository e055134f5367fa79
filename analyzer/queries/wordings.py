"""Two wordings of a matter aligned, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"(?:^\s+)?(?:\w+|[^\w\s])\s*|^\s+$")  # a word or a mark, with the blanks after it
_SHORTEST_SAME = 3  # fewer equal words between two changes read as part of the change
_LONGEST = 12_000  # words and marks; beyond them only the ends that differ are found


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of both wordings: `same` up to blanks, or else what the older one has there and what the newer one."""

    same: bool
    old: str
    new: str


def aligned(old: str, new: str) -> tuple[Stretch, ...]:
    """Both wordings in stretches; those of a side, joined, are its text, and no two changes stand side by side."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Stretch] = []
    for same, a, b, c, d in _runs(before, after):
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if same and _tail(gone) != _tail(come):  # a change begins at the blank
            found += [Stretch(True, gone.rstrip(), come.rstrip()), Stretch(False, _tail(gone), _tail(come))]
        elif not same and gone and come and _tail(gone) == _tail(come):
            found += [Stretch(False, gone.rstrip(), come.rstrip()), Stretch(True, _tail(gone), _tail(come))]
        else:
            found.append(Stretch(same, gone, come))
    return tuple(_joined(s for s in found if s.old or s.new))


def in_common(stretches: Iterable[Stretch]) -> float:
    """The share of the shorter wording that the other one has, too, between 0 and 1; 0 where one is empty."""
    held = list(stretches)
    shorter = min(sum(len(s.old) for s in held), sum(len(s.new) for s in held))
    return sum(min(len(s.old), len(s.new)) for s in held if s.same) / shorter if shorter else 0.0


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def _joined(found: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours of one kind as one."""
    out: list[Stretch] = []
    for s in found:
        if out and out[-1].same == s.same:
            out[-1] = Stretch(s.same, out[-1].old + s.old, out[-1].new + s.new)
        else:
            out.append(s)
    return out


def _runs(before: Sequence[str], after: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    old, new = [t.strip() for t in before], [t.strip() for t in after]
    if len(old) + len(new) > _LONGEST:
        codes: Sequence[tuple[str, int, int, int, int]] = _ends(old, new)
    else:
        codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    merged: list[tuple[bool, int, int, int, int]] = []
    for index, (kind, a, b, c, d) in enumerate(codes):
        inner = 0 < index < len(codes) - 1
        same = kind == "equal" and not (inner and sum(t[0].isalnum() for t in old[a:b]) < _SHORTEST_SAME)
        if merged and not same and not merged[-1][0]:
            _, first_a, _, first_c, _ = merged[-1]
            merged[-1] = (False, first_a, b, first_c, d)
        else:
            merged.append((same, a, b, c, d))
    return merged


def _ends(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The same beginning and the same end of two long texts, and all between them as changed."""
    most, head, tail = min(len(old), len(new)), 0, 0
    while head < most and old[head] == new[head]:
        head += 1
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    b, d = len(old) - tail, len(new) - tail
    return [("equal", 0, head, 0, head), ("replace", head, b, head, d), ("equal", b, len(old), d, len(new))]
