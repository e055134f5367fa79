"""The editions held, as the ground on which claims are judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from analyzer import queries
from analyzer.claims import chapters, covering, looking, practice, presence, signs
from analyzer.claims.answers import Answer
from analyzer.claims.chapters import Chapter
from analyzer.claims.cues import Kind
from analyzer.claims.editions import published_on
from analyzer.claims.judgement import Judgement
from analyzer.claims.looking import Found
from analyzer.claims.saying import say
from analyzer.claims.signs import Signs
from analyzer.claims.statements import Statement
from analyzer.claims.terms import Matter, matter
from analyzer.claims.weights import Weights, weigh
from analyzer.claims.words import stem, stems
from analyzer.history import background
from analyzer.history.words import stem as similar_stem
from analyzer.records import Listing, Mention, Passage
from analyzer.store import Store, revision
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

_KEPT = 72  # economies whose chapters are kept in memory, those of an edition: 6 MB each, 25 at most
_SPEAKS = 0.5  # share of the words from which on a passage speaks of one of the things that a claim lists
_HINTS = 0.45  # ... and from which on it may do so, beside others
_LISTED = 0.5  # probability from which on an edition lists a matter
# ... from which on older ones do where the edition before does not, and one alone: of many, one looks like it by chance
_OLDER, _ALONE = 0.85, 0.93
_UNCLEAR = 0.3  # ... from which on it might
_PLAIN = 0.7  # share of the claim's words that the best passage must hold for an answer without doubt
_SURE = 0.9  # ... and from which on there is little doubt, as below one minus this
_MOSTLY = 0.75  # share of the passages with rare words that one economy must have to be the one that they mean
_OFTEN = 3  # ... and how many
_NAMES_IT = 6.0  # rarity from which on one word says what is meant, common though it may be in one economy's chapters
_WEAK = 0.5  # share of a claim's words below which the sentences beside it are asked what it means
_MORE = 1.3  # ... and how much more must then be found
# The answer that bears out what a claim says.
_BORNE_OUT = {
    Kind.FIRST: Answer.TRUE, Kind.BACK: Answer.RELISTED, Kind.GONE: Answer.DROPPED, Kind.LONG: Answer.ALREADY
}  # fmt: skip
_BROAD = frozenset(map(stem, ("non", "tariff", "trade", "nontariff", "market", "access", "policy", "import", "export")))


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

    def judge(self, said: Statement, today: date | None = None) -> tuple[Judgement, ...]:
        """The answer to one claim; several where it lists things that the editions treat as several matters."""
        said = practice.otherwise(said)
        year = said.year or published_on(today, self.held)
        if year not in self.held:
            held = ", ".join(map(str, self.held))
            return (untold(said, year, f"The {self.series.upper()} edition of {year} is not held (held: {held})."),)
        code = said.economy or self._mostly(said.matter.joined(said.context))
        if code is None and said.kind in (Kind.LONG, Kind.LISTED):
            return ()  # it says nothing of a matter in the reports
        code = code or self._guessed(said.matter, year)
        if code is None:
            return (untold(said, year, "The text names no economy that the editions held speak of."),)
        chapter = self._chapter(code)
        if said.covers:
            return (_Case(self, said, year, chapter).covered(),)
        if not said.matter:
            return (untold(said, year, "The text does not say which measure it means.", economy=code),)
        pieces = said.pieces if self._several(said, chapter, year) else ()
        parts = [replace(said, matter=piece) for piece in pieces] or [said]
        return tuple(_Case(self, part, year, chapter).weighed() for part in parts)

    def signs(self, said: Statement) -> dict[int, Signs]:
        """The signs that editions speak of a claim's matter, for claims that name economy and year."""
        if said.economy is None or said.year is None or not said.matter:
            return {}
        chapter = self._chapter(said.economy)
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

    def _several(self, said: Statement, chapter: Chapter, year: int) -> bool:
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

    def _chapter(self, code: str) -> Chapter:
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

    def _guessed(self, of: Matter, year: int) -> str | None:
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

    def _mostly(self, of: Matter) -> str | None:
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


