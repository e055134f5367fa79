"""The trained part: how likely a passage's matter stands in an earlier edition, and whether its substance changed.

A model is made of small scikit-learn classifiers saved with skops beside a card (toml). A file made for other features
than the code has, or holding types that are not trusted, is refused; of the others the figures are taken, and nothing
that the file names is imported.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analyzer import assets
from analyzer.errors import ModelError
from analyzer.history import archive, background, context, features, relisting, substance
from analyzer.history.background import Background
from analyzer.history.classifiers import Line, Trees, log_odds
from analyzer.history.shelf import Floats

NAME = "history"
_REMEDY = "Install the package again, or make the model anew with 'analyzer train'."
# What scikit-learn pipelines of ours consist of; anything else in a model file is refused.
_TRUSTED = [
    "sklearn.ensemble._forest.ExtraTreesClassifier",
    "sklearn.linear_model._logistic.LogisticRegression",
    "sklearn.pipeline.Pipeline",
    "sklearn.preprocessing._data.StandardScaler",
    "sklearn.tree._classes.ExtraTreeClassifier",
    "sklearn.tree._tree.Tree",
]
PARTS = ("matter", "latest", "relisting", "substance")
EDGE = 0.02  # chances are kept this far from certainty
# The passage's own log-odds, those of its neighbours under the same headings, and whether none follows there.
BESIDE = ("own", "before", "after", "last")


@dataclass(frozen=True)
class Model:
    """The classifiers with their thresholds and the word counts that they were trained with."""

    matter: Line  # features of a passage and an earlier edition -> is the matter in it?
    latest: Trees  # the same question, asked with more care of the edition compared with
    relisting: Line  # scores of a passage that is not in the latest edition -> was it listed before that?
    substance: Line  # features of a passage and its evidence -> did the substance change?
    thresholds: Mapping[str, float]
    words: Background
    card: Mapping[str, object] = field(default_factory=dict)

    def listed(self, table: Floats) -> Floats:
        """The probability that each passage's matter stands in each earlier edition."""
        return self.matter.chances(table)

    def latest_odds(self, rows: Floats) -> Floats:
        """Log-odds, from the passages' own figures alone, that their matters stand in the edition compared with."""
        if not len(rows):
            return np.zeros(0, np.float32)
        return log_odds((self.listed(rows) + self.latest.chances(rows)) / 2, EDGE).astype(np.float32)

    def listed_latest(self, rows: Floats, joined: npt.NDArray[np.bool_]) -> Floats:
        """The calibrated probability that each passage's matter stands in the edition that it is compared with.

        `rows` are those of all passages of an edition in order, `joined` tells which stand together with the one
        before them (`context.joined`): a passage beside known matters is likelier to follow on one of them.
        """
        odds = self.latest_odds(rows)
        followed = np.append(joined[1:], False)
        before = np.where(joined, context.shifted(odds, -1), 0.0)
        after = np.where(followed, context.shifted(odds, 1), 0.0)
        return beside_neighbours(np.stack([odds, before, after, ~followed], axis=1), self.thresholds)

    def relisted(self, row: Floats) -> float:
        """The probability that a passage's matter, absent from the latest edition, was listed further back."""
        return float(self.relisting.chances(row[None, :])[0])

    def changed(self, table: Floats) -> Floats:
        """The probability that the substance of each passage changed against its evidence."""
        return self.substance.chances(table)

    def contributions(self, row: Floats) -> list[tuple[str, float]]:
        """Each feature's share in the log-odds of one row, the weightiest first."""
        parts = zip(features.names(), (self.matter.scaled(row) * self.matter.weights).tolist(), strict=True)
        return sorted(parts, key=lambda part: (-part[1], part[0]))


def beside_neighbours(odds: Floats, weights: Mapping[str, float]) -> Floats:
    """Calibrated chances (Platt 1999) from log-odds in the order of `BESIDE`: (passages, 4) -> (passages,)."""
    total = odds.astype(np.float64) @ np.array([weights[name] for name in BESIDE]) + weights["shift"]
    return np.asarray(1.0 / (1.0 + np.exp(-total)), np.float32)


def load(folder: Path) -> Model:
    """The model in a folder. Raises ModelError where it is missing, altered, not trusted, or of other features."""
    card_path, path = folder / f"{NAME}.toml", folder / f"{NAME}.skops"
    try:
        card = tomllib.loads(card_path.read_text(encoding="utf-8"))
        content = path.read_bytes()
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ModelError(f"the model cannot be read ({error}).", where=str(folder), remedy=_REMEDY) from error
    expected = {
        "matter": list(features.names()),
        "relisting": list(relisting.names()),
        "substance": list(substance.names()),
    }
    for part, wanted in expected.items():
        if card.get("features", {}).get(part) != wanted:
            raise _of_others(part, path)
    if hashlib.sha256(content).hexdigest() != card.get("sha256"):
        raise ModelError("the model file is not the one that its card describes.", where=str(path), remedy=_REMEDY)
    made = of(content, card["thresholds"], background.read(folder), where=str(path))
    for part, wanted in expected.items():
        if getattr(made, part).mean.shape != (len(wanted),):
            raise _of_others(part, path)
    return replace(made, card=card)


def _of_others(part: str, path: Path) -> ModelError:
    return ModelError(f"the model was made for other features of '{part}'.", where=str(path), remedy=_REMEDY)


def of(content: bytes, thresholds: Mapping[str, float], words: Background, *, where: str = NAME) -> Model:
    """The model of classifiers that have learnt, as `archive.written` gives them, in the order of `PARTS`.

    Raises ModelError where the content is damaged or holds types that are not trusted.
    """
    try:
        strange = archive.strange(content, _TRUSTED)
        parts = {} if strange else archive.read(content)
    except Exception as error:  # of many kinds on damaged files
        raise _damaged(error, where) from error
    if strange:
        raise ModelError(f"the model file holds types that are not trusted: {', '.join(strange)}.", where=where)
    if not isinstance(parts, dict) or set(parts) != set(PARTS):
        raise ModelError("the model file does not hold the four classifiers.", where=where, remedy=_REMEDY)
    try:
        return Model(
            matter=Line.of(parts["matter"]),
            latest=Trees.of(parts["latest"]),
            relisting=Line.of(parts["relisting"]),
            substance=Line.of(parts["substance"]),
            thresholds=thresholds,
            words=words,
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise _damaged(error, where) from error


def _damaged(error: Exception, where: str) -> ModelError:
    return ModelError(f"the model file is damaged ({error}).", where=where, remedy=_REMEDY)


@cache
def shipped() -> Model:
    """The model that travels with the package."""
    return load(assets.models())
