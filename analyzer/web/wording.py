"""Texts for pages: words that were looked for marked, and two wordings compared; everything escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_DEL, _INS = Markup("<del>{}</del>"), Markup("<ins>{}</ins>")
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_SHORTEST_SAME = 3  # fewer equal words between two changes read as part of the change
_LONGEST = 12_000  # words and marks; beyond them only the ends that differ are found


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


def compared(old: str, new: str) -> tuple[Markup, Markup]:
    """Both wordings, escaped, with the words that only one of them has in <del> and <ins>."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    left, right = Markup(), Markup()
    for same, a, b, c, d in _runs(before, after):
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if same:
            left, right = left + escape(gone), right + escape(come)
            continue
        left, right = left + _within(_DEL, gone), right + _within(_INS, come)
    return left, right


def _within(tag: Markup, text: str) -> Markup:
    """The text, escaped, inside this tag, the blanks around it outside."""
    bare = text.strip()
    if not bare:
        return escape(text)
    before, after = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
    return escape(before) + tag.format(bare) + escape(after)


def _runs(before: list[str], after: list[str]) -> list[tuple[bool, int, int, int, int]]:
    if len(before) + len(after) > _LONGEST:
        codes: Sequence[tuple[str, int, int, int, int]] = _ends(before, after)
    else:
        # Blanks are matched beside words only: by themselves they match everywhere, which takes most of the time.
        codes = SequenceMatcher(str.isspace, before, after, autojunk=False).get_opcodes()
    merged: list[tuple[bool, int, int, int, int]] = []
    for index, (kind, a, b, c, d) in enumerate(codes):
        inner = 0 < index < len(codes) - 1
        same = kind == "equal" and not (inner and sum(t[0].isalnum() for t in before[a:b]) < _SHORTEST_SAME)
        if merged and not same and not merged[-1][0]:
            _, first_a, _, first_c, _ = merged[-1]
            merged[-1] = (False, first_a, b, first_c, d)
        else:
            merged.append((same, a, b, c, d))
    return merged


def _ends(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The same beginning and the same end of two long texts, and all between them as changed."""
    most, head, tail = min(len(before), len(after)), 0, 0
    while head < most and before[head] == after[head]:
        head += 1
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    b, d = len(before) - tail, len(after) - tail
    return [
        ("equal", 0, head, 0, head),
        ("replace", head, b, head, d),
        ("equal", b, len(before), d, len(after)),
    ]
