"""Whose doings a sentence tells: the economies that its beginning names."""

from __future__ import annotations

from analyzer.records import Passage
from analyzer.vocab import economies

BEGINNING = 60  # characters within which a sentence names its subject


def named_first(sentence: str) -> tuple[str, ...]:
    """The economies that a sentence names where its subject stands."""
    return economies.states_named(sentence[:BEGINNING])


def is_own(sentence: str, passage: Passage) -> bool:
    """Whether a sentence names there the economy that its passage is about."""
    return not {passage.chapter, *passage.economies}.isdisjoint(named_first(sentence))
