"""Reads trade-barrier reports and says what is newly listed, what was listed before, and on which page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:  # noqa: ANN401  spaCy's own arguments
    """Return the tagging pipeline; spaCy calls this for `spacy.load("analyzer")`."""
    from analyzer.mentions.language import load as load_pipeline

    return load_pipeline(**overrides)
