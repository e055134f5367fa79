"""The component `analyzer_amount`: money, percentages and dates."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from analyzer.mentions.components.spans import declare, put
from analyzer.mentions.money import find_amounts

declare()


@Language.component("analyzer_amount", assigns=["doc.spans", "span._.norm", "span._.attrs"])
def amount(doc: Doc) -> Doc:
    """Return the doc with the AMOUNT spans of its text."""
    return put(doc, "AMOUNT", find_amounts(doc.text))
