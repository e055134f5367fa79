"""Flattened text, a whole section without paragraph breaks, cut into runs of sentences on one matter.

A run goes on where the next sentence refers back or shares a less common word with the one before. Runs are kept short:
a passage that held the end of one matter and the start of another would be judged by the wrong half. The decision looks
at the two sentences and the run so far only, so that the same paragraph is cut in the same way in every year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analyzer.outline.glued import glued_heading
from analyzer.outline.sentences import split_sentences
from analyzer.vocab import common

_LONG, _CRUMB, _MOST_SENTENCES = 1100, 60, 4  # characters, characters, sentences
_FOLLOWS = re.compile(
    r"[\"“]?(?:It|Its|This|These|Those|Such|They|Their|He|She|However|Moreover|Furthermore|Additionally|Also|"
    r"For (?:example|instance)|As a result|Consequently|Therefore|Thus|Nevertheless|Nonetheless|Similarly|"
    r"In particular|Under (?:this|these)|Instead|Meanwhile|Since then|Both|Neither|"
    r"The (?:law|decree|measure|regulations?|rules?|draft|bill|amendments?|ban|requirements?|order|act|resolution|"
    r"proposal|same|latter|former|lack|result))\b"
)
_WORD = re.compile(rf"([A-Za-z][A-Za-z’'-]{{2,{common.LETTERS - 1}}})[A-Za-z’'-]*")  # and its beginning


def cut(text: str, *, names: tuple[str, ...] = ()) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The sentences of each passage, as half-open offsets into the text: every sentence in exactly one passage.

    `names` are those of the chapter's economy, which may open the sentence after a heading.
    """
    sentences = split_sentences(text)
    runs: list[list[tuple[int, int]]] = []
    for span in sentences:
        if runs and _continues(text, runs[-1], span, names):
            runs[-1].append(span)
        else:
            runs.append([span])
    return tuple(tuple(run) for run in _join_crumbs(text, runs))


def _continues(text: str, run: Sequence[tuple[int, int]], span: tuple[int, int], names: tuple[str, ...]) -> bool:
    sentence = text[span[0] : span[1]]
    if span[1] - run[0][0] > _LONG or len(run) >= _MOST_SENTENCES:
        return False
    if _FOLLOWS.match(sentence):
        return True
    if glued_heading(sentence, names=names):
        return False
    return bool(_subject(text[run[-1][0] : run[-1][1]]) & _subject(sentence))


@lru_cache(maxsize=4096)  # each sentence is looked at beside the one before it and beside the one after
def _subject(sentence: str) -> frozenset[str]:
    """What a sentence is about: the beginnings of its less common words."""
    return frozenset(map(str.casefold, _WORD.findall(sentence))) - common.beginnings()


def _join_crumbs(text: str, runs: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """A run too short to say anything joins the one before it; the first one, the one after."""
    joined: list[list[tuple[int, int]]] = []
    for run in runs:
        if joined and (_is_crumb(run) or (len(joined) == 1 and _is_crumb(joined[0]))):
            joined[-1].extend(run)
        else:
            joined.append(run)
    return joined


def _is_crumb(run: Sequence[tuple[int, int]]) -> bool:
    return run[-1][1] - run[0][0] < _CRUMB
