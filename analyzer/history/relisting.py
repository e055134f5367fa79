"""What speaks for "not newly listed, but listed again", as named figures over a passage's scores."""

from __future__ import annotations

import numpy as np

from analyzer.history.classifiers import log_odds
from analyzer.history.shelf import Floats

_EDGE = 1e-3


def names() -> tuple[str, ...]:
    """The names of the figures, in the model's order."""
    return ("listed_before", "steadily", "regained", "listed_lately")


def row(listed: Floats, regained: Floats, column: int) -> Floats:
    """The figures of one passage from its chances per edition; those before `column` are further back.

    `listed_before` is the log-odds of the likeliest edition further back, `steadily` the mean of the three likeliest
    (a matter that was listed stood there for years, chance likeness does not), `regained` the share of words that the
    latest edition lacks and one passage further back has together, `listed_lately` the log-odds of the latest edition.
    """
    before = np.sort(listed[:column])[::-1][:3] if column else np.zeros(1, np.float32)
    *odds, lately = log_odds(np.append(before, listed[column]), _EDGE).tolist()
    again = float(regained[:column].max()) if column else 0.0
    return np.array([odds[0], sum(odds) / len(odds), again, lately], np.float32)


def likeliest(listed: Floats, regained: Floats, column: int) -> int:
    """The edition further back that most likely has the matter: by its chance and the words it regains."""
    return int(np.argmax(listed[:column] + regained[:column]))
