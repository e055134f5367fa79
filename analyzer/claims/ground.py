"""The editions held, as the ground on which claims are judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from analyzer.claims import chapters, covering, looking
from analyzer.claims.chapters import Chapter
from analyzer.claims.cues import Kind
from analyzer.claims.judgement import Answer, Judgement
from analyzer.claims.looking import Found
from analyzer.claims.saying import say
from analyzer.claims.statements import Statement, published_on
from analyzer.claims.terms import Matter, matter
from analyzer.claims.weights import Weights, weigh
from analyzer.claims.words import stem, stems
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

_KEPT = 12  # chapters kept in memory


@dataclass
class Ground:
    """The editions held of a series. Judging reads each economy's chapters once and keeps the last dozen."""

    store: Store
    series: str
    held: tuple[int, ...]
    economies: frozenset[str]
    _chapters: dict[str, Chapter] = field(default_factory=dict)
    _known: dict[tuple[str, ...], int] = field(default_factory=dict)

    def judge(self, said: Statement, today: date | None = None) -> Judgement:
        """The answer to one claim."""
        year = said.year or published_on(today, self.held)
        if year not in self.held:
            held = ", ".join(map(str, self.held))
            return untold(said, year, f"The {self.series.upper()} edition of {year} is not held (held: {held}).")
        code = said.economy or self._guessed(said.matter, year)
        if code is None:
            return untold(said, year, "The text names no economy that the editions held speak of.")
        chapter = self._chapter(code)
        case = _Case(self, said, year, chapter, [y for y in chapter.years if y < year])
        if said.covers:
            return case.covered()
        if not said.matter:
            return untold(said, year, "The text does not say which measure it means.", economy=code)
        return case.weighed(weigh(chapter, _spelled_out(said.matter, chapter), self._elsewhere))

    def _chapter(self, code: str) -> Chapter:
        if code not in self._chapters:
            while len(self._chapters) >= _KEPT:
                self._chapters.pop(next(iter(self._chapters)))
            self._chapters[code] = chapters.chapter(self.store, self.series, code)
        return self._chapters[code]

    def _elsewhere(self, words: Sequence[str]) -> int:
        """How many passages on any economy hold a word, or words side by side; twenty at most."""
        key = tuple(words)
        if key not in self._known:
            wanted = [stem(w) for w in key]
            hits = self.store.search(" ".join(key), limit=20)
            self._known[key] = sum(_side_by_side(stems(" . ".join((*p.heading, p.text))), wanted) for p, _, _ in hits)
        return self._known[key]

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
        texts = [(p, stems(" . ".join((*p.heading, p.text)))) for p, _, _ in hits]
        whole = [p for p, text in texts if set(of.stems) <= set(text) and _side_by_side(text, phrase)]
        counted = Counter(p.chapter for p in whole if p.chapter in self.economies)
        code, most = counted.most_common(1)[0] if counted else ("", 0)
        return code if most * 10 >= 7 * len(whole) > 0 else None


