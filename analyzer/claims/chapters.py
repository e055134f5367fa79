"""All that the editions held say of one economy, indexed by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from analyzer.claims import kinship
from analyzer.claims.words import folded, like, stem, stems, stems_of, words_of
from analyzer.queries import whose
from analyzer.records import Label, Passage
from analyzer.store import Store
from analyzer.vocab import economies

OFFSET = stem("offset")  # the verb ("to offset a loss") is another matter: the tagger tells them apart
_LONG_FORM = re.compile(r"\(\s*[“\"]?([A-Z][A-Za-z]{0,3}[A-Z]{1,5})s?[”\"]?\s*\)")

LIKE = "~"  # marks a word that a passage holds by one of like meaning
_ALIKE = 0.7  # how near two words must come in meaning to stand for one another
_BREAK = "|"  # marks words between which no phrase stands: "taxes after export"
_BREAKS = frozenset(
    ("after", "although", "because", "before", "but", "if", "since", "than", "that", "unless", "until", "when", "where",
     "which", "while", "who", "without")
)  # fmt: skip
_LONG = 6  # letters from which on a word is known by its beginning
_MOST = 50  # places of a word in one sentence that are looked at

Places = dict[str, list[tuple[int, int]]]  # stem -> (sentence, position in it); sentence -1 is the heading


@dataclass(frozen=True)
class Chapter:
    """What the editions held say of an economy, ready to be searched."""

    economy: str
    passages: tuple[Passage, ...]
    offsets: frozenset[str]  # passages that speak of its offsets, in the sense of procurement
    _held: dict[str, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _stems: dict[int, list[tuple[int, list[str]]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Editions that speak of the economy."""
        return tuple(sorted({p.year for p in self.passages}))

    @cached_property
    def _texts(self) -> dict[tuple[tuple[str, ...], str], list[int]]:
        """Texts under their headings and the passages that are the same, often from year to year."""
        found: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
        for number, p in enumerate(self.passages):
            found[p.heading, p.text].append(number)
        return found

    @cached_property
    def _pieces(self) -> dict[str, list[list[int]]]:
        """Pieces of text without white space -> the passages of the texts that hold them, by first appearance."""
        found: dict[str, list[list[int]]] = defaultdict(list)
        for (heading, text), numbers in self._texts.items():
            for piece in dict.fromkeys([*_joined(heading).split(), *text.split()]):
                found[piece].append(numbers)
        return found

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """Stems -> the pieces that hold a word of the stem."""
        found: dict[str, list[str]] = defaultdict(list)
        for piece in self._pieces:
            for key, _ in stems_of(piece):
                found[key].append(piece)
        if not self.offsets:
            found.pop(OFFSET, None)
        return found

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """Words just as they stand, in small letters without accents -> the pieces that hold them."""
        found: dict[str, list[str]] = defaultdict(list)
        for piece in self._pieces:
            for _, written in stems_of(piece):
                found[folded(written)].append(piece)
        return found

    def kin(self, key: str, word: str) -> tuple[str, ...]:
        """The stems of words in the chapters that mean about the same as a word, by the lists or its form."""
        found = {stem(form) for form, near in kinship.near(folded(word)).items() if near >= _ALIKE}.union(like(key))
        kin = {s for s in found if s in self._words}
        if len(key) >= _LONG:
            kin.update(s for s in self._words if s.startswith(key) or (len(s) >= _LONG and key.startswith(s)))
        return tuple(sorted(kin - {key}))

    def with_form(self, form: str) -> set[int]:
        """The passages, by number, that hold a word in just this form (small letters, no accents)."""
        return {n for piece in self._forms.get(form, ()) for same in self._pieces[piece] for n in same}

    def forms(self, number: int) -> list[list[str]]:
        """The words of each sentence of a passage as `with_form` takes them, its own heading with the first."""
        p = self.passages[number]
        texts = [p.text[a:b] for a, b in p.sentence_spans]
        texts[0] = " ".join((*p.heading[-1:], texts[0]))
        return [[folded(word) for word in words_of(text)] for text in texts]

    def holding(self, word: str) -> tuple[int, ...]:
        """The passages that hold a word, by number, in order."""
        found = self._held.get(word)
        if found is None:
            numbers = {n for piece in self._words.get(word, ()) for same in self._pieces[piece] for n in same}
            if word == OFFSET:
                numbers = {n for n in numbers if self.passages[n].id in self.offsets}
            found = self._held[word] = tuple(sorted(numbers))
        return found

    def places(self, number: int, words: Collection[str]) -> Places:
        """Where the words stand in a passage."""
        wanted = frozenset(words)
        found: Places = {}
        for sentence, text in self._sentences(number):
            for at, word in enumerate(text):
                if word in wanted:
                    found.setdefault(word, []).append((sentence, at))
                elif word in _BREAKS:
                    found.setdefault(_BREAK, []).append((sentence, at))
        if self.passages[number].id not in self.offsets:
            found.pop(OFFSET, None)
        return found

    def _sentences(self, number: int) -> list[tuple[int, list[str]]]:
        """The stems of a passage's heading, and of each of its sentences."""
        found = self._stems.get(number)
        if found is None:
            p = self.passages[number]
            texts = [(-1, _joined(p.heading)), *((n, p.text[a:b]) for n, (a, b) in enumerate(p.sentence_spans))]
            found = self._stems[number] = [(n, stems(text)) for n, text in texts]
        return found

    def long_form(self, short: str) -> str | None:
        """What the texts spell out before an abbreviation in brackets, the latest first: "CSAP" -> its words."""
        numbers = {*self.holding(stem(short)), *self.holding(stem(short + "s"))}
        for number in sorted(numbers, reverse=True):
            text = self.passages[number].text
            for match in _LONG_FORM.finditer(text) if short in text else ():
                if match[1] == short and (words := _spelled(short, text[max(0, match.start() - 120) : match.start()])):
                    return words
        return None


def _joined(heading: Sequence[str]) -> str:
    return " . ".join(heading)


def _spelled(short: str, before: str) -> str | None:
    """The last words before an abbreviation whose initials it is made of."""
    last = re.findall(r"[\w’']+", before)[-len(short) - 3 :]
    for size in range(2, len(last) + 1):
        words = last[-size:]
        initials = "".join(w[0] for w in words if w.lower() not in ("of", "and", "the", "for", "on"))
        if initials.upper() == short.upper():
            return " ".join(words)
    return None


def together(phrase: Sequence[str], places: Mapping[str, Sequence[tuple[int, int]]]) -> set[int]:
    """Sentences in which the words of a phrase stand side by side, in any order, with at most two others between."""
    far = len(phrase) + 1
    breaks = defaultdict(list)
    for sentence, at in places.get(_BREAK, ()):
        breaks[sentence].append(at)
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
                    if at not in run
                    and (last := max(*run, at)) - (first := min(*run, at)) <= far
                    and not any(first < b < last for b in breaks[s])
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
    named = [p.id for p in passages if OFFSET in p.text.lower() and OFFSET in stems(p.text)]
    mentions = store.by_ids(named, placed=False)
    return Chapter(
        economy,
        tuple(passages),
        frozenset(
            key
            for key, (passage, held) in mentions.items()
            if any(m.label is Label.OFFSET and {economy, passage.chapter} & {*whose(passage, m)} for m in held)
        ),
    )
