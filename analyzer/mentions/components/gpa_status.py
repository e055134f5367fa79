"""The component `analyzer_gpa_status`: the standing under the GPA that a sentence states."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from analyzer.mentions.components.spans import declare, put, taken
from analyzer.mentions.tagging import with_status

declare()


@Language.component("analyzer_gpa_status", assigns=["doc.spans", "span._.norm", "span._.attrs"], requires=["doc.spans"])
def gpa_status(doc: Doc) -> Doc:
    """Return the doc with the AGREEMENT spans of its text."""
    return put(doc, "AGREEMENT", with_status(doc.text, taken(doc, "AGREEMENT"), chapter=doc._.chapter))
