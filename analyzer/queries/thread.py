"""One matter through the years.

What is asked for is told by its words over everything said on the economy, not by threads, which drift over decades: a
thread holds here the passages that say it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.errors import NothingHeld
from analyzer.queries.asked_words import AskedWord
from analyzer.queries.asking import economy_code, series_held, span_held, years_held
from analyzer.queries.question import ALL, Question, Said, ask
from analyzer.records import Finding, Status
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab import series as all_series
from analyzer.vocab.years import ranges

_SAME = 0.8  # score from which a linked passage is taken for the same matter
_TRIED = 3  # linked passages of a year that are looked at
_SOME = 0.35  # share of what is asked for that one of them says itself


@dataclass(frozen=True, slots=True)
class Appearance:
    """A passage that says what is asked for, or one of the same matter in other words."""

    year: int
    status: str  # new, relisted, changed, continued, where that holds of what is asked for; else ""
    passage_status: str  # what the passage is against the editions before, whatever it says beside what is asked for
    section: str
    heading: tuple[str, ...]
    pdf_page: int | None
    printed_page: str | None
    passage_id: str
    text: str
    sentence: str  # the one that says most of what is asked for
    holds_words: bool  # false where it is linked to a passage that does, and says the matter in other words
    share: float  # how much of what is asked for it says by itself (0-1)


@dataclass(frozen=True, slots=True)
class Thread:
    """The passages of one matter, as the comparison follows it, that say what is asked for."""

    title: str
    listing_ids: tuple[str, ...]
    years: tuple[int, ...]
    appearances: tuple[Appearance, ...]

    @property
    def best_by_year(self) -> tuple[Appearance, ...]:
        """Of each year the passage that says most of it, the first of several."""
        return tuple(max((a for a in self.appearances if a.year == y), key=lambda a: a.share) for y in self.years)


@dataclass(frozen=True, slots=True)
class History:
    """What the editions held say of a matter of an economy; each edition stands in one of five groups of years."""

    economy: str
    series: str
    query: str
    looked_for: tuple[AskedWord, ...]
    not_found: tuple[str, ...]  # words that no passage on the economy holds
    years_said: tuple[int, ...]  # a passage, with those beside it, says all that is asked for
    years_in_other_words: tuple[int, ...]  # none does, but one is linked to a passage that does
    years_partly: tuple[int, ...]  # none is, but one holds half of the words or more, the rare ones counting most
    years_not_said: tuple[int, ...]  # nothing of it in what is said of the economy
    years_without_chapter: tuple[int, ...]  # the edition holds nothing on the economy
    not_held: tuple[int, ...]  # editions published, between the first and the last held, that are not
    best_by_year: tuple[Appearance, ...]  # the best passage of each year said or in other words (or else in part)
    threads: tuple[Thread, ...]  # those with most of it first

    @property
    def also_looked_for(self) -> tuple[str, ...]:
        """What was looked for beside the words as they were typed."""
        asked = self.query.casefold().replace("-", " ")
        return tuple(dict.fromkeys(way for w in self.looked_for for way in w.ways if way.casefold() not in asked))


def _nothing(query: str, code: str, question: Question, elsewhere: list[int]) -> NothingHeld:
    """The error where nothing fits; `elsewhere` are the years of editions, not asked for, that say it."""
    of = economies.name_of(code)
    if elsewhere:
        told = f"nothing on '{query}' is said of {of} in the editions asked for; it is in {ranges(elsewhere)}."
        return NothingHeld(told, remedy="Ask for other years, or for all.")
    lacking = f" (in no passage: {', '.join(question.not_found)})" if question.not_found else ""
    told = f"nothing on '{query}' is said of {of} in the editions held{lacking}."
    return NothingHeld(told, remedy="Try other words, or: analyzer search WORDS")


def history(
    store: Store,
    economy: str,
    query: str,
    *,
    series: str | None = None,
    limit: int = 3,
    first: int | None = None,
    last: int | None = None,
) -> History:
    """What the editions (of the years `first` to `last`, by default all) say of a matter, with at most `limit` threads.

    Raises UnknownChoice for an unknown economy, AnalyzerError for a question without a word that names a matter, and
    NothingHeld where nothing fits.
    """
    code = economy_code(economy)
    with store.snapshot():
        name = series_held(store, series)
        if first or last:
            span_held(store, name, first, last)
        question, every = ask(store, name, code, query)
        filed = store.filed(name, code, [n for n, one in every.items() if (first or 0) <= one.year <= (last or 9999)])
        said = {number: every[number] for number, _, _, _ in filed}
        if not said:
            raise _nothing(query, code, question, sorted({one.year for one in every.values() if one.all}))
        telling = {n: one for n, one in said.items() if one.all}
        matter = _Matter(store, name, code, question, telling or said, filed)
        return matter.history(
            query,
            limit,
            years=tuple(sorted({one.year for one in telling.values()})),
            partly={one.year for one in said.values()},
            span=(first or 0, last or 9999),
        )


@dataclass(frozen=True, slots=True)
class _Group:
    """Passages of one listing, or of several under one heading, by number."""

    heading: str  # the newest over any of them that names what is asked for; "" where none does
    listings: tuple[str, ...]
    numbers: tuple[int, ...]


class _Matter:
    """The passages that say what is asked for: how they are filed, linked and shown."""

    def __init__(
        self,
        store: Store,
        series: str,
        code: str,
        question: Question,
        said: Mapping[int, Said],
        filed: Iterable[tuple[int, str, str, tuple[str, ...]]],
    ) -> None:
        self._store, self._series, self._code, self._question, self._said = store, series, code, question, said
        filed = [one for one in filed if one[0] in said]
        self._headed: set[int] = set()  # passages under a heading that names what is asked for
        self._ids = {number: passage for number, passage, _, _ in filed}
        self._groups = self._grouped([(number, listing, heading) for number, _, listing, heading in filed])
        self._findings: dict[str, Finding] = {}
        self._told: set[int] = set()  # years that say the matter
        self._speaking: set[int] = set()  # years that say anything of the economy

    def history(
        self, query: str, limit: int, *, years: Sequence[int], partly: set[int], span: tuple[int, int]
    ) -> History:
        held = [year for year in years_held(self._store, self._series) if span[0] <= year <= span[1]]
        speaking = {year for year in self._store.judged_years(self._series, self._code) if year in held}
        linked = self._linked(speaking.difference(years)) if years and len(self._question.words) > 1 else {}
        told = {*years, *linked}
        self._told, self._speaking = told or partly, speaking
        groups, best = self._groups[:limit], self._best()
        self._fetch(self._ids[n] for n in (*best, *(n for g in groups for n in g.numbers)))
        shown = [self._appearance(self._ids[n], self._said[n].alone) for n in best]
        shown += [self._appearance(passage) for passage in linked.values()]
        shown.sort(key=lambda a: a.year)
        return History(
            economy=self._code,
            series=self._series,
            query=query,
            looked_for=self._question.words,
            not_found=self._question.not_found,
            years_said=tuple(years),
            years_in_other_words=tuple(sorted(linked)),
            years_partly=tuple(sorted(partly - told)),
            years_not_said=tuple(sorted(speaking - told - partly)),
            years_without_chapter=tuple(year for year in held if year not in speaking),
            not_held=tuple(y for y in all_series.published(self._series) if held[0] < y < held[-1] and y not in held),
            best_by_year=tuple(shown),
            threads=tuple(map(self._thread, groups)),
        )

    def _grouped(self, filed: Iterable[tuple[int, str, tuple[str, ...]]]) -> list[_Group]:
        """Listings under one heading as one, those with most of what is asked for first."""
        listings: dict[str, list[int]] = defaultdict(list)
        headings: dict[str, str] = {}
        for number, listing, heading in filed:
            listings[listing].append(number)
            if heading and self._question.says(heading[-1]):
                headings[listing] = heading[-1]
                self._headed.add(number)
        joined: dict[str, list[str]] = defaultdict(list)
        for listing in listings:
            joined[headings.get(listing, listing).casefold()].append(listing)
        groups = [
            _Group(headings.get(names[-1], ""), tuple(names), tuple(sorted(n for x in names for n in listings[x])))
            for names in joined.values()
        ]
        return sorted(groups, key=self._weight)

    def _weight(self, group: _Group) -> tuple[float, float, str]:
        """By how many editions say all of it in one passage, then by how much of it they say."""
        best: dict[int, float] = defaultdict(float)
        for number in group.numbers:
            best[self._said[number].year] = max(best[self._said[number].year], self._said[number].alone)
        return -sum(share >= ALL for share in best.values()), -sum(best.values()), group.listings[0]

    def _best(self) -> list[int]:
        """Of each year the passage that says most of it, of several one under its heading, or of the first thread."""
        rank = {number: -place for place, group in enumerate(self._groups) for number in group.numbers}
        of_year: dict[int, list[int]] = defaultdict(list)
        for number in sorted(rank):
            of_year[self._said[number].year].append(number)
        return [max(some, key=lambda n: (self._said[n].alone, n in self._headed, rank[n])) for some in of_year.values()]

    def _linked(self, years: set[int]) -> dict[int, str]:
        """Of each of these years the passage that is likeliest the same matter as one that says all of it.

        It says some of it itself: threads drift.
        """
        full = [self._ids[number] for number in self._ids if self._said[number].alone >= ALL]
        likely: dict[int, dict[str, None]] = defaultdict(dict)
        for passage, year, score in self._store.links(self._series, self._code, full):
            if year in years and score >= _SAME and len(likely[year]) < _TRIED:
                likely[year].setdefault(passage)
        self._fetch(passage for some in likely.values() for passage in some)
        found = {
            year: next((p for p in some if p in self._findings and self._says_some(p)), "")
            for year, some in likely.items()
        }
        return {year: passage for year, passage in found.items() if passage}

    def _says_some(self, passage: str) -> bool:
        p = self._findings[passage].passage
        return self._question.says(" ".join((*p.heading, p.text))) >= _SOME

    def _fetch(self, passages: Iterable[str]) -> None:
        wanted = set(passages) - self._findings.keys()
        found = self._store.findings(self._series, economy=self._code, passages=wanted, placed=False) if wanted else []
        self._findings.update((f.passage.id, f) for f in found if f.verdict.status is not Status.DROPPED)

    def _appearance(self, passage: str, share: float = 0.0) -> Appearance:
        finding = self._findings[passage]
        p = finding.passage
        return Appearance(
            p.year,
            _status(finding.verdict.status.value, p.year, self._told, self._speaking),
            finding.verdict.status.value,
            p.section,
            p.heading,
            p.pdf_page,
            p.printed_page,
            p.id,
            p.text,
            self._question.sentence(p, finding.mentions),
            share > 0,
            round(share, 3),
        )

    def _thread(self, group: _Group) -> Thread:
        said = [self._appearance(self._ids[number], self._said[number].alone) for number in group.numbers]
        return Thread(
            group.heading or said[-1].sentence, group.listings, tuple(sorted({a.year for a in said})), tuple(said)
        )


def _status(of_passage: str, year: int, told: Iterable[int], speaking: Iterable[int]) -> str:
    """The status of a passage where it is that of a matter told in some years, too; else ""."""
    before = {y for y in told if y < year}
    last = max((y for y in speaking if y < year), default=None)
    true = ("changed", "continued") if last in before else ("relisted",) if before else ("new",)
    return of_passage if of_passage in true else ""
