"""How common each word is in trade-barrier reports at large, so that a shared rare word weighs more than a common one.

The counts are shipped (`models/words.tsv`), not taken from the editions at hand: a verdict must not change because a
later edition or another economy was added.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from analyzer import assets
from analyzer.errors import ModelError
from analyzer.history import meanings, words

FILE = "words.tsv"


@dataclass(frozen=True)
class Background:
    """In how many of `total` passages each stem occurs, and the vector of its meaning: one row a stem, in order."""

    total: int
    counts: dict[str, int]
    vectors: meanings.Floats
    _number: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_number", {stem: k for k, stem in enumerate(self.counts)})

    def idf(self, stem: str) -> float:
        """The weight of a stem: 0 for one in every passage, about 11 for one never seen."""
        return math.log((self.total + 1) / (self.counts.get(stem, 0) + 1))

    def meaning(self, stems: Sequence[str]) -> meanings.Floats:
        """The vectors of stems, zero for one that is not known: (stems, size)."""
        at = np.array([self._number.get(stem, -1) for stem in stems], np.int64)
        found = self.vectors[at] if len(self.vectors) else np.zeros((len(at), self.vectors.shape[1]), np.float32)
        return np.where(at[:, None] >= 0, found, np.float32(0.0))


def count(texts: Iterable[str], sentences: Iterable[str], *, least: int = 4) -> Background:
    """The background of a corpus: stems that occur in at least `least` of its texts, with their meanings."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        seen.update(set(words.stems(text)))
    kept = {s: n for s, n in sorted(seen.items()) if n >= least}
    return Background(total, kept, meanings.learn(sentences, list(kept)))


def write(background: Background, folder: Path) -> None:
    """Write the counts as lines of stem and count, the first with the number of passages; the vectors beside them."""
    lines = [f"\t{background.total}", *(f"{s}\t{n}" for s, n in background.counts.items())]
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    meanings.write(background.vectors, folder / meanings.FILE)


def read(folder: Path) -> Background:
    """The counts and vectors in a folder. Raises ModelError where they are missing or malformed."""
    path = folder / FILE
    try:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        total, counts = int(rows[0][1]), {stem: int(n) for stem, n in rows[1:]}
    except (OSError, ValueError, IndexError) as error:
        raise ModelError(
            f"the word counts cannot be read ({error}).", where=str(path), remedy="Install the package again."
        ) from error
    return Background(total, counts, meanings.read(folder / meanings.FILE, len(counts)))


@cache
def shipped() -> Background:
    """The background that travels with the package."""
    return read(assets.models())
