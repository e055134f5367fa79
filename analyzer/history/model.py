"""The trained part: how likely a passage's matter stands in an earlier edition, and whether its substance changed.

A model is a small scikit-learn pipeline saved with skops beside a card (toml). A file made for other features than the
code has, or holding types that are not trusted, is refused.
"""

from __future__ import annotations

import hashlib
import io
import re
import tomllib
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import skops.io
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.exceptions import InconsistentVersionWarning
from sklearn.pipeline import Pipeline

from analyzer import assets
from analyzer.errors import ModelError
from analyzer.history import background, context, features, relisting, substance
from analyzer.history.background import Background
from analyzer.history.shelf import Floats

NAME = "history"
_ADDRESS = re.compile(r'("__id__": |"file": ")(\d+)')
_REMEDY = "Install the package again, or make the model anew with 'analyzer train'."
# What scikit-learn pipelines of ours consist of; anything else in a model file is refused.
_TRUSTED = [
    "numpy.dtype",
    "sklearn.ensemble._forest.ExtraTreesClassifier",
    "sklearn.linear_model._logistic.LogisticRegression",
    "sklearn.tree._classes.ExtraTreeClassifier",
    "sklearn.tree._tree.Tree",
]
_PARTS = ("matter", "latest", "relisting", "substance")
_EDGE = 0.02  # chances are kept this far from certainty
# The passage's own log-odds, those of its neighbours under the same headings, and whether none follows there.
BESIDE = ("own", "before", "after", "last")


@dataclass(frozen=True)
class Model:
    """The classifiers with their thresholds and the word counts that they were trained with."""

    matter: Pipeline  # features of a passage and an earlier edition -> is the matter in it?
    latest: ExtraTreesClassifier  # the same question, asked with more care of the edition compared with
    relisting: Pipeline  # scores of a passage that is not in the latest edition -> was it listed before that?
    substance: Pipeline  # features of a passage and its evidence -> did the substance change?
    thresholds: Mapping[str, float]
    words: Background
    card: Mapping[str, object] = field(default_factory=dict)
    _lines: Mapping[str, _Line] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lines = {name: _line(getattr(self, name)) for name in ("matter", "relisting", "substance")}
        object.__setattr__(self, "_lines", lines)

    def listed(self, table: Floats) -> Floats:
        """The probability that each passage's matter stands in each earlier edition."""
        return _probability(self._lines["matter"], table)

    def latest_odds(self, rows: Floats) -> Floats:
        """Log-odds, from the passages' own figures alone, that their matters stand in the edition compared with."""
        if not len(rows):
            return np.zeros(0, np.float32)
        return log_odds((self.listed(rows) + _by_trees(self.latest, rows)) / 2)

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
        return float(_probability(self._lines["relisting"], row[None, :])[0])

    def changed(self, table: Floats) -> Floats:
        """The probability that the substance of each passage changed against its evidence."""
        return _probability(self._lines["substance"], table)

    def contributions(self, row: Floats) -> list[tuple[str, float]]:
        """Each feature's share in the log-odds of one row, the weightiest first."""
        line = self._lines["matter"]
        parts = zip(features.names(), (line.scaled(row) * line.weights).tolist(), strict=True)
        return sorted(parts, key=lambda part: (-part[1], part[0]))


def _by_trees(forest: ExtraTreesClassifier, rows: Floats) -> Floats:
    """What `predict_proba` gives for the second class, without its threads and checks, which cost more."""
    held = np.ascontiguousarray(rows, np.float32)
    total = np.zeros(len(held), np.float64)
    for tree in forest.estimators_:
        total += tree.tree_.predict(held)[:, 1]
    return np.asarray(total / len(forest.estimators_), np.float32)


def log_odds(chances: npt.NDArray[np.floating[Any]]) -> Floats:
    """Chances on the scale of log-odds, kept away from certainty."""
    held = np.clip(chances.astype(np.float64), _EDGE, 1 - _EDGE)
    return np.asarray(np.log(held / (1 - held)), np.float32)


