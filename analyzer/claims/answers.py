"""How a claim may stand against the editions held."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class Answer(StrEnum):
    """How a claim stands against the editions held."""

    TRUE = "true_as_far_as_held"  # in this edition, in none before that is held
    RELISTED = "relisted"  # in this edition and an older one, not in the one before
    ALREADY = "already_listed"  # in this edition and the one before
    DROPPED = "dropped"  # in an earlier edition, not in this one
    NOT_LISTED = "not_listed"  # in no edition held, or not in the one that the claim names
    UNTOLD = "cannot_be_told"

    @classmethod
    def of(cls, *, present: bool, before: Collection[int], compared: int) -> Answer:
        """The answer where an edition has something or not, by the editions before that have it.

        `compared` is the edition right before.
        """
        if not before:
            return cls.TRUE if present else cls.NOT_LISTED
        if not present:
            return cls.DROPPED
        return cls.ALREADY if max(before) >= compared else cls.RELISTED

    @property
    def present(self) -> bool:
        """Whether the edition that the claim speaks of has the matter."""
        return self in (Answer.TRUE, Answer.RELISTED, Answer.ALREADY)
