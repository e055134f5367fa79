"""The component `analyzer_offset`: offsets, countertrade and industrial cooperation."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from analyzer.mentions.components.spans import declare, put
from analyzer.mentions.offset import find_offsets

declare()


@Language.component("analyzer_offset", assigns=["doc.spans", "span._.norm", "span._.attrs"])
def offset(doc: Doc) -> Doc:
    """Return the doc with the OFFSET spans of its text."""
    return put(doc, "OFFSET", find_offsets(doc.text))
