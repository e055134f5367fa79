"""What is asked for, and which passages on an economy say it.

The rarer a word is in the economy's chapters, the more it weighs; offsets are told by their mentions.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyzer.errors import AnalyzerError
from analyzer.queries.asked_words import AskedWord, asked_words
from analyzer.queries.citing import sentence_at
from analyzer.queries.whose import whose
from analyzer.records import Label, Mention, Passage
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab.practices import is_of_offsets
from analyzer.vocab.word_forms import pattern_of

MOSTLY = 0.5  # share of what is asked for that a passage says at least to be counted at all
ALL = 0.999
_BESIDE = 0.66  # share that a passage says itself of what it says with those beside it
_CAPITALS = 0.1  # share of a word's passages that print it in capitals, where it is a short form
_GENERAL = 0.05  # what a word for any measure weighs beside one that tells the matter
_OFFSETS = ("offset", "countertrade", "counter trade", "counterpurchase", "counter purchase")


@dataclass(frozen=True, slots=True)
class Said:
    """How much of what is asked for a passage says (0-1), by itself and with those right beside it."""

    year: int
    alone: float
    beside: float

    @property
    def all(self) -> bool:
        """Whether it says all of it, or most, and those beside it the rest."""
        return self.alone >= ALL or (self.alone >= _BESIDE and self.beside >= ALL)


@dataclass(frozen=True, slots=True)
class Question:
    """Words, each with what it weighs, or a practice that goes by many words."""

    words: tuple[AskedWord, ...]
    weights: tuple[float, ...]
    not_found: tuple[str, ...] = ()  # words that no passage on the economy holds
    offsets_of: str | None = None  # the economy whose offsets are asked for
    domain: str = "unspecified"  # ... and of which purchases: defence, civil

    def sentence(self, p: Passage, mentions: Sequence[Mention]) -> str:
        """The sentence of a passage that says most of it; the whole passage where none says any."""
        if self.offsets_of is not None:
            best = self._mention(p, mentions)
            return p.text[slice(*sentence_at(p, best.start))] if best else p.text
        sentences = [p.text[start:end] for start, end in p.sentences] or [p.text]
        best_share, best_at = max((self.says(text), -n) for n, text in enumerate(sentences))
        return sentences[-best_at] if best_share else p.text

    def share(self, passage: Passage, mentions: Sequence[Mention]) -> float:
        """How much of what is asked for of offsets a passage says: their domain, too, or their mention alone."""
        best = self._mention(passage, mentions)
        if best is None:
            return 0.0
        return 1.0 if self.domain in ("unspecified", best.attrs.get("domain")) else MOSTLY

    def says(self, text: str) -> float:
        """How much of the words a text holds (0-1)."""
        pairs = zip(self.words, self.weights, strict=True)
        return sum(weight for word, weight in pairs if pattern_of(word.ways).search(text))

    def _mention(self, passage: Passage, mentions: Sequence[Mention]) -> Mention | None:
        """The mention of offsets that is meant, one of the purchases asked for before others."""
        meant = [m for m in mentions if self._is_meant(passage, m)]
        return next((m for m in meant if m.attrs.get("domain") == self.domain), next(iter(meant), None))

    def _is_meant(self, passage: Passage, mention: Mention) -> bool:
        bloc = self.offsets_of == passage.chapter and bool(economies.members(passage.chapter, passage.year))
        return mention.label is Label.OFFSET and (bloc or self.offsets_of in whose(passage, mention))


def ask(store: Store, series: str, economy: str, query: str) -> tuple[Question, dict[int, Said]]:
    """The question in these words, and by number the passages that say half of it or more.

    They are those on the economy and on the blocs that it ever belonged to: which of these count for it, its findings
    tell. Raises AnalyzerError where no word names a matter.
    """
    among = [economy, *economies.blocs_of(economy)]
    if is_of_offsets(query):
        from analyzer.mentions.offset_sense import domain_of

        offsets = AskedWord(query, _OFFSETS)
        (held,) = store.holding([_OFFSETS], economies=among, series=series)
        domain = domain_of(query, 0, len(query))
        question = Question((offsets,), (1.0,), offsets_of=economy, domain=domain)
        return question, dict(_by_mentions(store, series, question, held))
    words = _without_name(asked_words(store, query, economies=among, series=series), economy)
    if not words:
        raise AnalyzerError(f"'{query}' names no matter.", remedy="Give words that do, such as: defense offset")
    found = store.holding([word.ways for word in words], economies=among, series=series)
    texts = store.texts({number for held in found for number in held})
    found = [_meant(word, held, texts) for word, held in zip(words, found, strict=True)]
    telling = [not word.general for word in words]
    if not any(telling):
        telling = [True] * len(words)
    weights = [1 / math.log(len(held) + math.e) for held in found]
    total = sum(weight for weight, tells in zip(weights, telling, strict=True) if tells)
    shares = tuple(w / total if tells else _GENERAL * w / total for w, tells in zip(weights, telling, strict=True))
    missing = tuple(word.typed for word, held in zip(words, found, strict=True) if not held)
    return Question(words, shares, missing), dict(_said(found, shares, telling))


def _meant(word: AskedWord, held: Mapping[int, int], texts: Mapping[int, str]) -> dict[int, int]:
    """The passages that hold a word as it is meant: the index takes "location" for "locate", "REACH" for "reach"."""
    pattern = pattern_of(word.ways)
    meant = {number: year for number, year in held.items() if pattern.search(texts[number])}
    if not word.typed.isupper():
        return meant
    capitals, others = re.compile(rf"\b{re.escape(word.typed)}s?\b"), pattern_of(word.ways[1:] or ["\0"])
    written = {n: year for n, year in meant.items() if capitals.search(texts[n]) or others.search(texts[n])}
    return written if len(written) >= _CAPITALS * len(meant) else meant


def _said(
    found: Sequence[Mapping[int, int]], shares: Sequence[float], telling: Sequence[bool]
) -> Iterator[tuple[int, Said]]:
    """The passages that say half or more of the words, by the numbers of the passages that hold each."""
    year_of = {number: year for held in found for number, year in held.items()}
    told = [(held, share) for held, share, tells in zip(found, shares, telling, strict=True) if tells]
    more = [(held, share) for held, share, tells in zip(found, shares, telling, strict=True) if not tells]
    for number, year in sorted(year_of.items()):
        alone = sum(share for held, share in told if number in held)
        if alone < MOSTLY:
            continue
        around = (number - 1, number, number + 1)
        beside = sum(share for held, share in told if any(held.get(n) == year for n in around))
        yield number, Said(year, alone + sum(share for held, share in more if number in held), beside)


def _by_mentions(store: Store, series: str, question: Question, held: Mapping[int, int]) -> Iterator[tuple[int, Said]]:
    """The passages with a mention of the offsets meant, of those that hold the word."""
    economy = question.offsets_of or ""
    ids = {number: passage for number, passage, _, _ in store.filed(series, economy, held)}
    told = store.by_ids(list(ids.values()), placed=False)
    for number, passage in ids.items():
        if share := question.share(*told[passage]):
            yield number, Said(held[number], share, 1.0)


def _without_name(words: tuple[AskedWord, ...], economy: str) -> tuple[AskedWord, ...]:
    """The words but for the economy's own name, where anything else is asked for."""
    other = [w for w in words if economy not in (economies.code_of(w.typed), economies.code_of_people(w.typed))]
    return tuple(other) or words
