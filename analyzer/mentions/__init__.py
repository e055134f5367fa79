"""Mentions of offsets, procurement agreements and countries in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.mentions.tagging import as_span, mentions_of, read_lines, tag, tag_lines

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["as_span", "mentions_of", "pipeline", "read_lines", "tag", "tag_lines"]


def pipeline() -> Language:
    """Return the spaCy pipeline: an English tokenizer and our components, one a label."""
    from analyzer.mentions.language import load

    return load()
