"""All that the editions held say of one economy, indexed by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from analyzer.claims.words import stem, stems, words_of
from analyzer.history import background
from analyzer.history.meanings import Floats
from analyzer.history.words import stem as similar_stem
from analyzer.records import Label, Listing, Passage
from analyzer.store import Store
from analyzer.vocab import economies

OFFSET = stem("offset")  # the verb ("to offset a loss") is another matter: the tagger tells them apart
_LONG_FORM = re.compile(r"\(\s*[“\"]?([A-Z][A-Za-z]{0,3}[A-Z]{1,5})s?[”\"]?\s*\)")

LIKE = "~"  # marks a word that a passage holds by one of like meaning
_KIN = 4  # words of like meaning that are tried
_ALIKE = 0.72  # cosine of two words' meanings from which on they are alike
_LONG = 6  # letters from which on a word is known by its beginning
_MOST = 50  # places of a word in one sentence that are looked at

Places = dict[str, list[tuple[int, int]]]  # stem -> (sentence, position in it); sentence -1 is the heading


@dataclass(frozen=True)
class Chapter:
    """What the editions held say of an economy, ready to be searched."""

    economy: str
    passages: tuple[Passage, ...]
    listings: Mapping[str, Listing]  # by passage id
    offsets: frozenset[str]  # passages that speak of offsets in the sense of procurement
    _written: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)  # stem -> a word

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Editions that speak of the economy."""
        return tuple(sorted({p.year for p in self.passages}))

    @cached_property
    def _index(self) -> dict[str, dict[int, list[tuple[int, int]]]]:
        index: dict[str, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for number, p in enumerate(self.passages):
            cuts = p.sentences or ((0, len(p.text)),)
            texts = ((-1, " . ".join(p.heading)), *((n, p.text[a:b]) for n, (a, b) in enumerate(cuts)))
            for sentence, text in texts:
                for at, written in enumerate(words_of(text)):
                    word = stem(written)
                    if word != OFFSET or p.id in self.offsets:
                        index[word][number].append((sentence, at))
                        self._written.setdefault(word, written)
        return index

    @cached_property
    def _meanings(self) -> tuple[list[str], Floats]:
        """The stems of the chapters' words with their meanings, one row a stem."""
        kept = sorted(self._index)
        return kept, background.shipped().meaning([similar_stem(self._written[s]) for s in kept])

    def kin(self, key: str, word: str) -> tuple[str, ...]:
        """Words of the chapters that mean about the same as a word, by the company they keep, or its form."""
        stems_here, vectors = self._meanings
        near = vectors @ background.shipped().meaning([similar_stem(word)])[0]
        likest = [int(n) for n in near.argsort()[::-1][: _KIN + 1] if near[n] >= _ALIKE]
        found = [stems_here[n] for n in likest]
        if len(key) >= _LONG:
            found += [s for s in stems_here if s.startswith(key) or (len(s) >= _LONG and key.startswith(s))]
        return tuple(sorted({s for s in found if s != key}))

    def count(self, word: str) -> int:
        """How many passages hold a word."""
        return len(self._index[word]) if word in self._index else 0

    def places(self, words: Collection[str], kin: Mapping[str, Sequence[str]] | None = None) -> dict[int, Places]:
        """Where the words stand, by passage; words of like meaning under "~" and the word that they stand for."""
        found: dict[int, Places] = defaultdict(dict)
        for word in sorted(words):
            if word in self._index:
                for number, at in self._index[word].items():
                    found[number][word] = at
        for word, others in (kin or {}).items():
            for other in others:
                for number, at in self._index.get(other, {}).items():
                    found[number].setdefault(LIKE + word, []).extend(at)
        return found

    @cached_property
    def long_forms(self) -> dict[str, str]:
        """What the texts spell out before an abbreviation in brackets: "CSAP" -> its words."""
        found: dict[str, str] = {}
        for p in reversed(self.passages):
            for match in _LONG_FORM.finditer(p.text):
                short = match[1]
                before = re.findall(r"[\w’']+", p.text[max(0, match.start() - 120) : match.start()])[-len(short) - 3 :]
                for size in range(2, len(before) + 1):
                    words = before[-size:]
                    initials = "".join(w[0] for w in words if w.lower() not in ("of", "and", "the", "for", "on"))
                    if initials.upper() == short.upper():
                        found.setdefault(short, " ".join(words))
                        break
        return found


def together(phrase: Sequence[str], places: Mapping[str, Sequence[tuple[int, int]]]) -> set[int]:
    """Sentences in which the words of a phrase stand side by side, in any order, with at most two others between."""
    far = len(phrase) + 1
    spots: dict[int, list[tuple[int, ...]]] = {}
    for number, word in enumerate(phrase):
        at_word: dict[int, list[int]] = defaultdict(list)
        for sentence, at in places.get(word, ()):
            at_word[sentence].append(at)
        if number == 0:
            spots = {s: [(at,) for at in ats[:_MOST]] for s, ats in at_word.items()}
            continue
        spots = {
            s: longer
            for s, runs in spots.items()
            if (
                longer := [
                    (*run, at)
                    for run in runs
                    for at in at_word.get(s, ())
                    if at not in run and max(*run, at) - min(*run, at) <= far
                ][:_MOST]
            )
        }
    return set(spots)


def chapter(store: Store, series: str, economy: str) -> Chapter:
    """What the editions held say of an economy, in its own chapter or in its bloc's."""
    blocs = [b for b in ("GCC", "SACU") if economy in economies.members(b, 2020)]
    passages = [
        p
        for p in store.passages(series, [economy, *blocs], placed=False)
        if economy in p.economies or (len(p.economies) == 1 and p.chapter in blocs)
    ]
    named = [p.id for p in passages if OFFSET in stems(p.text)]
    mentions = store.by_ids(named)
    return Chapter(
        economy,
        tuple(passages),
        {pid: entry for entry in store.listings(series, economy) for pid in entry.passages},
        frozenset(k for k, (_, held) in mentions.items() if any(m.label is Label.OFFSET for m in held)),
    )
