"""Claims checked against the editions held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analyzer import queries
from analyzer.claims import looking
from analyzer.claims.cues import Kind
from analyzer.claims.judgement import Answer, Judgement
from analyzer.claims.saying import say
from analyzer.claims.statements import Statement, published_on, statements
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab import series as all_series


def check(text: str, store: Store, *, today: date | None = None, series: str | None = None) -> tuple[Judgement, ...]:
    """Judgements on the claims that an article (or a single claim) makes about a report, in order of the text.

    Empty where it claims nothing of the kind. A claim that names no edition is taken to speak of the latest one held
    (on `today`, where given). Raises NothingHeld where no report is held.
    """
    name = queries.series_held(store, series)
    ground = _Ground(store, name, queries.years_held(store, name))
    known = store.economies(name)
    return tuple(ground.judge(s, today) for s in statements(text, among=known or ()))


@dataclass
class _Ground:
    store: Store
    series: str
    held: tuple[int, ...]

    def judge(self, said: Statement, today: date | None) -> Judgement:
        year = said.year or published_on(today, self.held)
        untold = self._untold(said, year)
        if untold:
            return _answer(said, year, Answer.UNTOLD, untold)
        assert said.economy is not None and year is not None
        chapter = looking.chapter(self.store, self.series, said.economy)
        words = [stem for stem, _ in said.matter]
        earlier = [y for y in chapter.years if y < year]
        name = economies.name_of(said.economy, year=year)
        if not earlier and year not in chapter.years:
            return _answer(said, year, Answer.UNTOLD, f"No edition held says anything of {name} up to {year}.")
        if looking.broad(chapter, words):
            why = f"'{said.matter[0][1]}' alone stands in much of the chapter on {name}: name the measure."
            return _answer(said, year, Answer.UNTOLD, why)
        found = looking.look(chapter, words, [year])
        here = looking.speaking(found)
        if said.kind is Kind.GONE and not _clearly(here):
            return self._gone(said, year, chapter, words, earlier)
        if not here and found and found[0].score >= looking.UNCLEAR:
            why = f"The nearest passage of {year} holds too few of the claim's words; read it, or name the measure."
            return _answer(said, year, Answer.UNTOLD, why, here=found)
        if not here:
            return self._absent(said, year, chapter, words, earlier)
        before = looking.same(chapter, here, words, earlier)
        return self._present(said, year, chapter, here, before, earlier)

    def _untold(self, said: Statement, year: int | None) -> str | None:
        if said.economy is None:
            return "The text names no economy that the editions held speak of."
        if year not in self.held:
            held = ", ".join(map(str, self.held))
            return f"The {self.series.upper()} edition of {year} is not held (held: {held})."
        return None if said.matter else "The text does not say which measure it means."

    def _present(
        self,
        said: Statement,
        year: int,
        chapter: looking.Chapter,
        here: list[looking.Found],
        before: list[looking.Found],
        earlier: list[int],
    ) -> Judgement:
        years = looking.by_year(before)
        if not earlier:
            why = f"No earlier edition held speaks of {economies.name_of(chapter.economy, year=year)}."
            return _answer(said, year, Answer.UNTOLD, why, here=here)
        answer = Answer.TRUE if not years else Answer.ALREADY if max(years) == max(earlier) else Answer.RELISTED
        return self._tell(said, year, answer, here, before, earlier)

    def _gone(
        self, said: Statement, year: int, chapter: looking.Chapter, words: list[str], earlier: list[int]
    ) -> Judgement:
        anchors = looking.speaking(looking.look(chapter, words, earlier))
        if not anchors:
            return self._tell(said, year, Answer.NOT_LISTED, [], [], earlier)
        before = looking.same(chapter, anchors, words, earlier)
        here = looking.same(chapter, anchors, words, [year])
        if here:
            last = max(f.passage.year for f in before) == max(earlier)
            return self._tell(said, year, Answer.ALREADY if last else Answer.RELISTED, here, before, earlier)
        return self._tell(said, year, Answer.DROPPED, [], before, earlier)

    def _absent(
        self, said: Statement, year: int, chapter: looking.Chapter, words: list[str], earlier: list[int]
    ) -> Judgement:
        anchors = looking.speaking(looking.look(chapter, words, earlier))
        before = looking.same(chapter, anchors, words, earlier) if anchors else []
        return self._tell(said, year, Answer.NOT_LISTED, [], before, earlier)

    def _tell(
        self,
        said: Statement,
        year: int,
        answer: Answer,
        here: list[looking.Found],
        before: list[looking.Found],
        earlier: list[int],
    ) -> Judgement:
        years = tuple(looking.by_year(before))
        compared = max(earlier, default=None)
        missing = tuple(
            y for y in all_series.published(self.series) if (earlier[0] if earlier else year) < y < year
            and y not in self.held
        )  # fmt: skip
        listed = tuple(sorted({*years, *([year] if here else [])}))
        return Judgement(
            claim=said.text,
            kind=said.kind,
            answer=answer,
            holds=_holds(said, answer, years),
            economy=said.economy,
            year=year,
            matter=tuple(word for _, word in said.matter),
            compared_with=compared,
            first_listed=listed[0] if listed else None,
            last_listed_before=years[-1] if years else None,
            years_listed=listed,
            missing_editions=missing,
            here=tuple(f.proof() for f in here[:3]),
            before=tuple(f.proof() for f in _telling(before)),
            says=say(self.series, said, year, answer, years, compared, missing),
            notes=all_series.notes(self.series, year),
        )


def _clearly(here: list[looking.Found]) -> bool:
    """Whether the edition itself surely speaks of a matter that the text calls gone."""
    return bool(here) and here[0].score >= 0.85


def _telling(before: list[looking.Found]) -> list[looking.Found]:
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


def _answer(
    said: Statement, year: int | None, answer: Answer, why: str, *, here: list[looking.Found] | None = None
) -> Judgement:
    return Judgement(
        claim=said.text,
        kind=said.kind,
        answer=answer,
        holds=None,
        economy=said.economy,
        year=year,
        matter=tuple(word for _, word in said.matter),
        compared_with=None,
        first_listed=None,
        last_listed_before=None,
        years_listed=(),
        missing_editions=(),
        here=tuple(f.proof() for f in (here or [])[:3]),
        before=(),
        says=f"Cannot be told. {why}",
    )
