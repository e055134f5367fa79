"""How alike an edition's passages are to what each earlier edition holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from analyzer.history.shelf import Floats, Ints, Shelf, columns, length_one, lengths, rows, shares, unit

try:  # four times as quick as SciPy's product, to the same bits; older versions of scikit-learn lack it
    from sklearn.utils.sparsefuncs import sparse_matmul_to_dense as _to_dense
except ImportError:  # pragma: no cover
    _to_dense = None

_CELLS = 2**20  # of a table of sentences by sentences: 4 MB


@dataclass(frozen=True)
class Likeness:
    """Figures of shape (passages of the year, earlier editions), and the earlier passage that each refers to."""

    year: int
    earlier: tuple[int, ...]
    word: Floats  # best cosine with one passage
    cover: Floats  # best share of the own words' weight found in one passage and its next neighbour
    sentence_mean: Floats  # best cosines of the single sentences, averaged by weight
    partner: Ints  # the passage with the best mean of word cosine and cover
    # Share of the own words' weight that the last of these editions lacks and a passage of this one has.
    regained: Floats
    stands_out: Floats  # how much better the best passage matches than the third best
    unrivalled: Floats  # 0; less by as much as another passage of the year matches the best passage better
    meaning: Floats  # best likeness in meaning with one passage
    meaning_mean: Floats  # best likenesses in meaning of the single sentences, averaged by weight
    rarest_near: Floats  # share of its rarest words found in the best passage or next to it
    headed: Floats  # share of its heading found in the edition, from -1 (nothing) to 1; 0 without a heading
    sentence_partner: Ints  # passage of the best counterpart of each sentence: (sentences, editions)
    sentence_score: Floats


def compare(shelf: Shelf, year: int, *, against: range | None = None) -> Likeness:
    """Compare the passages of a year with every earlier edition on the shelf, or with a run of `shelf.years`.

    A few editions at a time, so that the tables of passages by passages stay small however many editions there are.
    """
    editions = range(shelf.years.index(year)) if against is None else against
    if not editions:
        return _nothing(shelf, year)
    own = _own(shelf, year, editions)
    parts = [_against(shelf, year, own, some) for some in _runs(shelf, year, editions)]
    return Likeness(
        year=year,
        earlier=tuple(shelf.years[e] for e in editions),
        **{name: np.concatenate([part[name] for part in parts], axis=1) for name in parts[0]},
    )


def _runs(shelf: Shelf, year: int, editions: range) -> Iterator[range]:
    """Runs of editions whose sentences beside those of the year make a table that is not too large."""
    span, begins = shelf.sentence_span(year), shelf.sentence_begins
    most = _CELLS // max(1, span.stop - span.start)
    first = editions.start
    for edition in editions:
        if edition > first and begins[edition + 1] - begins[first] > most:
            yield range(first, edition)
            first = edition
    yield range(first, editions.stop)


def _against(shelf: Shelf, year: int, own: _Own, editions: range) -> dict[str, Floats | Ints]:
    """The figures of a `Likeness` with a run of editions."""
    here = shelf.span(year)
    there = slice(int(shelf.begins[editions.start]), int(shelf.begins[editions.stop]))
    starts = shelf.begins[editions.start : editions.stop] - there.start
    word = _dense(own.passages, _unit_weighed(rows(shelf.passages, there), own.rarity))
    present = rows(shelf.present, there)
    window = _windows(own.stems, present, rows(shelf.neighbours, slice(there.start, there.stop - 1)), starts)
    blend = np.asarray((word + window) / 2, np.float32)
    partner = _best_at(blend, starts)
    at_window = _best_at(window + 1e-3 * word, starts)
    each = np.arange(word.shape[0])[:, None]
    score, where = _sentences(shelf, year, editions)
    of = shelf.of_sentence[shelf.sentence_span(year)] - here.start
    mean = _by_passage(score, of, shelf.sentence_mass[shelf.sentence_span(year)], word.shape[0])
    meaning, meaning_mean = _meanings(shelf, year, own, editions)
    return {
        "word": np.maximum.reduceat(word, starts, axis=1),
        "cover": window[each, at_window],
        "sentence_mean": mean,
        "partner": partner + there.start,
        "regained": np.maximum.reduceat(_dense(own.absent, present), starts, axis=1),
        "stands_out": _standing_out(blend, starts),
        "unrivalled": np.asarray(blend[each, partner] - blend.max(axis=0)[partner], np.float32),
        "meaning": meaning,
        "meaning_mean": meaning_mean,
        "rarest_near": _dense(shelf.rarest[here], rows(shelf.nearby, there))[each, partner],
        "headed": _headed(shelf, here, editions),
        "sentence_partner": where,
        "sentence_score": score,
    }


@dataclass(frozen=True)
class _Own:
    """A year's passages as vectors in which words that this economy's chapters use all over weigh less."""

    rarity: Floats  # the weight of each word
    passages: sparse.csr_matrix
    stems: sparse.csr_matrix
    absent: sparse.csr_matrix  # those of `stems` that the last of the editions compared with lacks
    common: Floats  # what all passages of the economy up to then have in common in meaning
    meaning: Floats  # of each passage, without that
    sentence_meaning: Floats


def _own(shelf: Shelf, year: int, editions: range) -> _Own:
    here, sentences = shelf.span(year), shelf.sentence_span(year)
    there = slice(int(shelf.begins[editions.start]), int(shelf.begins[editions.stop]))
    common = shelf.meaning[: max(here.stop, there.stop)].mean(axis=0)
    size = max(2, there.stop - there.start)  # of a single passage all words would be common
    spread = np.bincount(columns(shelf.passages, there), minlength=shelf.passages.shape[1])
    rarity = (np.log((size + 1) / (spread + 1)) / np.log(size + 1)).astype(np.float32)
    weights = sparse.diags(rarity)
    stems = shares(shelf.stems[here] @ weights)
    lacking = np.ones(shelf.present.shape[1], np.float32)
    lacking[columns(shelf.present, slice(int(shelf.begins[editions.stop - 1]), there.stop))] = 0.0
    return _Own(
        rarity=rarity,
        passages=unit(shelf.passages[here] @ weights),
        stems=stems,
        absent=(stems @ sparse.diags(lacking)).tocsr().astype(np.float32),
        common=common,
        meaning=length_one(shelf.meaning[here] - common),
        sentence_meaning=length_one(shelf.sentence_meaning[sentences] - common),
    )


def _unit_weighed(matrix: sparse.csr_matrix, weights: Floats) -> sparse.csr_matrix:
    """The rows with their columns weighed, at length 1: no more than two passes over them, for they are many."""
    held = matrix.data * weights[matrix.indices]
    length = lengths(sparse.csr_matrix((held, matrix.indices, matrix.indptr), shape=matrix.shape))
    inverse = np.divide(1.0, length, out=np.zeros(len(length)), where=length > 0)
    scaled = (held * np.repeat(inverse, np.diff(matrix.indptr))).astype(np.float32)
    return sparse.csr_matrix((scaled, matrix.indices, matrix.indptr), shape=matrix.shape)


def _dense(left: sparse.csr_matrix, right: sparse.csr_matrix) -> Floats:
    """Every row of `left` times every row of `right`."""
    turned = right.T.tocsr()
    if _to_dense is None:
        return np.asarray((left @ turned).toarray(), np.float32)
    return np.asarray(_to_dense(left, turned), np.float32)


def _windows(own: sparse.csr_matrix, present: sparse.csr_matrix, neighbours: sparse.csr_matrix, starts: Ints) -> Floats:
    """The share of the own weight found in each passage together with the next of its edition."""
    single, both = _dense(own, present), _dense(own, neighbours)
    joined = single.copy()
    joined[:, :-1] += np.subtract(single[:, 1:], both, out=both)
    joined[:, starts[1:] - 1] = single[:, starts[1:] - 1]  # the last of an edition has no next
    return joined


def _best_at(scores: Floats, starts: Ints) -> Ints:
    """The column of the best score within each stretch that begins at `starts`."""
    ends = [*starts[1:], scores.shape[1]]
    return np.stack([a + scores[:, a:b].argmax(axis=1) for a, b in zip(starts, ends, strict=True)], axis=1)


def _sentences(shelf: Shelf, year: int, editions: range) -> tuple[Floats, Ints]:
    span = shelf.sentence_span(year)
    first, last = (int(shelf.sentence_begins[e]) for e in (editions.start, editions.stop))
    alike = _dense(rows(shelf.sentences, span), rows(shelf.sentences, slice(first, last)))
    at = _best_at(alike, shelf.sentence_begins[editions.start : editions.stop] - first)
    return alike[np.arange(alike.shape[0])[:, None], at], shelf.of_sentence[at + first]


def _by_passage(score: Floats, of: Ints, mass: Floats, size: int) -> Floats:
    total = np.zeros((size, score.shape[1]), np.float32)
    np.add.at(total, of, score * mass[:, None])
    weight = np.zeros(size, np.float32)
    np.add.at(weight, of, mass)
    return np.asarray(total / np.maximum(weight, 1e-6)[:, None], np.float32)


def _standing_out(scores: Floats, starts: Ints) -> Floats:
    found = []
    for a, b in zip(starts, [*starts[1:], scores.shape[1]], strict=True):
        best = scores[:, a:b].max(axis=1)
        third = b - a - 3  # a chapter of two passages has no third: nothing comes near the best
        found.append(best if third < 0 else best - np.partition(scores[:, a:b], third, axis=1)[:, third])
    return np.stack(found, axis=1)


def _meanings(shelf: Shelf, year: int, own: _Own, editions: range) -> tuple[Floats, Floats]:
    """The best likenesses in meaning of passages and, averaged, of sentences with each edition.

    What the passages have in common is taken out first: it tells nothing.
    """
    here, sentences = shelf.span(year), shelf.sentence_span(year)
    there = slice(int(shelf.begins[editions.start]), int(shelf.begins[editions.stop]))
    first, last = (int(shelf.sentence_begins[e]) for e in (editions.start, editions.stop))
    alike = own.meaning @ length_one(shelf.meaning[there] - own.common).T
    by_sentence = own.sentence_meaning @ length_one(shelf.sentence_meaning[first:last] - own.common).T
    starts = shelf.begins[editions.start : editions.stop] - there.start
    at = shelf.sentence_begins[editions.start : editions.stop] - first
    of, mass = shelf.of_sentence[sentences] - here.start, shelf.sentence_mass[sentences]
    mean = _by_passage(np.maximum.reduceat(by_sentence, at, axis=1), of, mass, here.stop - here.start)
    return np.maximum.reduceat(alike, starts, axis=1), mean


def _headed(shelf: Shelf, here: slice, editions: range) -> Floats:
    headings = rows(shelf.headings, here)
    found = np.zeros((here.stop - here.start, len(editions)), np.float32)
    if not headings.nnz:
        return found
    said = np.zeros((headings.shape[1], len(editions)), np.float32)
    for at, e in enumerate(editions):
        sentences = slice(int(shelf.sentence_begins[e]), int(shelf.sentence_begins[e + 1]))
        passages = slice(int(shelf.begins[e]), int(shelf.begins[e + 1]))
        said[columns(shelf.sentences, sentences), at] = 1.0
        said[columns(shelf.headings, passages), at] = 1.0
    headed = np.diff(headings.indptr) > 0
    found[headed] = 2 * np.asarray(headings @ said, np.float32)[headed] - 1
    return found


def _nothing(shelf: Shelf, year: int) -> Likeness:
    span = shelf.span(year)
    none = np.zeros((span.stop - span.start, 0), np.float32)
    sentences = shelf.sentence_span(year)
    fewer = np.zeros((sentences.stop - sentences.start, 0), np.float32)
    at, at_sentence = none.astype(np.int64), fewer.astype(np.int64)
    return Likeness(
        year=year, earlier=(), word=none, cover=none, sentence_mean=none, partner=at, regained=none, stands_out=none,
        unrivalled=none, meaning=none, meaning_mean=none, rarest_near=none, headed=none,
        sentence_partner=at_sentence, sentence_score=fewer,
    )  # fmt: skip