def _side_by_side(text: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(list(text[n : n + size]) == list(words) for n in range(len(text) - size + 1))


def _spelled_out(of: Matter, held: Chapter) -> Matter:
    """The matter with the long form of an abbreviation that the chapter spells out."""
    out = of
    for key, word in of.words:
        long = held.long_forms.get(word.upper())
        if long is None or len(word) < 2:
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
    earlier: list[int]

    @property
    def name(self) -> str:
        return economies.name_of(self.chapter.economy, year=self.year)

    def covered(self) -> Judgement:
        """The answer to a claim about the economy's chapter as such."""
        years = covering.years(self.ground.store, self.ground.series, self.chapter)
        before = [y for y in years if y < self.year]
        held = [y for y in self.ground.held if y < self.year]
        if not held:
            return self._untold(f"No edition before {self.year} is held.")
        answer = covering.answer(self.year in years, before, max(held))
        return self._tell(answer, [], [], listed=before, compared=max(held), sure=True, chapter=True)

    def weighed(self, weights: Weights) -> Judgement:
        """The answer by what the editions say of the matter."""
        if not self.earlier and self.year not in self.chapter.years:
            return self._untold(f"No edition held says anything of {self.name} up to {self.year}.")
        if sum(weights.words.values()) < weights.tells:
            words = " ".join(w for _, w in self.said.matter.words)
            return self._untold(f"'{words}' alone says too little in the chapters on {self.name}: name the measure.")
        found = looking.look(self.chapter, weights, [self.year])
        here = looking.speaking(found)
        if here and weights.of(here[0].held) < weights.tells:
            here = []
        if self.said.kind is Kind.GONE and not (here and here[0].score >= looking.CLEAR):
            return self._gone(weights)
        if here:
            return self._present(weights, here)
        if near := looking.nearly(self.chapter, weights, found):
            return self._present(weights, near)
        if found and found[0].score >= looking.UNCLEAR:
            why = (
                f"The nearest passage of {self.year} holds too few of the claim's words; read it, or name the measure."
            )
            return self._untold(why, found)
        return self._absent(weights)

    def _present(self, weights: Weights, here: list[Found]) -> Judgement:
        if not self.earlier and not any(y < self.year for y in self.ground.held):
            return self._untold(f"No edition before {self.year} is held.", here)
        before = looking.same(self.chapter, here, weights, self.earlier)
        return self._tell(self._status(before), here, before)

    def _status(self, before: Sequence[Found]) -> Answer:
        years = looking.by_year(before)
        return Answer.TRUE if not years else Answer.ALREADY if max(years) == max(self.earlier) else Answer.RELISTED

    def _gone(self, weights: Weights) -> Judgement:
        anchors = looking.speaking(looking.look(self.chapter, weights, self.earlier))
        if not anchors:
            return self._tell(Answer.NOT_LISTED, [], [])
        before = looking.same(self.chapter, anchors, weights, self.earlier)
        here = looking.same(self.chapter, anchors, weights, [self.year], loose=True)
        return self._tell(self._status(before) if here else Answer.DROPPED, here, before)

    def _absent(self, weights: Weights) -> Judgement:
        anchors = looking.speaking(looking.look(self.chapter, weights, self.earlier))
        before = looking.same(self.chapter, anchors, weights, self.earlier) if anchors else []
        return self._tell(Answer.NOT_LISTED, [], before)

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
        sure: bool | None = None,
        chapter: bool = False,
    ) -> Judgement:
        series = self.ground.series
        years = tuple(looking.by_year(before) if listed is None else listed)
        compared = max(self.earlier, default=None) if compared is None else compared
        since = self.earlier[0] if self.earlier else self.year
        missing = tuple(y for y in all_series.published(series) if since < y < self.year and y not in self.ground.held)
        present = bool(here) or (chapter and answer not in (Answer.DROPPED, Answer.NOT_LISTED))
        all_years = tuple(sorted({*years, *([self.year] if present else [])}))
        return Judgement(
            claim=self.said.text,
            kind=self.said.kind,
            answer=answer,
            holds=_holds(self.said, answer, years),
            sure=looking.plain(answer, here, before) if sure is None else sure,
            economy=self.chapter.economy,
            year=self.year,
            matter=tuple(word for _, word in self.said.matter.words),
            compared_with=compared,
            first_listed=all_years[0] if all_years else None,
            last_listed_before=years[-1] if years else None,
            years_listed=all_years,
            missing_editions=missing,
            here=tuple(f.proof() for f in here[:3]),
            before=tuple(f.proof() for f in _telling(before)),
            says=say(series, self.chapter.economy, self.year, answer, years, compared, missing, chapter=chapter),
            notes=all_series.notes(series, self.year),
        )


def _telling(before: Sequence[Found]) -> list[Found]:
    """The best passage of the first year, of the last, and of the best year: what a reader wants to see."""
    years = looking.by_year(before)
    if not years:
        return []
    wanted = {min(years), max(years), before[0].passage.year}
    return [years[y][0] for y in sorted(wanted)]


def _holds(said: Statement, answer: Answer, years: tuple[int, ...]) -> bool | None:
    if answer is Answer.UNTOLD:
        return None
    if said.kind is Kind.FIRST:
        return answer is Answer.TRUE
    if said.kind is Kind.BACK:
        return answer is Answer.RELISTED
    if said.kind is Kind.GONE:
        return answer is Answer.DROPPED
    if said.kind is Kind.LONG:
        if said.since is not None and answer is not Answer.NOT_LISTED:
            return bool(years) and years[0] <= said.since
        return answer is Answer.ALREADY
    return answer is not Answer.NOT_LISTED


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
        compared_with=None,
        first_listed=None,
        last_listed_before=None,
        years_listed=(),
        missing_editions=(),
        here=tuple(f.proof() for f in here[:3]),
        before=(),
        says=f"Cannot be told. {why}",
    )
