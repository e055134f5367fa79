"""The component `analyzer_offset_terms`: threshold, share, agency and the other terms of an offset."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from analyzer.mentions.components.spans import declare, taken
from analyzer.mentions.offset_terms import offset_terms as find_terms

declare()


@Language.component(
    "analyzer_offset_terms", assigns=["doc.spans", "span._.norm", "span._.attrs"], requires=["doc.spans"]
)
def offset_terms(doc: Doc) -> Doc:
    """Return the doc with the group TERM: a span's label is the kind of term, its id the norm."""
    spans = []
    for term in find_terms(doc.text, taken(doc, "OFFSET")):
        span = doc.char_span(term.start, term.end, label=term.kind, span_id=term.norm, alignment_mode="expand")
        if span is None:  # cannot be: "expand" finds tokens for any place within the text
            continue
        span._.norm, span._.attrs = term.norm, dict(term.attrs)
        span._.char_start, span._.char_end = term.start, term.end
        spans.append(span)
    doc.spans["TERM"] = spans
    return doc
