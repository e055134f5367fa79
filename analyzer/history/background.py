"""How common each word is in trade-barrier reports at large, so that a shared rare word weighs more than a common one.

The counts are shipped (`models/words.tsv`), not taken from the editions at hand: a verdict must not change because a
later edition or another economy was added.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer import assets
from analyzer.errors import ModelError
from analyzer.history import words

FILE = "words.tsv"


@dataclass(frozen=True)
class Background:
    """In how many of `total` passages each stem occurs."""

    total: int
    counts: dict[str, int]

    def idf(self, stem: str) -> float:
        """The weight of a stem: 0 for one in every passage, about 11 for one never seen."""
        return math.log((self.total + 1) / (self.counts.get(stem, 0) + 1))


def count(texts: Iterable[str], *, least: int = 4) -> Background:
    """The background of a corpus: stems that occur in at least `least` of its texts."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        seen.update(set(words.stems(text)))
    return Background(total, {s: n for s, n in sorted(seen.items()) if n >= least})


def write(background: Background, path: Path) -> None:
    """Write the counts as lines of stem and count; the first line holds the number of passages."""
    lines = [f"\t{background.total}", *(f"{s}\t{n}" for s, n in background.counts.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> Background:
    """The counts in a file. Raises ModelError where it is missing or malformed."""
    try:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        return Background(int(rows[0][1]), {stem: int(n) for stem, n in rows[1:]})
    except (OSError, ValueError, IndexError) as error:
        raise ModelError(
            f"the word counts cannot be read ({error}).", where=str(path), remedy="Install the package again."
        ) from error


@cache
def shipped() -> Background:
    """The background that travels with the package."""
    return read(assets.models() / FILE)
