"""Which economies a passage is about: its chapter's own, and in a bloc's chapter the single states it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analyzer.records import Passage
from analyzer.vocab import economies, places

_FEW = 3  # a passage that names more states speaks of the bloc
_SHORT_NAME = re.compile(r"\(([A-Z][A-Z&]{1,9})\)")  # a body named in full and then shortened: "... Authority (TRA)"


def economies_of(text: str, chapter: str, year: int, *, headings: Sequence[str] = ()) -> tuple[str, ...]:
    """The chapter's code first, then the single member states that the passage is about, sorted.

    A heading that names a member decides; otherwise the text does, where it names only a few. A text that names no
    state is about those whose cities, provinces or agencies it names.
    """
    members = economies.members(chapter, year)
    if not members:
        return (chapter,)
    for heading in reversed(headings):
        named = economies.states_named(heading, among=members)
        if named:
            return (chapter, *sorted(set(named)))
    named = economies.states_named(text, among=members) or places.states_of(text, among=members)
    return (chapter, *sorted(named)) if 0 < len(named) <= _FEW else (chapter,)


def follow(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages in their order; one that goes on about a body of the state spoken of right before is tied to it.

    In a bloc's chapter "the TRA" is Oman's where the passage before it, under the same headings and on Oman alone,
    introduced Oman's "Telecommunications Regulatory Authority (TRA)".
    """
    before: Passage | None = None
    for passage in passages:
        here = passage
        if before is not None and _goes_on(here, before):
            here = replace(here, economies=before.economies)
        yield here
        before = here


def _goes_on(here: Passage, before: Passage) -> bool:
    same = (here.chapter, here.section, here.heading) == (before.chapter, before.section, before.heading)
    if not same or len(before.economies) != 2 or len(here.economies) != 1:
        return False
    if economies.states_named(here.text, among=(here.chapter, *economies.members(here.chapter, here.year))):
        return False  # it speaks of the bloc, or of many states
    bodies = set(_SHORT_NAME.findall(before.text))
    return any(re.search(rf"\b{re.escape(body)}\b", here.text) for body in bodies)
