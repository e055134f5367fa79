"""Quick looks at a text that tell whether a slow pattern can match in it at all."""

from __future__ import annotations

from collections.abc import Iterable


def folded(text: str) -> str:
    """The text without case, so that whatever a pattern finds in the text regardless of case stands in it."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words stands in the text, be it within another word."""
    return any(word in text for word in words)
