"""The component `analyzer_country`: countries, customs territories and blocs."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from analyzer.mentions.components.spans import declare, put
from analyzer.mentions.country import find_countries

declare()


@Language.component("analyzer_country", assigns=["doc.spans", "span._.norm", "span._.attrs"])
def country(doc: Doc) -> Doc:
    """Return the doc with the COUNTRY spans of its text."""
    return put(doc, "COUNTRY", find_countries(doc.text, year=doc._.year))
