"""Which economies a passage is about: its chapter's own, and in a bloc's chapter the single states it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.vocab import economies

_FEW = 3  # a passage that names more states speaks of the bloc


def economies_of(text: str, chapter: str, year: int, *, headings: Sequence[str] = ()) -> tuple[str, ...]:
    """The chapter's code first, then the single member states that the passage is about, sorted.

    A heading that names a member decides; otherwise the text does, where it names only a few.
    """
    members = economies.members(chapter, year)
    if not members:
        return (chapter,)
    for heading in reversed(headings):
        named = economies.states_named(heading, among=members)
        if named:
            return (chapter, *sorted(set(named)))
    named = tuple(sorted(set(economies.states_named(text, among=members))))
    return (chapter, *named) if 0 < len(named) <= _FEW else (chapter,)
