"""What trained classifiers say, from the figures that they learnt.

scikit-learn's own objects check their input anew at every call, which costs more than the sum itself. The figures are
those of `archive.read`; what is said here is what scikit-learn says, to the bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from analyzer.history.shelf import Floats

if TYPE_CHECKING:
    from sklearn.tree._tree import Tree

Doubles = npt.NDArray[np.float64]
_LEAF = -1  # in place of children


def log_odds(chances: npt.NDArray[np.floating[Any]], edge: float) -> Doubles:
    """Chances on the scale of log-odds, kept so far away from certainty."""
    held = np.clip(chances.astype(np.float64), edge, 1 - edge)
    found: Doubles = np.log(held / (1 - held))
    return found


@dataclass(frozen=True)
class Line:
    """A logistic regression over standardised features."""

    mean: Doubles
    scale: Doubles
    weights: Doubles
    shift: float

    @classmethod
    def of(cls, pipeline: Mapping[str, Any]) -> Line:
        """The line of a pipeline of a scaler and a logistic regression."""
        (_, scaler), (_, last) = pipeline["steps"]
        return cls(scaler["mean_"], scaler["scale_"], last["coef_"][0], last["intercept_"][0])

    def scaled(self, rows: Floats) -> Doubles:
        """The features, each with mean 0 and variance 1 over what was learnt from."""
        found: Doubles = (rows.astype(np.float64) - self.mean) / self.scale
        return found

    def chances(self, table: Floats) -> Floats:
        """The probability of "yes" for rows of features: (..., features) -> (...)."""
        flat = table.reshape(-1, table.shape[-1])
        if not len(flat):
            return np.zeros(table.shape[:-1], np.float32)
        found: Doubles = 1.0 / (1.0 + np.exp(-(self.scaled(flat) @ self.weights + self.shift)))
        return found.reshape(table.shape[:-1]).astype(np.float32)


@dataclass(frozen=True)
class Trees:
    """Trees of yes-or-no questions, as scikit-learn walks them, without the threads and checks of its forests."""

    trees: tuple[Tree, ...]

    @classmethod
    def of(cls, forest: Mapping[str, Any]) -> Trees:
        """The trees of a forest. Raises ValueError where a tree does not lead from its root to leaves."""
        return cls(tuple(_tree(one["tree_"], forest["n_features_in_"]) for one in forest["estimators_"]))

    def chances(self, rows: Floats) -> Floats:
        """The probability of "yes", the mean of what the trees say: (rows, features) -> (rows,)."""
        held = np.ascontiguousarray(rows, np.float32)  # as the trees saw them when they learnt
        total = np.zeros(len(held), np.float64)
        for tree in self.trees:
            total += tree.predict(held)[:, 1]
        return np.asarray(total / len(self.trees), np.float32)


def _tree(held: Mapping[str, Any], features: int) -> Tree:
    """One tree, whose children all stand after their parents and whose questions are about features there are."""
    from sklearn.tree._tree import Tree

    nodes, places = held["nodes"], np.arange(len(held["nodes"]))
    inner = nodes["left_child"] != _LEAF
    for side in ("left_child", "right_child"):
        child = nodes[side]
        if (
            (child[inner] <= places[inner]).any()
            or (child[inner] >= len(nodes)).any()
            or (child[~inner] != _LEAF).any()
        ):
            raise ValueError("a tree that does not end")
    if (nodes["feature"][inner] < 0).any() or (nodes["feature"][inner] >= features).any():
        raise ValueError("a tree of other features")
    made = Tree(features, np.array([2], np.intp), 1)
    made.__setstate__({name: held[name] for name in ("max_depth", "node_count", "nodes", "values")})
    return made
