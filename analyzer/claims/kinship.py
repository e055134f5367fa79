"""Which words mean about the same, told by vectors: the press and the reports seldom use the same ones.

The vectors are those that a sentence encoder trained on general English gives to single words, cut to their strongest
directions over the words at hand, one row of bytes a word (after Model2Vec, Tulkens and van Dongen 2024). They are made
once by `analyzer train --kin`; the encoder is not needed to use them.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analyzer import assets
from analyzer.claims.words import words_of
from analyzer.errors import AnalyzerError, ModelError

VECTORS, WORDS, CARD = "kin.npy", "kin.txt", "kin.toml"
SIZE = 192  # directions kept
ALIKE = 0.4  # cosine from which on words are kin
_STEPS = 127  # the largest of a row's numbers becomes this byte
_REMEDY = "Install the package again."
_PLAIN = re.compile(r"[a-z]{3,}")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Kin:
    """Words, and a vector of length 1 for each: (words, SIZE)."""

    words: tuple[str, ...]
    vectors: Floats
    _number: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_number", {word: k for k, word in enumerate(self.words)})

    def near(self, word: str) -> dict[str, float]:
        """The words that mean about the same as one in small letters, itself among them, each with the cosine (0-1)."""
        at = self._number.get(word)
        if at is None:
            return {word: 1.0}
        likeness = self.vectors @ self.vectors[at]
        found = {self.words[n]: round(float(likeness[n]), 3) for n in np.flatnonzero(likeness >= ALIKE)}
        return {**found, word: 1.0}


@dataclass(frozen=True)
class Encoder:
    """A sentence encoder: its name, the words that it knows, and the vectors that it gives: (words, any size)."""

    name: str
    words: tuple[str, ...]
    encode: Callable[[Sequence[str]], Floats]


def encoder(name: str) -> Encoder:
    """The encoder of a name that sentence-transformers knows, or in a folder.

    Raises AnalyzerError where there is none.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise AnalyzerError(
            "words of like meaning are learnt with sentence-transformers, which is not installed.",
            remedy="pip install 'analyzer[kin]'",
        ) from error
    try:
        made = SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        raise AnalyzerError(
            f"there is no such encoder ({error}).", where=name, remedy="Name one, or its folder."
        ) from error
    return Encoder(
        Path(name).name if Path(name).is_dir() else name,
        tuple(made.tokenizer.get_vocab()),
        lambda words: made.encode(list(words)),
    )


def seen(texts: Iterable[str], known: Iterable[str]) -> Counter[str]:
    """The words that stand more than once in the texts, with how often, and those that an encoder knows besides."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word.lower() for word in words_of(text))
    often = {word: n for word, n in counts.items() if n > 1}
    return Counter({**dict.fromkeys(known, 0), **often})


def distil(counts: Mapping[str, int], encoder: Encoder) -> Kin:
    """The table of plain words in small letters, each with the number of times that it was seen."""
    words = tuple(w for w in sorted(counts) if _PLAIN.fullmatch(w))
    raw = np.asarray(encoder.encode(words), np.float64)
    weight = np.sqrt(np.array([counts[w] for w in words], np.float64) + 1)[:, None]
    raw -= (raw * weight).sum(axis=0) / weight.sum()
    strongest = np.linalg.eigh((raw * weight).T @ raw)[1][:, ::-1][:, :SIZE]
    return Kin(words, _unit(_bytes(raw @ strongest)))


def _bytes(rows: npt.NDArray[np.floating]) -> npt.NDArray[np.int8]:
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-9)
    return np.asarray(np.rint(rows / largest * _STEPS), np.int8)


def _unit(held: npt.NDArray[np.int8]) -> Floats:
    """The rows as vectors of length 1."""
    rows = held.astype(np.float32)
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return found


def write(kin: Kin, folder: Path, *, encoder: str) -> None:
    """Write the table with its card, which names the encoder that gave the vectors and the files' checksum."""
    np.save(folder / VECTORS, _bytes(kin.vectors), allow_pickle=False)
    (folder / WORDS).write_text("\n".join(kin.words) + "\n", encoding="utf-8")
    lines = [
        'title = "Words of like meaning: vectors of single words, distilled from a sentence encoder"',
        f'encoder = "{encoder}"',
        f"words = {len(kin.words)}",
        f"size = {kin.vectors.shape[1]}",
        f'sha256 = "{_sha256(folder)}"',
    ]
    (folder / CARD).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(folder: Path) -> Kin:
    """The table in a folder. Raises ModelError where it is missing, damaged, or not the one of its card."""
    where = str(folder / VECTORS)
    try:
        card = tomllib.loads((folder / CARD).read_text(encoding="utf-8"))
        same = card["sha256"] == _sha256(folder)
        words = tuple((folder / WORDS).read_text(encoding="utf-8").split())
        held = np.load(folder / VECTORS, allow_pickle=False)
    except (OSError, ValueError, EOFError, KeyError) as error:
        raise ModelError(f"the kin of words cannot be read ({error}).", where=where, remedy=_REMEDY) from error
    if not same:
        raise ModelError("the kin of words are not those that their card describes.", where=where, remedy=_REMEDY)
    if held.ndim != 2 or held.dtype != np.int8 or len(held) != len(words):
        raise ModelError("the kin of words do not fit their list.", where=where, remedy=_REMEDY)
    return Kin(words, _unit(held))


def _sha256(folder: Path) -> str:
    return hashlib.sha256((folder / VECTORS).read_bytes() + (folder / WORDS).read_bytes()).hexdigest()


@cache
def shipped() -> Kin:
    """The table that travels with the package."""
    return read(assets.models())


@lru_cache(maxsize=4096)
def near(word: str) -> dict[str, float]:
    """The words that mean about the same as one in small letters, by the table that travels with the package."""
    return shipped().near(word)
