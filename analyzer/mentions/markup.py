"""Texts with their mentions as HTML, drawn by spaCy's displacy, for people who want to look."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from spacy import displacy
from spacy.tokens import Doc, Span

from analyzer.mentions.language import OFF_AT_FIRST, load

_COLOURS = {"OFFSET": "#f6b26b", "AGREEMENT": "#93c47d", "COUNTRY": "#9fc5e8", "AMOUNT": "#d9d2e9", "TERM": "#e06666"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body style="font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem">
<h1>{title}</h1>
<p>{legend}</p>
{content}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text to show: its title, the economy of its chapter and its year, where known."""

    text: str
    title: str = ""
    chapter: str | None = None
    year: int | None = None


def as_html(texts: Iterable[Shown], *, title: str = "Mentions") -> str:
    """Return a page of HTML with every text and its mentions; it needs no network, and what texts hold is escaped.

    A label names the group, the norm and the attributes: "OFFSET offset, defence, required". Terms of offsets are shown
    too.
    """
    nlp = load(enable=OFF_AT_FIRST)
    parts = []
    for shown in texts:
        doc = nlp.make_doc(shown.text)
        doc._.chapter, doc._.year = shown.chapter, shown.year
        doc = nlp(doc)
        colours = _gather(doc)
        heading = f"<h2>{html.escape(shown.title)}</h2>" if shown.title else ""
        drawn = _drawn(doc, colours) if colours else f"<p>{html.escape(shown.text)}</p>"
        parts.append(f"<section>{heading}{drawn}</section>")
    legend = " ".join(f'<span style="border-bottom: 4px solid {c}">{name}</span>' for name, c in _COLOURS.items())
    return _PAGE.format(title=html.escape(title), legend=legend, content="\n".join(parts))


def _drawn(doc: Doc, colours: dict[str, str]) -> str:
    options = {"spans_key": "shown", "colors": {label.upper(): colour for label, colour in colours.items()}}
    return str(displacy.render(doc, style="span", jupyter=False, options=options))


def _gather(doc: Doc) -> dict[str, str]:
    """Put the spans of all groups under one key, with what is known of them as label; return the label's colours."""
    shown, colours = [], {}
    for group, colour in _COLOURS.items():
        for span in doc.spans.get(group, ()):
            label = html.escape(_label(group, span))
            colours[label] = colour
            shown.append(Span(doc, span.start, span.end, label=label))
    doc.spans["shown"] = sorted(shown, key=lambda s: (s.start, s.end))
    return colours


def _label(group: str, span: Span) -> str:
    known = [] if group == "TERM" and not span.id_[:1].isdigit() else [span.id_]
    known += list(span._.attrs.values())
    return f"{span.label_} {', '.join(known)}".strip()
