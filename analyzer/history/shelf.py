"""One economy's passages, edition by edition, as weighted word vectors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from analyzer.history import words
from analyzer.history.background import Background
from analyzer.records import Passage
from analyzer.vocab import sections

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_PAIR = 0.5  # weight of two neighbouring words as against the mean of the two


@dataclass(frozen=True)
class Shelf:
    """The passages of one economy in order of year and place, and their vectors.

    `begins[k]` is the first passage of `years[k]`; sentences likewise. Rows of `sentences` and `passages` have length 1
    (cosines are dot products); rows of `stems` hold the squared weight of each stem, summing to 1 (covers are dot
    products with `present`).
    """

    order: tuple[Passage, ...]
    years: tuple[int, ...]
    begins: Ints
    of_sentence: Ints  # passage of each sentence
    sentence_begins: Ints
    sentences: sparse.csr_matrix
    passages: sparse.csr_matrix
    stems: sparse.csr_matrix
    present: sparse.csr_matrix
    sentence_mass: Floats
    mass: Floats  # summed weight of a passage's stems
    kinds: Ints  # kind of each passage's section, as a number
    index: dict[str, int] = field(repr=False)

    def span(self, year: int) -> slice:
        """Where the passages of a year stand."""
        k = self.years.index(year)
        return slice(int(self.begins[k]), int(self.begins[k + 1]))

    def sentence_span(self, year: int) -> slice:
        """Where the sentences of a year stand."""
        k = self.years.index(year)
        return slice(int(self.sentence_begins[k]), int(self.sentence_begins[k + 1]))


class _Rows:
    """Rows of a sparse matrix as they are gathered."""

    def __init__(self) -> None:
        self.at: list[int] = []
        self.weight: list[float] = []
        self.ends: list[int] = [0]

    def add(self, row: dict[int, float]) -> None:
        self.at.extend(row)
        self.weight.extend(row.values())
        self.ends.append(len(self.at))

    def matrix(self, width: int) -> sparse.csr_matrix:
        parts = (np.array(self.weight, np.float32), np.array(self.at, np.int32), np.array(self.ends, np.int64))
        return sparse.csr_matrix(parts, shape=(len(self.ends) - 1, width), dtype=np.float32)


def arrange(passages: Iterable[Passage], background: Background) -> Shelf:
    """The passages of one economy on a shelf, sorted by year and place."""
    order = tuple(sorted(passages, key=lambda p: (p.year, p.ordinal, p.id)))
    years = tuple(sorted({p.year for p in order}))
    vocabulary: dict[str, int] = {}
    weights: list[float] = []
    sentence_rows, heading_rows, stem_rows = _Rows(), _Rows(), _Rows()
    of_sentence: list[int] = []
    for place, passage in enumerate(order):
        own: dict[int, float] = {}
        for start, end in passage.sentences or ((0, len(passage.text)),):
            sentence = passage.text[start:end]
            of_sentence.append(place)
            sentence_rows.add(_vector(words.stems(sentence), vocabulary, weights, background, own))
        # What stands in a printed heading stands in the text itself where a report came without its layout.
        heading_rows.add(_vector(words.stems(" ".join(passage.heading[-1:])), vocabulary, weights, background, own))
        stem_rows.add(own)
    width = len(vocabulary)
    raw = sentence_rows.matrix(width)
    owners = np.array(of_sentence, np.int64)
    gather = sparse.csr_matrix(
        (np.ones(len(owners), np.float32), (owners, np.arange(len(owners)))), (len(order), len(owners))
    )
    summed = (gather @ raw + heading_rows.matrix(width)).tocsr()
    stems = stem_rows.matrix(width)
    firsts = np.array([next(i for i, p in enumerate(order) if p.year == y) for y in years] + [len(order)], np.int64)
    present = stems.copy()
    present.data[:] = 1.0
    return Shelf(
        order=order,
        years=years,
        begins=firsts,
        of_sentence=owners,
        sentence_begins=np.searchsorted(owners, firsts).astype(np.int64),
        sentences=unit(raw),
        passages=unit(summed),
        stems=shares(stems),
        present=present,
        sentence_mass=np.asarray(np.sqrt(raw.multiply(raw).sum(axis=1)), np.float32).ravel(),
        mass=np.asarray(stems.sum(axis=1), np.float32).ravel(),
        kinds=np.unique([sections.family(p.section) for p in order], return_inverse=True)[1].astype(np.int64),
        index={p.id: i for i, p in enumerate(order)},
    )


def _vector(
    found: Sequence[str],
    vocabulary: dict[str, int],
    weights: list[float],
    background: Background,
    own: dict[int, float],
) -> dict[int, float]:
    """A sentence's weights over single words and neighbouring pairs; single words are noted in `own`, too."""
    row: dict[int, float] = {}
    before: int | None = None
    for stem in found:
        at = vocabulary.get(stem)
        if at is None:
            at = vocabulary[stem] = len(vocabulary)
            weights.append(background.idf(stem) * (0.4 if words.is_year(stem) else 1.0))
        row[at] = weights[at]
        own[at] = weights[at] ** 2
        if before is not None:
            key = f"{before} {at}"
            pair = vocabulary.get(key)
            if pair is None:
                pair = vocabulary[key] = len(vocabulary)
                weights.append(_PAIR * (weights[before] + weights[at]) / 2)
            row[pair] = weights[pair]
        before = at
    return row


def unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows at length 1 (empty ones stay empty)."""
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return _scaled(matrix, length)


def shares(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows as shares that sum to 1 (empty ones stay empty)."""
    return _scaled(matrix, np.asarray(matrix.sum(axis=1)).ravel())


def _scaled(matrix: sparse.csr_matrix, by: npt.NDArray[np.floating]) -> sparse.csr_matrix:
    inverse = np.divide(1.0, by, out=np.zeros_like(by, dtype=np.float64), where=by > 0)
    return sparse.csr_matrix(sparse.diags(inverse) @ matrix, dtype=np.float32)
