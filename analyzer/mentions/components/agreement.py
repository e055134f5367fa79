"""The component `analyzer_agreement`: agreements that open or govern government procurement."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from analyzer.mentions.agreement import find_agreements
from analyzer.mentions.components.spans import declare, put

declare()


@Language.component("analyzer_agreement", assigns=["doc.spans", "span._.norm", "span._.attrs"])
def agreement(doc: Doc) -> Doc:
    """Return the doc with the AGREEMENT spans of its text."""
    return put(doc, "AGREEMENT", find_agreements(doc.text))
