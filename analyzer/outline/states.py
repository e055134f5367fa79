"""Which economies a passage is about: its chapter's own, and in a bloc's chapter the single states it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analyzer.records import Passage
from analyzer.vocab import economies, places

_FEW = 3  # a passage that names more states speaks of the bloc
_SHORT_NAME = re.compile(r"\(([A-Z][A-Z&]{1,9})\)")  # a body named in full and then shortened: "... Authority (TRA)"

_LEADING = re.compile(r"(\S+)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)  # the word before a name


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
    bodies = {m[1] for m in _SHORT_NAME.finditer(before.text) if _own(m, before.economies[1])}
    return any(re.search(rf"\b{re.escape(body)}\b", here.text) for body in bodies)


def _own(short: re.Match[str], state: str) -> bool:
    """Whether a name that is shortened here may be of the state: not one of the bloc, of a third or of several states.

    Others' bear another economy's name or stand right behind it ("the European Joint Aviation Authorities"); one of
    several states is an economy's name itself or is joined.
    """
    if economies.code_of(short[1]) is not None:
        return False
    text = short.string[: short.start()].rstrip()
    start = _begin(text, short[1])
    leading = _LEADING.search(text, 0, start)
    named = f"{leading[1] if leading else ''} {text[start:]}"
    bare = re.sub(r"s\b", "", named)  # where an apostrophe was lost: "the EUs office"
    others = {*economies.states_named(named), *economies.states_named(bare)} - {state}
    joined = leading is not None and leading[1].casefold().startswith("join")
    return not (others or joined or "European" in named)


def _begin(text: str, short: str) -> int:
    """Where the full name begins that ends a text and is then shortened.

    Its letters are sought from the end, the first at the beginning of a word (Schwartz and Hearst, 2003); where they
    are not found among the last words, as in a translated name, as many words as letters are taken.
    """
    letters = [c for c in short.casefold() if c.isalnum()]
    words = [m.start() for m in re.finditer(r"\S+", text)][-len(letters) - 5 :]
    at = len(text)
    for place, letter in reversed(list(enumerate(letters))):
        at = text.casefold().rfind(letter, 0, at)
        while at > 0 and place == 0 and text[at - 1].isalnum():
            at = text.casefold().rfind(letter, 0, at)
    found = max((w for w in words if w <= at), default=-1)
    return found if found >= 0 else words[-len(letters) :][0] if words else 0
