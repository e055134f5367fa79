"""Texts for pages: words that were looked for marked, and two wordings compared; everything escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from analyzer.queries.wordings import Stretch

_DEL, _INS = Markup("<del>{}</del>"), Markup("<ins>{}</ins>")


def marked(text: str, words: str) -> Markup:
    """The text, escaped, with the words that were looked for in <mark>."""
    stems = [re.escape(w[:6] if len(w) > 6 else w) for w in re.findall(r"\w+", words)]
    if not stems:
        return escape(text)
    pattern = re.compile(r"\b(?:" + "|".join(stems) + r")\w*", re.IGNORECASE)
    return spans(text, [m.span() for m in pattern.finditer(text)])


def spans(text: str, places: Sequence[tuple[int, int]]) -> Markup:
    """The text, escaped, with these half-open stretches (in order, apart from each other) in <mark>."""
    out, at = Markup(), 0
    for start, end in places:
        out += escape(text[at:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        at = end
    return out + escape(text[at:])


def compared(stretches: Iterable[Stretch]) -> tuple[Markup, Markup]:
    """Both wordings, escaped, with the words that only one of them has in <del> and <ins>."""
    left, right = Markup(), Markup()
    for stretch in stretches:
        gone, come = (escape, escape) if stretch.same else (_deleted, _inserted)
        left, right = left + gone(stretch.old), right + come(stretch.new)
    return left, right


def _deleted(text: str) -> Markup:
    return _within(_DEL, text)


def _inserted(text: str) -> Markup:
    return _within(_INS, text)


def _within(tag: Markup, text: str) -> Markup:
    """The text, escaped, inside this tag, the blanks around it outside."""
    bare = text.strip()
    if not bare:
        return escape(text)
    before, after = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
    return escape(before) + tag.format(bare) + escape(after)
