"""Flattened text, a whole section without paragraph breaks, cut into runs of sentences on one matter.

A run ends where the next sentence opens a new subject. The decision looks at the two sentences and the run so far only,
so that the same paragraph is cut in the same way in every year, whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.outline.glued import glued_heading
from analyzer.outline.sentences import split_sentences

_SHORT, _LONG, _MOST_SENTENCES = 340, 1100, 7  # characters, characters, sentences
_FOLLOWS = re.compile(
    r"[\"“]?(?:It|Its|This|These|Those|Such|They|Their|He|She|However|In addition|Moreover|Furthermore|Additionally|"
    r"Also|Further|For (?:example|instance)|As a result|Consequently|Therefore|Thus|Nevertheless|Nonetheless|Similarly|"
    r"In (?:particular|practice|response|some cases|other cases)|Under (?:this|these|the)|While|Although|Instead|"
    r"Meanwhile|Since then|According to|Both|Neither|Other|Another|Some|Many|Most|The (?:law|decree|measure|"
    r"regulations?|rules?|ministry|agency|program|policy|new|draft|bill|amendments?|tax|tariffs?|ban|requirements?|list|decision|"
    r"order|act|resolution|proposal|same|latter|former|lack|result|process|system))\b"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{3,}")
_COMMON = frozenset(
    """
    that this with from have been which their also will under other than more such must some they were would
    could should many most trade united states government market foreign imports import products product percent
    companies country countries including however these those into only through local
    """.split()  # noqa: SIM905 - a list of words reads better as text
)


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
    length, sentence = run[-1][1] - run[0][0], text[span[0] : span[1]]
    if (span[1] - run[0][0] > _LONG and length > _SHORT / 2) or len(run) >= _MOST_SENTENCES:
        return False
    if _FOLLOWS.match(sentence):
        return True
    if glued_heading(sentence, names=names):
        return False
    shared = _words(text[run[-1][0] : run[-1][1]]) & _words(sentence)
    if length < _SHORT:
        return len(shared) > 0 or length < _SHORT / 2
    return len(shared) >= 3


def _words(sentence: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(sentence)) - _COMMON


def _join_crumbs(text: str, runs: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    joined: list[list[tuple[int, int]]] = []
    for run in runs:
        if joined and run[-1][1] - run[0][0] < 60:
            joined[-1].extend(run)
        else:
            joined.append(run)
    return joined
