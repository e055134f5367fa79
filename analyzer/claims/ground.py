"""The editions held, as the ground on which claims are judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analyzer import queries
from analyzer.claims import chapters, looking, practice, signs
from analyzer.claims.chapters import Chapter
from analyzer.claims.looking import Found
from analyzer.claims.signs import Signs
from analyzer.claims.statements import Statement
from analyzer.claims.terms import Matter, matter
from analyzer.claims.weights import Weights, weigh
from analyzer.claims.words import stem, stems
from analyzer.history import background
from analyzer.history.words import stem as similar_stem
from analyzer.records import Listing, Mention, Passage
from analyzer.store import Store, revision

_KEPT = 72  # economies whose chapters are kept in memory, those of an edition: 6 MB each, 25 at most
_SPEAKS = 0.5  # share of the words from which on a passage speaks of one of the things that a claim lists
_HINTS = 0.45  # ... and from which on it may do so, beside others
_MOSTLY = 0.75  # share of the passages with rare words that one economy must have to be the one that they mean
_OFTEN = 3  # ... and how many
_NAMES_IT = 6.0  # rarity from which on one word says what is meant, common though it may be in one economy's chapters
_WEAK = 0.5  # share of a claim's words below which the sentences beside it are asked what it means
_MORE = 1.3  # ... and how much more must then be found


@dataclass
class Ground:
    """The editions held of a series. Judging reads an economy's chapters when asked and keeps the last few.

    Rulings made meanwhile count; another report needs new ground.
    """

    store: Store
    series: str
    held: tuple[int, ...]
    economies: frozenset[str]
    _chapters: dict[str, Chapter] = field(default_factory=dict)
    _holding: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _listed: dict[str, tuple[str, Mapping[str, Listing]]] = field(default_factory=dict)
    _spoken: dict[str, list[tuple[Passage, Mention]]] = field(default_factory=dict)

    def signs(self, said: Statement) -> dict[int, Signs]:
        """The signs that editions speak of a claim's matter, for claims that name economy and year."""
        if said.economy is None or said.year is None or not said.matter:
            return {}
        chapter = self.chapter(said.economy)
        meant, weights = self.meant(said, said.year, chapter)
        return self.shown(replace(said, matter=meant), weights, said.year, chapter)

    def shown(self, said: Statement, weights: Weights, year: int, chapter: Chapter) -> dict[int, Signs]:
        """The signs in the editions up to a year that an economy's chapters show of a claim's matter."""
        return signs.read(chapter, self._listings(chapter.economy), weights, said.matter, said.kind, year)

    def practised(self, economy: str, of: practice.Practice) -> dict[int, Found]:
        """The editions that speak of an economy's practice, each with its sentence."""
        if not self._spoken:
            self._spoken.update(queries.offset_mentions(self.store, self.series))
        return of.found(self._spoken.get(economy, ()))

    def weights(self, of: Matter, chapter: Chapter) -> Weights:
        """How much each word of a matter says within an economy's chapters."""
        return weigh(chapter, _spelled_out(of, chapter), lambda words: len(self._chapters_with(words)))

    def meant(self, said: Statement, year: int, chapter: Chapter) -> tuple[Matter, Weights]:
        """What a claim means, and what its words weigh.

        It goes by its own words or, where these find little, by those of the sentences beside it as well.
        """
        own = self.weights(said.matter, chapter)
        if not said.context:
            return said.matter, own
        years = [y for y in chapter.years if y <= year]
        found = looking.look(chapter, own, years)[:1]
        held = own.of(found[0].held) if found else 0.0
        if found and held >= own.tells and found[0].score >= _WEAK:
            return said.matter, own
        both = said.matter.joined(said.context)
        wide = self.weights(both, chapter)
        more = looking.look(chapter, wide, years)[:1]
        better = bool(more) and (not found or wide.of(more[0].held) >= _MORE * held)
        return (both, wide) if better else (said.matter, own)

    def several(self, said: Statement, chapter: Chapter, year: int) -> bool:
        """Whether the things that a claim lists are several matters: each has passages, and none speaks of all."""
        weights = [self.weights(piece, chapter) for piece in said.pieces]
        if not weights or any(w.total < w.tells for w in weights):
            return False
        years = [y for y in chapter.years if y <= year]
        found = [looking.look(chapter, w, years) for w in weights]
        if not all(f and f[0].score >= _SPEAKS for f in found):
            return False
        clear = [{f.passage.id for f in looking.speaking(chapter, w, years, _HINTS)} for w in weights]
        return not set.intersection(*clear)

    def chapter(self, code: str) -> Chapter:
        """What the editions held say of an economy."""
        held = self._chapters.pop(code, None)  # the latest asked for stands last; several threads may ask at once
        if held is None:
            for old in list(self._chapters)[: 1 - _KEPT]:
                self._chapters.pop(old, None)
                self._listed.pop(old, None)
            held = chapters.chapter(self.store, self.series, code)
        self._chapters[code] = held
        return held

    def _listings(self, code: str) -> Mapping[str, Listing]:
        """An economy's listings by passage id, which rulings change."""
        now = revision(self.store)
        kept = self._listed.get(code)
        if kept is None or kept[0] != now:
            by_passage = {pid: entry for entry in self.store.listings(self.series, code) for pid in entry.passages}
            kept = self._listed[code] = now, by_passage
        return kept[1]

    def _chapters_with(self, words: Sequence[str]) -> tuple[str, ...]:
        """The chapter of each passage that holds a word, or words side by side: of the first twenty found."""
        key = tuple(words)
        if key not in self._holding:
            wanted = [stem(w) for w in key]
            hits = self.store.search(" ".join(key), limit=20)
            self._holding[key] = tuple(p.chapter for p, _, _ in hits if _side_by_side(_stems(p), wanted))
        return self._holding[key]

    def guessed(self, of: Matter, year: int) -> str | None:
        """The economy whose chapter speaks of a matter, for a text that names none: only where it is plainly one."""
        words = [w for _, w in of.words]
        if not words:
            return None
        hits = self.store.search(" ".join(words), year=year, limit=10)
        first = Counter(p.chapter for p, _, _ in hits[:5]).most_common(1)
        if first and first[0][1] >= 4 and first[0][0] in self.economies:
            return first[0][0]
        phrase = max(of.phrases, key=len, default=())
        texts = [(p.chapter, _stems(p)) for p, _, _ in hits]
        whole = [code for code, text in texts if set(of.stems) <= set(text) and _side_by_side(text, phrase)]
        counted = Counter(code for code in whole if code in self.economies)
        code, most = counted.most_common(1)[0] if counted else ("", 0)
        return code if most * 10 >= 7 * len(whole) > 0 else None

    def mostly(self, of: Matter) -> str | None:
        """The economy whose chapters nearly alone use a matter's rare words and phrases, in whatever edition."""
        votes: Counter[str] = Counter()
        written = dict(of.words)
        for key in (*of.phrases, *((k,) for k in written)):
            if min(self._rarity(written[k]) for k in key) * len(key) < _NAMES_IT:
                continue
            there = self._chapters_with([written[k] for k in key])
            code, count = Counter(there).most_common(1)[0] if there else ("", 0)
            if count >= _OFTEN and count >= _MOSTLY * len(there):
                votes[code] += len(key)
        code, most = votes.most_common(1)[0] if votes else ("", 0)
        return code if code in self.economies and 2 * most > votes.total() else None

    def named(self, of: Matter, weights: Weights) -> bool:
        """Whether one of the words found says what is meant: Pharmac."""
        return any(self._rarity(word) >= _NAMES_IT for key, word in of.words if key in weights.words)

    def _rarity(self, word: str) -> float:
        """How seldom reports use a word: natural logarithm of the sentences for one that holds it."""
        return float(background.shipped().idf(similar_stem(word)))


def _stems(passage: Passage) -> list[str]:
    """The stems of a passage and its headings."""
    return stems(" . ".join((*passage.heading, passage.text)))


def _side_by_side(text: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(list(text[n : n + size]) == list(words) for n in range(len(text) - size + 1))


def _spelled_out(of: Matter, held: Chapter) -> Matter:
    """The matter with the long form of an abbreviation that the chapter spells out."""
    out = of
    for key, word in of.words:
        long = held.long_form(word.upper()) if len(word) > 1 else None
        if long is None:
            continue
        spelled = matter(long)
        known = set(spelled.stems) <= set(of.stems)
        out = out.without(frozenset({key})) if known else out.joined(spelled)
    return out
