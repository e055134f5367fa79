"""What words mean in trade-barrier reports, as vectors: words used in the same surroundings point the same way.

Latent semantics of the reports' own language: how often two stems stand near one another, as positive pointwise mutual
information, cut to its strongest directions (Levy, Goldberg, Dagan 2015, "Improving Distributional Similarity with
Lessons Learned from Word Embeddings"). Shipped as numbers beside the word counts; no text can be read from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analyzer.errors import ModelError
from analyzer.history import words

if TYPE_CHECKING:  # whoever reads the vectors need not wait for it
    from scipy import sparse

FILE = "meanings.npy"
SIZE = 100  # directions kept
_REACH = 6  # words to either side that count as near
_SMOOTH = 0.75  # frequent words count for less as surroundings
_SEED = 7

Floats = npt.NDArray[np.float32]


def learn(sentences: Iterable[str], stems: Sequence[str]) -> Floats:
    """One vector of length 1 a stem, learnt from sentences (each different one counts once): (stems, SIZE)."""
    from sklearn.decomposition import TruncatedSVD

    near = _near(sentences, stems)
    size = min(SIZE, near.shape[0] - 1)
    svd = TruncatedSVD(size, random_state=_SEED, n_iter=4)
    found = svd.fit_transform(_information(near)) / np.sqrt(np.maximum(svd.singular_values_, 1e-9))
    length = np.linalg.norm(found, axis=1, keepdims=True)
    # Half precision, as they are kept: finer than what they can tell, and the same when they are read again.
    return np.asarray(found / np.maximum(length, 1e-9), np.float16).astype(np.float32)


def _near(sentences: Iterable[str], stems: Sequence[str]) -> sparse.csr_matrix:
    """How often each two stems stand near one another, nearer ones counting for more."""
    from scipy import sparse

    number = {stem: k for k, stem in enumerate(stems)}
    total = sparse.csr_matrix((len(stems), len(stems)), dtype=np.float32)
    for chunk in _chunks(sorted(set(sentences))):
        flat, row = [], []
        for k, sentence in enumerate(chunk):
            known = [number[s] for s in words.stems(sentence) if s in number]
            flat += known
            row += [k] * len(known)
        at, of = np.array(flat, np.int64), np.array(row, np.int64)
        for step in range(1, _REACH + 1):
            both = of[step:] == of[:-step]
            left, right = at[:-step][both], at[step:][both]
            weight = np.full(len(left), step**-0.5, np.float32)
            total += sparse.csr_matrix((weight, (left, right)), shape=total.shape)
    return (total + total.T).tocsr()


def _chunks(sentences: Sequence[str], size: int = 20_000) -> Iterable[Sequence[str]]:
    return (sentences[at : at + size] for at in range(0, len(sentences), size))


def _information(near: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information of the counts."""
    from scipy import sparse

    held = near.tocoo()
    own = np.maximum(np.asarray(near.sum(axis=1), np.float64).ravel(), 1e-9)
    surroundings = own**_SMOOTH / (own**_SMOOTH).sum()
    value = np.log(held.data / (own[held.row] * surroundings[held.col]))
    kept = value > 0
    parts = (value[kept].astype(np.float32), (held.row[kept], held.col[kept]))
    return sparse.csr_matrix(parts, shape=near.shape)


def write(vectors: Floats, path: Path) -> None:
    """Write the vectors at half precision, which `learn` has rounded them to."""
    np.save(path, vectors.astype(np.float16), allow_pickle=False)


def read(path: Path, count: int) -> Floats:
    """The vectors in a file, one for each of `count` stems. Raises ModelError where it is missing or malformed."""
    try:
        found = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise ModelError(
            f"the meanings of words cannot be read ({error}).", where=str(path), remedy="Install the package again."
        ) from error
    if found.ndim != 2 or found.shape[0] != count or found.dtype.kind != "f" or not np.isfinite(found).all():
        raise ModelError(
            "the meanings of words do not fit the word counts.", where=str(path), remedy="Install the package again."
        )
    return np.asarray(found, np.float32)
