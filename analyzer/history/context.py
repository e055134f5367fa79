"""How a passage hangs together with its neighbours in the same edition: what leads, what follows on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from analyzer.history.shelf import Floats, Shelf, length_one
from analyzer.records import Passage

STEPS = (-2, -1, 1, 2)  # near passages whose meaning counts
_REACH = 3  # passages to either side that may belong to the same matter

# A passage that opens so leans on the one before it.
_LEANS = re.compile(
    r"^\W*(?:(?:it|they|he|she|this|these|those|such|both)\b|however\b|in addition\b|additionally\b|moreover\b|"
    r"furthermore\b|for example\b|for instance\b|as a result\b|in response\b|in particular\b|specifically\b|"
    r"under (?:this|these|the (?:new|proposed|revised|amended))\b|while\b|although\b|also\b|nevertheless\b|"
    r"nonetheless\b|"
    r"meanwhile\b|subsequently\b|similarly\b|likewise\b|since then\b|as of\b|to date\b|"
    r"the (?:new |draft |proposed |revised )?(?:law|decree|measure|regulation|ministry|agency|government|program|"
    r"policy|"
    r"rule|requirement|bill|act|order|tax|ban|amendment|legislation|standard)s?\b|"
    r"(?:in|on|by|during|since) (?:(?:early|mid|late|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b.{0,10})?(?:19|20)\d\d\b)",
    re.IGNORECASE,
)

# Its first words speak of what has been named before.
_REFERS = re.compile(
    r"^(?:\S++\s++){0,7}?\W*+(?:this|these|those|such|its?|they|their|"
    r"the (?:law|decree|measure|regulation|bill|act|order|ban|tax|new|draft|proposed|amended|amendments?|proposal|"
    r"directive|system|agreement|compan(?:y|ies)|commission|ministry|agency|tariff|fee|requirements?|standards?|rules?|"
    r"program|policy|legislation))\b",
    re.IGNORECASE,
)
_TIED = 0.2  # cohesion that passages in a row of one matter have at least
_CLOSE = 0.3  # likeness in meaning that they have where nothing refers back


def leans(passage: Passage) -> bool:
    """Whether the passage's opening refers back to what stands before it."""
    return _LEANS.match(passage.text) is not None


def together(first: Passage, second: Passage) -> bool:
    """Whether two passages stand under the same section and headings of the same edition."""
    same_place = first.year == second.year and first.chapter == second.chapter
    return same_place and first.section == second.section and first.heading == second.heading


def joined(order: Sequence[Passage]) -> npt.NDArray[np.bool_]:
    """For each passage of an edition, whether it stands together with the one before it."""
    return np.array([k > 0 and together(order[k - 1], passage) for k, passage in enumerate(order)], bool)


def cohesion(shelf: Shelf, here: slice) -> Floats:
    """How strongly each passage of an edition belongs with each near one: (passages, 2 * reach + 1)."""
    rows, order = shelf.passages[here], shelf.order[here]
    size = len(order)
    numbers: dict[tuple[object, ...], int] = {}
    places = np.array([numbers.setdefault((p.chapter, p.section, p.heading), len(numbers)) for p in order])
    ties = np.zeros((size, 2 * _REACH + 1), np.float32)
    for step in range(1, min(_REACH + 1, size)):
        alike = np.asarray(rows[:-step].multiply(rows[step:]).sum(axis=1), np.float32).ravel()
        tie = np.minimum(1.0, 3 * alike.astype(np.float64))
        near = np.flatnonzero(places[:-step] == places[step:])
        for place in near if step == 1 else ():
            tie[place] += (0.3 if leans(order[place + 1]) else 0.0) + (0.3 if order[place].heading else 0.0)
        ties[near, _REACH + step] = ties[near + step, _REACH - step] = np.minimum(1.0, tie[near])
    return ties


def closeness(shelf: Shelf, here: slice) -> Floats:
    """How alike in meaning each passage of an edition is to those near it in the same section: (passages, steps)."""
    common = shelf.meaning[: here.stop].mean(axis=0)
    own = length_one(shelf.meaning[here] - common)
    places: dict[tuple[str, str], int] = {}  # numbered from 1: 0 is no place
    kinds = np.array([places.setdefault((p.chapter, p.section), len(places) + 1) for p in shelf.order[here]])
    found = np.zeros((len(own), len(STEPS)), np.float32)
    for at, step in enumerate(STEPS):
        same = shifted(kinds, step) == kinds
        found[:, at] = np.where(same, (own * shifted(own, step)).sum(axis=1), 0.0)
    return found


def shifted(values: npt.NDArray[Any], step: int) -> npt.NDArray[Any]:
    """For each place, the value `step` places on; zero where there is none."""
    found = np.zeros_like(values)
    if abs(step) < len(values):
        if step > 0:
            found[:-step] = values[step:]
        else:
            found[-step:] = values[:step]
    return found


def leads(order: Sequence[Passage], ties: Floats, *, least: float) -> list[int]:
    """For each passage of an edition, the place of the passage that leads its matter (its own, where none does)."""
    lead = list(range(len(order)))
    for place in range(1, len(order)):
        if ties[place, _REACH - 1] >= least:
            lead[place] = lead[place - 1]
    return lead


def goes_on(order: Sequence[Passage], ties: Floats, near: Floats) -> list[bool]:
    """For each passage of an edition, whether it goes on about the matter of the one before it.

    `ties` are those of `cohesion`, `near` those of `closeness`. Of 716 passages read for the status labels, 77 of 100
    for which this holds follow on another passage, and it holds for 53 of 100 that do. What is told as one new matter
    hangs on `leads`, which asks for more words in common.
    """
    tied, alike = ties[:, _REACH - 1] >= _TIED, near[:, STEPS.index(-1)] >= _CLOSE
    return [
        bool(tied[k]) and (bool(alike[k]) or _REFERS.match(passage.text) is not None) for k, passage in enumerate(order)
    ]
