"""Old and new wording side by side: what was added, what was removed, word by word."""

from __future__ import annotations

import re

from analyzer.briefs.brief import Wording
from analyzer.queries.wordings import aligned

_TOUCHES = re.compile(r"\s|.[.,;:!?)\]’”%]")  # a blank stands there, or none before such a mark


def compare(old: str, new: str) -> tuple[Wording, ...]:
    """The new text in stretches marked same or added, with removed words where they stood.

    Joined without the removed stretches it is `new`; without the added ones, and up to blanks, `old`. A blank parts
    what was removed from what was added in its place.
    """
    stretches: list[Wording] = []
    for stretch in aligned(old, new):
        if stretch.same:
            stretches.append(Wording("same", stretch.new))
        else:
            gone = stretch.old if stretch.old.strip() or not stretch.new else ""  # no blank before a comma
            apart = " " if gone and stretch.new and not _TOUCHES.search(gone[-1] + stretch.new[0]) else ""
            stretches += [Wording("removed", gone + apart), Wording("added", stretch.new)]
    return tuple(stretch for stretch in stretches if stretch.text)


def alike(stretches: tuple[Wording, ...]) -> float:
    """The share of the text that both wordings have in common, between 0 and 1."""
    total = sum(len(stretch.text) for stretch in stretches)
    return sum(len(stretch.text) for stretch in stretches if stretch.kind == "same") / total if total else 1.0
