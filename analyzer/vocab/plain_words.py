"""Words of a question that single out no matter, or none by themselves."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def stop() -> frozenset[str]:
    """Words that say nothing: "the", "of"."""
    return frozenset(word for line in _lines() if not line.startswith(("#", "+")) for word in line.split())


@cache
def general() -> frozenset[str]:
    """Words for whatever a report objects to: "requirements", "regime"."""
    return frozenset(word for line in _lines() if line.startswith("+") for word in line[1:].split())


def _lines() -> list[str]:
    return resources.files("analyzer.vocab").joinpath("plain_words.txt").read_text(encoding="utf-8").splitlines()
