"""Old and new wording side by side: what was added, what was removed, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from analyzer.briefs.brief import Wording

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
SHORTEST_SAME = 3  # a run of fewer equal tokens between two changes reads as part of the change


def compare(old: str, new: str) -> tuple[Wording, ...]:
    """The new text in stretches marked same or added, with removed words where they stood.

    Joined without the removed stretches it is `new`; without the added ones, and up to short equal runs, `old`.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    stretches: list[Wording] = []
    for tag, i, j, k, m in _runs(before, after):
        if tag == "equal":
            stretches.append(Wording("same", "".join(after[k:m])))
            continue
        if i < j:
            stretches.append(Wording("removed", "".join(before[i:j])))
        if k < m:
            stretches.append(Wording("added", "".join(after[k:m])))
    return tuple(stretch for stretch in stretches if stretch.text)


def alike(stretches: tuple[Wording, ...]) -> float:
    """The share of the text that both wordings have in common, between 0 and 1."""
    total = sum(len(stretch.text) for stretch in stretches)
    return sum(len(stretch.text) for stretch in stretches if stretch.kind == "same") / total if total else 1.0


def _runs(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    merged: list[tuple[str, int, int, int, int]] = []
    codes = matcher.get_opcodes()
    for index, (tag, i, j, k, m) in enumerate(codes):
        between = 0 < index < len(codes) - 1
        if tag == "equal" and between and len("".join(after[k:m]).split()) < SHORTEST_SAME:
            tag = "replace"
        kind = "equal" if tag == "equal" else "change"
        if merged and kind == "change" and merged[-1][0] == "change":
            _, first_i, _, first_k, _ = merged[-1]
            merged[-1] = ("change", first_i, j, first_k, m)
        else:
            merged.append((kind, i, j, k, m))
    return merged
