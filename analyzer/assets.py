"""Where the shipped corpora and models lie, in a checkout and in an installed package alike."""

from __future__ import annotations

from pathlib import Path

from analyzer.errors import AnalyzerError

_PACKAGE = Path(__file__).resolve().parent


def corpora() -> Path:
    """The folder with the catalogue of published editions, the sample editions and the gold labels."""
    return _find("corpora")


def models() -> Path:
    """The folder with the trained artefacts and their cards."""
    return _find("models")


def _find(name: str) -> Path:
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise AnalyzerError(f"the folder '{name}' that belongs to the package is missing.", remedy="Install it again.")
