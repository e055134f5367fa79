"""Old and new wording side by side: what was added, what was removed, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from analyzer.briefs.brief import Wording
from analyzer.briefs.quoting import words_of
from analyzer.outline import split_sentences
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


def settled(
    stretches: Iterable[Wording], *, said: Callable[[str], bool], says: Callable[[str], bool]
) -> tuple[Wording, ...]:
    """The stretches without what was not added and not removed, since it stood, or stands, elsewhere in the edition.

    `said` is whether the edition before says a text somewhere, `says` whether this one does. Words that were struck out
    in another place were moved.
    """
    held = tuple(stretches)
    moved = frozenset(word for one in held if one.kind == "removed" for word in words_of(one.text))
    found: list[Wording] = []
    for stretch in held:
        for part in _sentences(stretch):
            if part.kind == "removed" and says(part.text):
                continue
            stands = part.kind == "added" and (said(part.text) or words_of(part.text) <= moved)
            kind = "same" if stands and words_of(part.text) else part.kind
            if found and found[-1].kind == kind:
                part = Wording(kind, found.pop().text + part.text)
            found.append(Wording(kind, part.text))
    return tuple(found)


def _sentences(stretch: Wording) -> Iterator[Wording]:
    """The stretch cut where its sentences begin; what did not change is left whole."""
    begins = [0] if stretch.kind == "same" else [0, *(start for start, _ in split_sentences(stretch.text)[1:])]
    for start, end in zip(begins, [*begins[1:], len(stretch.text)], strict=True):
        yield Wording(stretch.kind, stretch.text[start:end])


def alike(stretches: tuple[Wording, ...]) -> float:
    """The share of the text that both wordings have in common, between 0 and 1."""
    total = sum(len(stretch.text) for stretch in stretches)
    return sum(len(stretch.text) for stretch in stretches if stretch.kind == "same") / total if total else 1.0
