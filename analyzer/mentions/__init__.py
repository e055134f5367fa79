"""Mentions of offsets, procurement agreements and countries in a text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from analyzer.mentions.tagging import as_span, mentions_of, read_lines, tag, tag_lines

__all__ = ["as_span", "mentions_of", "pipeline", "read_lines", "tag", "tag_lines"]


def pipeline() -> Language:
    """Return the spaCy pipeline: an English tokenizer and our components, one a label."""
    from analyzer.mentions.language import load

    return load()


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever the module holds
    """The finders' patterns take a tenth of a second to compile: questions to a store need not wait for them."""
    if name in __all__:
        return getattr(import_module("analyzer.mentions.tagging"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
