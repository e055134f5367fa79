"""A short name for a matter without a heading: a law, a programme in quotation marks, or what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.briefs import titling
from analyzer.records import Passage
from analyzer.vocab import sections, topics

_NUMBERED = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+)?(?:Law|Decree|Act|Resolution|Regulation|Directive|Order|Bill|Circular|Decision)\s+"
    r"(?:(?:No?\.|N°|Nº|Number|EC|EU)\s*)?\d[\w./-]*\w"
)
_IN_MARKS = re.compile(r"[“\"]\s*([A-Z][\w’'-]+(?:\s+[\w’'-]+){0,5})\s*[”\"]")


def subject(passage: Passage) -> str:
    """What one passage is about: its heading, or the law, programme or topic that it names; "" where there is none."""
    section = sections.title(passage.section)
    return titling.title(passage, passage.text) or _about(section, passage.text, passage)


def named(section: str, said: str, passages: Sequence[Passage]) -> str:
    """What a matter is about, with its section, from the sentence quoted or else its passages; or the section alone.

    `passages` are its own, what leads it first, and any that it leans on.
    """
    texts = (said, *(passage.text for passage in passages))
    about = next(filter(None, (_about(section, text, passages[0]) for text in texts)), "")
    if about and passages[0].section == sections.UNSECTIONED:
        return about
    return f"{about} ({section})" if about else section


def _about(section: str, text: str, passage: Passage) -> str:
    numbered, marked = _NUMBERED.search(text), _IN_MARKS.search(text)
    if numbered is not None:
        return numbered.group()
    topic = next((name for name in topics.named(text) if name.casefold() not in section.casefold()), "")
    return titling.subject(text, passage) or (marked.group(1) if marked is not None else topic)
