"""How likely it is that an edition speaks of a matter: a logistic regression over the signs, kept as plain numbers."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer import assets
from analyzer.claims.signs import NAMES
from analyzer.errors import ModelError

FILE = "claims.toml"
_RIDGE = 10.0  # penalty on large factors of signs put on one scale, chosen on economies left out
_STEPS = 50
_LEAST_SCALE = 1e-6  # of a sign that never changes


@dataclass(frozen=True, slots=True)
class Presence:
    """The factor of each sign, in the order of `signs.NAMES`, and the constant."""

    factors: tuple[float, ...]
    constant: float

    def likely(self, values: Sequence[float]) -> float:
        """The probability that an edition with these signs speaks of the matter."""
        return 1 / (1 + math.exp(-self.constant - sum(f * v for f, v in zip(self.factors, values, strict=True))))

    def as_row(self) -> dict[str, float]:
        """The factors by the names of their signs, and the constant."""
        return {**dict(zip(NAMES, self.factors, strict=True)), "constant": self.constant}


def fit(rows: Sequence[Sequence[float]], speaks: Sequence[bool], weights: Sequence[float]) -> Presence:
    """The regression over labelled editions: rows of signs (rows, signs), whether each speaks, and its weight."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    signs = np.asarray(rows, np.float64)
    mean, scale = signs.mean(axis=0), np.maximum(signs.std(axis=0), _LEAST_SCALE)
    model = LogisticRegression(C=1 / _RIDGE, solver="newton-cholesky", max_iter=_STEPS, tol=1e-9)
    model.fit((signs - mean) / scale, speaks, sample_weight=weights)
    factors = model.coef_[0] / scale
    constant = model.intercept_[0] - factors @ mean
    return Presence(tuple(round(float(f), 4) for f in factors), round(float(constant), 4))


def write(model: Presence, folder: Path) -> None:
    """Write the factors as a card."""
    lines = ['title = "Claims of the press: does an edition speak of the matter?"', "", "[factors]"]
    lines += [f"{name} = {factor}" for name, factor in model.as_row().items()]
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(folder: Path) -> Presence:
    """The factors in a folder. Raises ModelError where they are missing, malformed or made for other signs."""
    path = folder / FILE
    try:
        factors = tomllib.loads(path.read_text(encoding="utf-8"))["factors"]
        constant = float(factors.pop("constant"))
        numbers = {str(name): float(factor) for name, factor in factors.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"the factors for claims cannot be read ({error}).", where=str(path), remedy="Install the package again."
        ) from error
    if tuple(numbers) != NAMES or not all(map(math.isfinite, (*numbers.values(), constant))):
        raise ModelError(
            "the factors for claims were made for other signs.", where=str(path), remedy="Install the package again."
        )
    return Presence(tuple(numbers.values()), constant)


@cache
def shipped() -> Presence:
    """The factors that travel with the package."""
    return read(assets.models())
