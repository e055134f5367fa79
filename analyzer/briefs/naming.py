"""A short name for a matter without a heading: a law, a programme in quotation marks, or what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.briefs import titling
from analyzer.records import Passage
from analyzer.vocab import sections, topics

_NUMBERED = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+)?(?:Law|Decree|Act|Resolution|Regulation|Directive|Order|Bill|Circular|Decision)\s+"
    r"(?:(?:No?\.|N°|Nº|Number|EC|EU)\s*)?\d(?:[\w./-]*\w)?(?: \d{3}\b)*"
)
_IN_MARKS = re.compile(r"[“\"]\s*([A-Z][\w’'-]+(?:\s+[\w’'-]+){0,5})\s*[”\"]")


_EXAMPLES = re.compile(r"\([^()]*\)")
_OFTEN = 2  # times that passages name what they are about, where they name much
_RATHER = 2  # how many times as often they must name another topic than the first for that to be what it is about


def subject(passage: Passage) -> str:
    """What one passage is about: its heading, or the law, programme or topic that it names; "" where there is none."""
    section = sections.title(passage.section)
    return (
        titling.title(passage, passage.text)
        or _instrument(passage.text, passage)
        or _topic_of(passage.text, section, [passage])
    )


def named(section: str, said: str, passages: Sequence[Passage]) -> str:
    """What a matter is about, with its section, from the sentence quoted or else its passages; or the section alone.

    `passages` are its own, what leads it first, and any that it leans on.
    """
    about = (
        _instrument(said, passages[0])
        or _topic_of(said, section, passages)
        or next(filter(None, (_instrument(passage.text, passages[0]) for passage in passages)), "")
        or _topic_of_all(section, passages)
    )
    if about and passages[0].section == sections.UNSECTIONED:
        return about
    return f"{about} ({section})" if about else section


def _instrument(text: str, passage: Passage) -> str:
    """The law by its number, or by its name, or the programme in quotation marks that a text names first, or ""."""
    numbered, marked = _NUMBERED.search(text), _IN_MARKS.search(text)
    if numbered is not None:
        return numbered.group()
    return titling.subject(text, passage) or (marked.group(1) if marked is not None else "")


def _topic_of(said: str, section: str, passages: Sequence[Passage]) -> str:
    """The topic that a text names, of several the first, or one of which the passages tell far more; or ""."""
    count = {topic.name: topic.times for topic in _topics(section, " ".join(passage.text for passage in passages))}
    found = [topic.name for topic in _topics(section, said)]
    if not found:
        return ""
    most = max(found, key=lambda name: count.get(name, 0))
    return most if count.get(most, 0) > _RATHER * count.get(found[0], 0) else found[0]


def _topic_of_all(section: str, passages: Sequence[Passage]) -> str:
    """What passages name often, or alone; of many that they name once each none tells what they are about."""
    found = _topics(section, " ".join(passage.text for passage in passages))
    often = [topic for topic in found if topic.times >= _OFTEN]
    return max(often or found, key=lambda topic: topic.times).name if often or len(found) == 1 else ""


def _topics(section: str, text: str) -> list[topics.Topic]:
    """What a text tells of beside its section; what much is about only where it tells of nothing else."""
    bare = _EXAMPLES.sub(" ", text)
    found = [topic for topic in topics.named(bare) if topic.name.casefold() not in section.casefold()]
    return [topic for topic in found if not topic.weak] or found