def beside_neighbours(odds: Floats, weights: Mapping[str, float]) -> Floats:
    """Calibrated chances (Platt 1999) from log-odds in the order of `BESIDE`: (passages, 4) -> (passages,)."""
    total = odds.astype(np.float64) @ np.array([weights[name] for name in BESIDE]) + weights["shift"]
    return np.asarray(1.0 / (1.0 + np.exp(-total)), np.float32)


@dataclass(frozen=True)
class _Line:
    """A logistic regression over standardised features, worked out here.

    scikit-learn checks its input anew at every call, which costs more than the sum itself.
    """

    mean: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    shift: float

    def scaled(self, rows: Floats) -> npt.NDArray[np.float64]:
        found: npt.NDArray[np.float64] = (rows.astype(np.float64) - self.mean) / self.scale
        return found


def _line(estimator: Pipeline) -> _Line:
    scaler, last = estimator[0], estimator[-1]
    return _Line(scaler.mean_, scaler.scale_, last.coef_[0], last.intercept_[0])


def _probability(line: _Line, table: Floats) -> Floats:
    flat = table.reshape(-1, table.shape[-1])
    if not len(flat):
        return np.zeros(table.shape[:-1], np.float32)
    found: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-(line.scaled(flat) @ line.weights + line.shift)))
    return found.reshape(table.shape[:-1]).astype(np.float32)


def save(model: Model, folder: Path) -> None:
    """Write the classifiers and the word counts into a folder; the card is written by training."""
    skops.io.dump({name: getattr(model, name) for name in _PARTS}, folder / f"{NAME}.skops")
    _canonical(folder / f"{NAME}.skops")
    background.write(model.words, folder)


def _canonical(path: Path) -> None:
    """Write the archive anew so that the same training gives the same bytes.

    skops names its parts by the addresses that objects happened to have, and stamps them with the time: the addresses
    become numbers in the order of their first use, the time a fixed one.
    """
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    numbers: dict[str, str] = {}
    schema = _ADDRESS.sub(
        lambda found: found[1] + numbers.setdefault(found[2], str(len(numbers) + 1)), parts.pop("schema.json").decode()
    )
    named = {f"{numbers[Path(name).stem]}.npy": _clean(content) for name, content in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in [*sorted(named.items()), ("schema.json", schema.encode())]:
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)


def _clean(content: bytes) -> bytes:
    """An array's file with zeros between the fields of its records, where trees leave whatever memory held."""
    held = np.load(io.BytesIO(content), allow_pickle=False)
    if held.dtype.names is None:
        return content
    filled = np.zeros(held.shape, held.dtype)
    for name in held.dtype.names:
        filled[name] = held[name]
    written = io.BytesIO()
    np.save(written, filled, allow_pickle=False)
    return written.getvalue()


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
            raise ModelError(f"the model was made for other features of '{part}'.", where=str(path), remedy=_REMEDY)
    if hashlib.sha256(content).hexdigest() != card.get("sha256"):
        raise ModelError("the model file is not the one that its card describes.", where=str(path), remedy=_REMEDY)
    parts = _trusted(content, path)
    return Model(
        parts["matter"],
        parts["latest"],
        parts["relisting"],
        parts["substance"],
        card["thresholds"],
        background.read(folder),
        card,
    )


def _trusted(content: bytes, path: Path) -> dict[str, Any]:
    try:
        strange = set(skops.io.get_untrusted_types(data=content)) - set(_TRUSTED)
        if strange:
            raise ModelError(
                f"the model file holds types that are not trusted: {', '.join(sorted(strange))}.", where=str(path)
            )
        with warnings.catch_warnings():
            # Every version that is allowed reads their numbers alike, and nothing but numbers is taken from them.
            warnings.simplefilter("ignore", InconsistentVersionWarning)
            parts = skops.io.loads(content, trusted=_TRUSTED)
    except ModelError:
        raise
    except Exception as error:  # skops raises many kinds on damaged files
        raise ModelError(f"the model file is damaged ({error}).", where=str(path), remedy=_REMEDY) from error
    if not isinstance(parts, dict) or set(parts) != set(_PARTS):
        raise ModelError("the model file does not hold the four classifiers.", where=str(path), remedy=_REMEDY)
    return parts


@cache
def shipped() -> Model:
    """The model that travels with the package."""
    return load(assets.models())
