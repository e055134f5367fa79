"""How a passage hangs together with its neighbours in the same edition: what leads, what follows on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from analyzer.history.shelf import Floats, Shelf
from analyzer.records import Passage

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


def leans(passage: Passage) -> bool:
    """Whether the passage's opening refers back to what stands before it."""
    return _LEANS.match(passage.text) is not None


def together(first: Passage, second: Passage) -> bool:
    """Whether two passages stand under the same section and headings of the same edition."""
    same_place = first.year == second.year and first.chapter == second.chapter
    return same_place and first.section == second.section and first.heading == second.heading


def cohesion(shelf: Shelf, here: slice) -> Floats:
    """How strongly each passage of an edition belongs with each near one: (passages, 2 * reach + 1)."""
    rows = shelf.passages[here]
    size = here.stop - here.start
    ties = np.zeros((size, 2 * _REACH + 1), np.float32)
    for step in range(1, _REACH + 1):
        if step >= size:
            break
        alike = np.asarray(rows[:-step].multiply(rows[step:]).sum(axis=1), np.float32).ravel()
        for place in range(size - step):
            first, second = shelf.order[here.start + place], shelf.order[here.start + place + step]
            if not together(first, second):
                continue
            tie = min(1.0, 3 * float(alike[place])) + (0.3 if step == 1 and leans(second) else 0.0)
            tie += 0.3 if first.heading and step == 1 else 0.0
            ties[place, _REACH + step] = ties[place + step, _REACH - step] = min(1.0, tie)
    return ties


def drawn(values: Floats, ties: Floats) -> Floats:
    """For each passage, the highest of its neighbours' values, each times the tie to that neighbour."""
    best = np.zeros_like(values)
    for step in [s for s in range(-_REACH, _REACH + 1) if s]:
        shifted = np.zeros_like(values)
        if step > 0:
            shifted[:-step] = values[step:]
        else:
            shifted[-step:] = values[:step]
        best = np.maximum(best, shifted * ties[:, _REACH + step : _REACH + step + 1])
    return best


def leads(order: Sequence[Passage], ties: Floats, *, least: float) -> list[int]:
    """For each passage of an edition, the place of the passage that leads its matter (its own, where none does)."""
    lead = list(range(len(order)))
    for place in range(1, len(order)):
        if ties[place, _REACH - 1] >= least:
            lead[place] = lead[place - 1]
    return lead