@dataclass
class _Case:
    """One claim before the chapters of its economy."""

    ground: Ground
    said: Statement
    year: int
    chapter: Chapter

    @property
    def earlier(self) -> list[int]:
        """Editions before the one of the claim that speak of the economy."""
        return [y for y in self.chapter.years if y < self.year]

    @property
    def name(self) -> str:
        return economies.named(self.chapter.economy, year=self.year)

    def covered(self) -> Judgement:
        """The answer to a claim about the economy's chapter as such."""
        years = covering.years(self.ground.store, self.ground.series, self.chapter)
        before = [y for y in years if y < self.year]
        held = [y for y in self.ground.held if y < self.year]
        if not held:
            return self._untold(f"No edition before {self.year} is held.")
        answer = Answer.of(present=self.year in years, before=before, compared=max(held))
        return self._tell(answer, [], [], listed=before, compared=max(held), sure=True, chapter=True)

    def weighed(self) -> Judgement:
        """The answer by what the editions say of the matter."""
        if not self.earlier and self.year not in self.chapter.years:
            return self._untold(f"No edition held says anything of {self.name} up to {self.year}.")
        named = practice.named(self.said)
        practised = None if named is None else self.ground.practised(self.chapter.economy, named)
        if named is not None and practised is not None and (named.whole or not practised):
            return self._practised(practised)
        meant, weights = self.ground.meant(self.said, self.year, self.chapter)
        thin = sum(weights.words.values()) < weights.tells and not self.ground.named(meant, weights)
        if thin or _BROAD.issuperset(meant.stems):
            words = " ".join(w for _, w in self.said.matter.words)
            return self._untold(f"'{words}' alone says too little in the chapters on {self.name}: name the measure.")
        shown = self.ground.shown(replace(self.said, matter=meant), weights, self.year, self.chapter)
        model = presence.shipped()
        likely = {y: model.likely(s.values) for y, s in shown.items()}
        speaking = {y: s.found for y, s in shown.items() if s.found and likely[y] >= _LISTED}
        if practised is not None:
            speaking = {y: f for y, f in speaking.items() if y in practised}
        older = self._older([y for y in speaking if y < self.year], shown, likely)
        speaking = {y: f for y, f in speaking.items() if y == self.year or y in older}
        here = speaking.pop(self.year, None)
        answer = self._answer(here is not None, speaking)
        near = shown[self.year].found if self.year in shown else None
        if answer is Answer.NOT_LISTED and near and likely[self.year] >= _UNCLEAR:
            why = f"The nearest passage of {self.year} may speak of something else; read it, or name the measure."
            return self._untold(why, [near])
        told = [speaking[y] for y in sorted(speaking)]
        return self._tell(answer, [here] if here else [], told, sure=self._sure(answer, shown, likely))

    def _older(self, years: list[int], shown: Mapping[int, Signs], likely: Mapping[int, float]) -> list[int]:
        """Those earlier editions that list the matter beyond what looks like it by chance, as one of many does."""
        latest = max(self.earlier, default=None)
        if latest in years:
            at = {y: n for n, y in enumerate(self.chapter.years)}
            beside = {at[y] + step for y in years for step in (-1, 1)}
            return [y for y in years if y == latest or likely[y] >= _SURE or at[y] in beside]
        found = [y for y in years if likely[y] >= _OLDER and shown[y].core]
        return found if len(found) != 1 or likely[found[0]] >= _ALONE else []

    def _practised(self, of: Mapping[int, Found]) -> Judgement:
        """The answer for a practice of which these editions speak and no others."""
        before = {y: f for y, f in of.items() if y < self.year}
        here = [of[self.year]] if self.year in of else []
        answer = self._answer(bool(here), before)
        return self._tell(answer, here, list(before.values()), sure=answer is not Answer.NOT_LISTED)

    def _answer(self, present: bool, before: Collection[int]) -> Answer:
        return Answer.of(present=present, before=before, compared=max(self.earlier, default=0))

    def _sure(self, answer: Answer, shown: Mapping[int, Signs], likely: Mapping[int, float]) -> bool:
        """Whether the editions that the answer rests on speak, or do not speak, of the matter beyond doubt."""
        before = [p for y, p in likely.items() if y < self.year]
        wanted = [likely.get(self.year, 0.0)]
        if answer.present and self.earlier:
            wanted.append(likely.get(max(self.earlier), 0.0))
        if answer in (Answer.RELISTED, Answer.DROPPED, Answer.TRUE):
            wanted.append(max(before, default=0.0))
        best = max((s.found.score for s in shown.values() if s.found), default=0.0)
        return answer is not Answer.NOT_LISTED and best >= _PLAIN and all(p >= _SURE or p <= 1 - _SURE for p in wanted)

    def _untold(self, why: str, here: Sequence[Found] = ()) -> Judgement:
        return untold(self.said, self.year, why, economy=self.chapter.economy, here=here)

    def _tell(
        self,
        answer: Answer,
        here: Sequence[Found],
        before: Sequence[Found],
        *,
        listed: Sequence[int] | None = None,
        compared: int | None = None,
        sure: bool,
        chapter: bool = False,
    ) -> Judgement:
        if answer.present and not any(y < self.year for y in self.ground.held):
            return self._untold(f"No edition before {self.year} is held.", here)
        series, code, kind = self.ground.series, self.chapter.economy, self.said.kind
        years = tuple(looking.by_year(before) if listed is None else listed)
        compared = max(self.earlier, default=None) if compared is None else compared
        since = self.earlier[0] if self.earlier else self.year
        missing = tuple(y for y in all_series.published(series) if since < y < self.year and y not in self.ground.held)
        all_years = tuple(sorted({*years, *([self.year] if answer.present else [])}))
        return Judgement(
            claim=self.said.text,
            kind=kind,
            answer=answer,
            holds=_holds(self.said, answer, years),
            sure=sure,
            economy=code,
            year=self.year,
            matter=tuple(word for _, word in self.said.matter.words),
            compared_with=compared,
            first_listed=all_years[0] if all_years else None,
            last_listed_before=years[-1] if years else None,
            years_listed=all_years,
            missing_editions=missing,
            here=tuple(f.proof() for f in here[:3]),
            before=tuple(f.proof() for f in _telling(before)),
            says=say(series, code, self.year, answer, years, compared, missing, kind=kind, chapter=chapter),
            notes=all_series.notes(series, self.year),
        )


def _telling(before: Sequence[Found]) -> list[Found]:
    """The best passage of the first year, of the last, and of the best year: what a reader wants to see."""
    years = looking.by_year(before)
    if not years:
        return []
    best = max(before, key=lambda f: f.score)
    wanted = {min(years), max(years), best.passage.year}
    return [years[y][0] for y in sorted(wanted)]


def _holds(said: Statement, answer: Answer, years: tuple[int, ...]) -> bool:
    if said.kind is Kind.LISTED:
        return answer.present
    if said.kind is Kind.LONG and said.since is not None and answer.present:
        return bool(years) and years[0] <= said.since
    return answer is _BORNE_OUT[said.kind]


def untold(
    said: Statement, year: int | None, why: str, *, economy: str | None = None, here: Sequence[Found] = ()
) -> Judgement:
    """The answer where there is none, with the reason."""
    return Judgement(
        claim=said.text,
        kind=said.kind,
        answer=Answer.UNTOLD,
        holds=None,
        sure=False,
        economy=economy or said.economy,
        year=year,
        matter=tuple(word for _, word in said.matter.words),
        here=tuple(f.proof() for f in here[:3]),
        says=f"Cannot be told. {why}",
    )
