"""How a mention stands in a `Doc`: a span of its label's group, its norm as the span's id, the rest in extensions."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from analyzer.records import Label, Mention

_EXTENSIONS = {"norm": None, "attrs": None, "char_start": None, "char_end": None}


def declare() -> None:
    """Declare the extensions that our components fill; to do so twice is harmless."""
    for name, default in _EXTENSIONS.items():
        if not Span.has_extension(name):
            Span.set_extension(name, default=default)
    for name in ("chapter", "year"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    if not Doc.has_extension("mentions"):
        Doc.set_extension("mentions", getter=mentions_in)


def put(doc: Doc, group: str, mentions: Iterable[Mention]) -> Doc:
    """Return the doc with these mentions as the spans of a group.

    A span covers whole tokens; `char_start` and `char_end` keep the exact place where a token holds more ("Chinas").
    """
    spans = []
    for mention in mentions:
        span = doc.char_span(
            mention.start, mention.end, label=str(mention.label), span_id=mention.norm, alignment_mode="expand"
        )
        if span is None:  # cannot be: "expand" finds tokens for any place within the text
            continue
        span._.norm, span._.attrs = mention.norm, dict(mention.attrs)
        span._.char_start, span._.char_end = mention.start, mention.end
        spans.append(span)
    doc.spans[group] = spans
    return doc


def taken(doc: Doc, group: str) -> list[Mention]:
    """Return the mentions that stand in a group of the doc."""
    return [
        Mention(span._.char_start, span._.char_end, Label(span.label_), span._.norm, span._.attrs)
        for span in doc.spans.get(group, ())
    ]


def mentions_in(doc: Doc) -> tuple[Mention, ...]:
    """Return the mentions of all our groups in the doc, ordered by place."""
    found = [m for group in ("OFFSET", "AGREEMENT", "COUNTRY", "AMOUNT") for m in taken(doc, group)]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.label)))
