"""Amounts and rates of a claim, beside those of the passages that speak of its matter."""

from __future__ import annotations

from collections.abc import Iterable

from analyzer.mentions.money import find_amounts
from analyzer.records import Label, Mention

_KINDS = frozenset({Label.MONEY, Label.PERCENT})


def lacking(claim: str, passages: Iterable[str]) -> tuple[str, ...]:
    """The amounts of money and percentages of a claim, as it words them, that none of the passages has."""
    said = [m for m in find_amounts(claim) if m.label in _KINDS]
    held = {_worth(m) for text in passages for m in find_amounts(text) if m.label in _KINDS} if said else set()
    return tuple(claim[m.start : m.end].strip() for m in said if _worth(m) not in held)


def _worth(mention: Mention) -> tuple[Label, str]:
    """The amount without its currency, which claims leave out or reckon in their own."""
    return mention.label, mention.norm.split()[0]
