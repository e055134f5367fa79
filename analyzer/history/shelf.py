"""One economy's passages, edition by edition, as weighted word vectors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from analyzer.history import numbering
from analyzer.history.background import Background
from analyzer.records import Passage
from analyzer.vocab import sections

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_RAREST = 6  # words that tell best what a passage is about


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
    neighbours: sparse.csr_matrix  # words that a passage and the next one both have: one row fewer
    sentence_mass: Floats
    kinds: Ints  # kind of each passage's section, as a number
    rarest: sparse.csr_matrix  # the weight of each passage's rarest words, summing to 1
    nearby: sparse.csr_matrix  # words of a passage and of those next to it in its edition
    headings: sparse.csr_matrix  # words and pairs of a passage's last heading, as shares
    meaning: Floats  # what a passage is about, as a vector of length 1: (passages, size)
    sentence_meaning: Floats  # the same of each sentence
    index: dict[str, int] = field(repr=False)

    def span(self, year: int) -> slice:
        """Where the passages of a year stand."""
        k = self.years.index(year)
        return slice(int(self.begins[k]), int(self.begins[k + 1]))

    def sentence_span(self, year: int) -> slice:
        """Where the sentences of a year stand."""
        k = self.years.index(year)
        return slice(int(self.sentence_begins[k]), int(self.sentence_begins[k + 1]))


def arrange(passages: Iterable[Passage], background: Background) -> Shelf:
    """The passages of one economy on a shelf, sorted by year and place."""
    order = tuple(sorted(passages, key=lambda p: (p.year, p.ordinal, p.id)))
    years = tuple(sorted({p.year for p in order}))
    counted = numbering.count(order, background)
    raw, stems = counted.sentences, counted.stems
    owners = counted.of_sentence
    gather = sparse.csr_matrix(
        (np.ones(len(owners), np.float32), (owners, np.arange(len(owners)))), (len(order), len(owners))
    )
    summed = (gather @ raw + counted.headings).tocsr()
    firsts = np.searchsorted(np.array([p.year for p in order], np.int64), [*years, np.iinfo(np.int64).max])
    present = stems.copy()
    present.data[:] = 1.0
    vectors = background.meaning(counted.words)
    return Shelf(
        order=order,
        years=years,
        begins=firsts.astype(np.int64),
        of_sentence=owners,
        sentence_begins=np.searchsorted(owners, firsts).astype(np.int64),
        sentences=unit(raw),
        passages=unit(summed),
        stems=shares(stems),
        present=present,
        neighbours=present[:-1].multiply(present[1:]).tocsr(),
        sentence_mass=lengths(raw).astype(np.float32),
        kinds=np.unique([sections.family(p.section) for p in order], return_inverse=True)[1].astype(np.int64),
        rarest=_rarest(stems),
        nearby=_nearby(present, firsts),
        headings=shares(counted.headings),
        meaning=length_one(summed[:, counted.word_columns] @ vectors),
        sentence_meaning=length_one(raw[:, counted.word_columns] @ vectors),
        index={p.id: i for i, p in enumerate(order)},
    )


def _rarest(stems: sparse.csr_matrix) -> sparse.csr_matrix:
    """The weights of each row's rarest words, as shares."""
    height, width = stems.shape
    row = np.repeat(np.arange(height), np.diff(stems.indptr))
    weight = np.zeros(width, np.float32)
    weight[stems.indices] = stems.data  # a stem weighs the same wherever it stands
    by_rarity = np.argsort(-weight, kind="stable")
    rank = np.empty(width, np.int64)
    rank[by_rarity] = np.arange(width)
    ranked = np.sort(row * width + rank[stems.indices]) - row * width
    kept = np.arange(len(row)) - stems.indptr[row] < _RAREST
    column = by_rarity[ranked[kept]]
    parts = (np.sqrt(weight[column]), (row[kept], column))
    return shares(sparse.csr_matrix(parts, shape=stems.shape, dtype=np.float32))


def _nearby(present: sparse.csr_matrix, firsts: Ints) -> sparse.csr_matrix:
    size = present.shape[0]
    meets = np.ones(max(0, size - 1), np.float32)  # whether a passage and the next one stand in one edition
    meets[firsts[1:-1] - 1] = 0.0
    found = (sparse.diags([meets, np.ones(size, np.float32), meets], [-1, 0, 1]) @ present).tocsr()
    found.data[:] = np.sign(found.data)
    return sparse.csr_matrix(found, dtype=np.float32)


def length_one(vectors: Floats) -> Floats:
    """The vectors at length 1 (those of length 0 stay so)."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-6), np.float32)


def rows(matrix: sparse.csr_matrix, span: slice) -> sparse.csr_matrix:
    """Rows that stand together, without a copy of what they hold."""
    ends = matrix.indptr[span.start : span.stop + 1]
    parts = (matrix.data[ends[0] : ends[-1]], matrix.indices[ends[0] : ends[-1]], ends - ends[0])
    return sparse.csr_matrix(parts, shape=(len(ends) - 1, matrix.shape[1]))


def columns(matrix: sparse.csr_matrix, span: slice) -> npt.NDArray[np.int32]:
    """The columns that rows which stand together have anything in, some of them more than once."""
    return np.asarray(matrix.indices[matrix.indptr[span.start] : matrix.indptr[span.stop]])


def unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows at length 1 (empty ones stay empty)."""
    return _scaled(matrix, lengths(matrix))


def shares(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows as shares that sum to 1 (empty ones stay empty)."""
    return _scaled(matrix, _sums(matrix, matrix.data))


def lengths(matrix: sparse.csr_matrix) -> npt.NDArray[np.float64]:
    """The lengths of the rows."""
    return np.sqrt(_sums(matrix, matrix.data.astype(np.float64) ** 2))


def _sums(matrix: sparse.csr_matrix, values: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """The sums of the rows' values; in double precision, so that they do not hang on where the rows lie in memory."""
    held = sparse.csr_matrix((values.astype(np.float64), matrix.indices, matrix.indptr), shape=matrix.shape)
    return np.asarray(held.sum(axis=1), np.float64).ravel()


def _scaled(matrix: sparse.csr_matrix, by: npt.NDArray[np.floating]) -> sparse.csr_matrix:
    inverse = np.divide(1.0, by, out=np.zeros_like(by, dtype=np.float64), where=by > 0)
    return sparse.csr_matrix(sparse.diags(inverse) @ matrix, dtype=np.float32)
