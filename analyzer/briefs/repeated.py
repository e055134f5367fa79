"""What an edition says already: a sentence that stands in it, in another order, or cut or joined otherwise.

Links join whole passages. What one of them repeats from anywhere in the edition before is no news, and what stands
anywhere in this edition is not what was said before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.briefs import news
from analyzer.briefs.quoting import telling
from analyzer.records import Passage

_MOST = 0.75  # share of a sentence's telling words that one sentence holds which says it
_LEAST = 4  # telling words and figures; of fewer any chapter has most in some sentence
_BOTH = 3  # telling words that two sentences share at least where they tell one measure
_FIGURE = re.compile(r"\d+(?:[., ]\d{3})*(?:\.\d+)?")  # tables of texts have lost the commas of "1,500"
_NO_DIGIT = re.compile(r"[., ]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: frozenset[str]
    figures: frozenset[str]


class Edition:
    """The sentences of an edition's passages, to be asked whether one says what another sentence does."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._sentences: list[_Sentence] = []
        self._places: list[tuple[Passage, tuple[int, int]]] = []
        self._holding: dict[str, list[int]] = {}
        for passage in passages:
            for start, end in passage.sentence_spans:
                sentence = _read(passage.text[start:end])
                for word in sentence.words:
                    self._holding.setdefault(word, []).append(len(self._sentences))
                self._sentences.append(sentence)
                self._places.append((passage, (start, end)))

    def says(self, text: str) -> bool:
        """Whether one of its sentences holds nearly all telling words of a text, and all its figures."""
        asked = _read(text)
        if not asked.words or len(asked.words) + len(asked.figures) < _LEAST:
            return False
        least = _MOST * len(asked.words)
        return any(n >= least and asked.figures <= self._sentences[at].figures for at, n in self._shared(asked).items())

    def lacks(self, text: str) -> float:
        """The share of a text's telling words and figures that the sentence nearest to it lacks, from 0 to 1."""
        asked = _read(text)
        size = len(asked.words) + len(asked.figures)
        near = (n + len(asked.figures & self._sentences[at].figures) for at, n in self._shared(asked).items())
        return 1.0 - max(near, default=0) / max(1, size)

    def nearest(self, text: str, *, least: float) -> tuple[Passage, tuple[int, int]] | None:
        """The sentence that shares most telling words with a text, the first of several; None below `least` of them."""
        asked = _read(text)
        best, found = least, None
        for at, n in sorted(self._shared(asked).items()):
            share = n / len(asked.words | self._sentences[at].words)
            if share > best and n >= _BOTH:
                best, found = share, self._places[at]
        return found

    def _shared(self, asked: _Sentence) -> Counter[int]:
        """How many words of a sentence each of those here that has any holds, by its number."""
        return Counter(at for word in sorted(asked.words) for at in self._holding.get(word, ()))


def _read(text: str) -> _Sentence:
    text = news.AS_OF.sub(" ", text)  # each edition says it as of its own day
    figures = frozenset(_NO_DIGIT.sub("", found) for found in _FIGURE.findall(text))
    return _Sentence(frozenset(word.removesuffix("s") for word in telling(text) if not word[0].isdigit()), figures)
