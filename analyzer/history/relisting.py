"""What speaks for "not newly listed, but listed again", as named figures over a passage's scores."""

from __future__ import annotations

import numpy as np

from analyzer.history.shelf import Floats

_EDGE = 1e-3


def names() -> tuple[str, ...]:
    """The names of the figures, in the model's order."""
    return ("listed_before", "regained", "listed_lately")


def row(listed: Floats, regained: Floats, column: int) -> Floats:
    """The figures of one passage from its chances per edition; those before `column` are further back.

    `listed_before` is the log-odds of the likeliest edition further back, `regained` the share of words that the
    latest edition lacks and one passage further back has together, `listed_lately` the log-odds of the latest edition.
    """
    if column == 0:
        return np.array([_log_odds(0.0), 0.0, _log_odds(float(listed[column]))], np.float32)
    before = float(listed[:column].max())
    return np.array([_log_odds(before), float(regained[:column].max()), _log_odds(float(listed[column]))], np.float32)


def likeliest(listed: Floats, regained: Floats, column: int) -> int:
    """The edition further back that speaks of the matter most likely: by its chance and by the words that it regains."""
    return int(np.argmax(listed[:column] + 2 * regained[:column]))


def _log_odds(chance: float) -> float:
    held = min(max(chance, _EDGE), 1 - _EDGE)
    return float(np.log(held / (1 - held)))
