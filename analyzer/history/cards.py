"""The card that travels with a model: what it is made of, of what, and how well it does."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from analyzer.history import features, relisting, substance

_WEAKNESSES = (
    "Follow-on sentences of a known matter in quite other words may still be called new; passages that share only the "
    "formula of their section may be called continued."
)


def compose(
    *, sha256: str, thresholds: Mapping[str, float], figures: Mapping[str, float], labels: Path, rulings: int,
    cases: int, lost: int, years: Sequence[int], economies: Sequence[str], seed: int, versions: Mapping[str, str],
) -> str:  # fmt: skip
    """The card as toml."""
    parts = [
        'title = "Listing history: same matter, changed substance"',
        'method = "Logistic regressions over standardised features, randomised trees beside the first; thresholds '
        'from unseen economies"',
        f'weaknesses = "{_WEAKNESSES}"',
        f'sha256 = "{sha256}"',
        f"seed = {seed}",
        "",
        "[features]",
        f"matter = {_strings(features.names())}",
        f"relisting = {_strings(relisting.names())}",
        f"substance = {_strings(substance.names())}",
        "",
        "[thresholds]",
        *(f"{name} = {value}" for name, value in thresholds.items()),
        "",
        "[training]",
        f'labels = "{labels.name}"',
        f'labels_sha256 = "{hashlib.sha256(labels.read_bytes()).hexdigest()}"',
        f"rulings = {rulings}",
        f"cases = {cases}",
        f"not_found = {lost}",
        f"years = {list(years)}",
        f"economies = {_strings(economies)}",
        'split = "folds of whole economies"',
        "",
        "[figures]",
        'of = "sure labels of economies that the model had not seen; thresholds chosen on the same"',
        *(f"{name} = {value}" for name, value in figures.items()),
        "",
        "[versions]",
        *(f'{name} = "{value}"' for name, value in versions.items()),
    ]
    return "\n".join(parts) + "\n"


def _strings(names: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"
