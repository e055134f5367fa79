"""Reads trade-barrier reports and says what is newly listed, what was listed before, and on which page.

Programs begin with `analyzer.store.Store.open`, fill a store with `analyzer.pipeline.add`, ask it by `analyzer.queries`
and `analyzer.claims.check`, and write what they find with `analyzer.briefs` and `analyzer.exports`. All that is raised
on purpose is an `analyzer.errors.AnalyzerError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:  # noqa: ANN401  spaCy's own arguments
    """Return the tagging pipeline; spaCy calls this for `spacy.load("analyzer")`.

    `overrides` are spaCy's own (`vocab`, `disable`, `enable`, `exclude`, `config`); money, percentages, dates and
    offset terms are off unless enabled. See `analyzer.mentions.language` for what a doc then holds.
    """
    from analyzer.mentions.language import load as load_pipeline

    return load_pipeline(**overrides)
