"""What trained classifiers say, from the figures that they learnt.

scikit-learn loads for seconds, and checks its input anew at every call, which costs more than the sum itself. The
figures are those of `archive.read`; what is said here is what scikit-learn says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analyzer.history.shelf import Floats, Ints

Doubles = npt.NDArray[np.float64]
_LEAF = -1  # in place of children


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
    """Trees of yes-or-no questions, one after the other: a row goes left where its feature is at most the threshold."""

    roots: Ints
    feature: Ints  # of each node
    threshold: Doubles
    children: Ints  # (nodes, 2), left and right; _LEAF where there are none
    chance: Doubles  # of "yes" among what was learnt from and came to the node

    @classmethod
    def of(cls, forest: Mapping[str, Any]) -> Trees:
        """The trees of a forest. Raises ValueError where a tree does not lead from its root to leaves."""
        trees = [one["tree_"] for one in forest["estimators_"]]
        nodes = [tree["nodes"] for tree in trees]
        roots = np.cumsum([0, *map(len, nodes)])[:-1]
        return cls(
            roots=roots,
            feature=np.concatenate([held["feature"] for held in nodes]),
            threshold=np.concatenate([held["threshold"] for held in nodes]),
            children=np.concatenate([_children(held, int(root)) for held, root in zip(nodes, roots, strict=True)]),
            chance=np.concatenate([tree["values"][:, 0, 1] for tree in trees]),
        )

    def chances(self, rows: Floats) -> Floats:
        """The probability of "yes", the mean of what the trees say: (rows, features) -> (rows,)."""
        held = np.asarray(rows, np.float32)  # as the trees saw them when they learnt
        node = np.repeat(self.roots, len(held))
        row = np.tile(np.arange(len(held)), len(self.roots))
        under_way = np.flatnonzero(self.children[node, 0] != _LEAF)
        while len(under_way):
            at = node[under_way]
            right = held[row[under_way], self.feature[at]] > self.threshold[at]
            node[under_way] = at = self.children[at, right.astype(np.int64)]
            under_way = under_way[self.children[at, 0] != _LEAF]
        said = self.chance[node].reshape(len(self.roots), len(held))
        # One tree after the other, so that the last bits do not hang on how many rows there are.
        return np.asarray(np.cumsum(said, axis=0)[-1] / len(self.roots), np.float32)


def _children(nodes: npt.NDArray[np.void], root: int) -> Ints:
    """The children of a tree's nodes, which all stand after them, counted from the first node of all trees."""
    found: Ints = np.stack([nodes["left_child"], nodes["right_child"]], axis=1).astype(np.int64)
    inner = np.flatnonzero((found != _LEAF).any(axis=1))
    if (found[inner] <= inner[:, None]).any() or (found[inner] >= len(found)).any():
        raise ValueError("a tree that does not end")
    found[inner] += root
    return found
