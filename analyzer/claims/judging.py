"""A claim judged by what the editions held say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analyzer.claims import covering, editions, figures, practice, presence, standing
from analyzer.claims.answers import Answer
from analyzer.claims.chapters import Chapter
from analyzer.claims.cues import Kind, absence_alone
from analyzer.claims.ground import Ground
from analyzer.claims.judgement import Judgement
from analyzer.claims.looking import Found
from analyzer.claims.saying import say
from analyzer.claims.signs import Signs
from analyzer.claims.statements import Statement
from analyzer.claims.words import stem
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

_LISTED = 0.5  # probability from which on an edition lists a matter
_OLDER = 0.85  # ... from which on older ones do where the edition before does not
_ALONE = 0.93  # ... and one of them alone: of many, one looks like it by chance
_UNCLEAR = 0.3  # ... from which on it might
_SURE = 0.9  # ... from which on there is little doubt, as below one minus this
_PLAIN = 0.7  # share of the claim's words that the best passage must hold for an answer without doubt
# Words that name no measure by themselves.
_BROAD = frozenset(
    map(stem, ("non", "tariff", "trade", "nontariff", "market", "access", "policy", "import", "export", "difficult"))
)
# The answer that bears out what a claim says.
_BORNE_OUT = {
    Kind.FIRST: Answer.TRUE, Kind.BACK: Answer.RELISTED, Kind.GONE: Answer.DROPPED, Kind.LONG: Answer.ALREADY
}  # fmt: skip


def judge(said: Statement, ground: Ground, today: date | None = None) -> tuple[Judgement, ...]:
    """The answer to one claim; several where it lists things that the editions treat as several matters."""
    said = practice.otherwise(said)
    year = said.year or editions.published_on(today, ground.held)
    if year not in ground.held:
        held = ", ".join(map(str, ground.held))
        return (_untold(said, year, f"The {ground.series.upper()} edition of {year} is not held (held: {held})."),)
    code = said.economy or ground.mostly(said.matter.joined(said.context))
    if code is None and said.kind in (Kind.LONG, Kind.LISTED):
        return ()  # it says nothing of a matter in the reports
    code = code or ground.guessed(said.matter, year)
    if code is None:
        return (_untold(said, year, "The text names no economy that the editions held speak of."),)
    chapter = ground.chapter(code)
    if said.covers:
        return (_Case(ground, said, year, chapter).covered(),)
    if not said.matter:
        return (_untold(said, year, "The text does not say which measure it means.", economy=code),)
    pieces = said.pieces if ground.several(said, chapter, year) else ()
    parts = [replace(said, matter=piece) for piece in pieces] or [said]
    return tuple(_Case(ground, part, year, chapter).weighed() for part in parts)


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
        return self._tell(answer, {}, listed=before, compared=max(held), sure=True, chapter=True)

    def weighed(self) -> Judgement:
        """The answer by what the editions say of the matter."""
        if not self.earlier and self.year not in self.chapter.years:
            return self._untold(f"No edition held says anything of {self.name} up to {self.year}.")
        named = practice.named(self.said)
        practised = self.ground.practised(self.chapter.economy, named) if named else {}
        if named and (named.whole or not practised):  # no other edition speaks of it
            answer = self._answer(practised)
            return self._tell(answer, practised, sure=answer is not Answer.NOT_LISTED)
        meant, weights = self.ground.meant(self.said, self.year, self.chapter)
        thin = sum(weights.words.values()) < weights.tells and not self.ground.named(meant, weights)
        if thin or _BROAD.issuperset(meant.stems):
            words = " ".join(w for _, w in self.said.matter.words)
            return self._untold(f"'{words}' alone says too little in the chapters on {self.name}: name the measure.")
        shown = self.ground.shown(replace(self.said, matter=meant), weights, self.year, self.chapter)
        model = presence.shipped()
        likely = {y: model.likely(s.values) for y, s in shown.items()}
        speaking = {y: s.found for y, s in shown.items() if s.found and likely[y] >= _LISTED}
        if named:
            speaking = {y: f for y, f in speaking.items() if y in practised}
        older = self._older([y for y in speaking if y < self.year], shown, likely)
        speaking = {y: f for y, f in speaking.items() if y == self.year or y in older}
        answer = self._answer(speaking)
        near = shown[self.year].found if self.year in shown else None
        if answer is Answer.NOT_LISTED and near and likely[self.year] >= _UNCLEAR:
            why = f"The nearest passage of {self.year} may speak of something else; read it, or name the measure."
            return self._untold(why, [near])
        return self._tell(answer, speaking, sure=self._sure(answer, shown, likely))

    def _with_facts(self, found: Judgement, here: Sequence[Found]) -> Judgement:
        """The answer with what the claim says beside that the matter is listed: a standing, figures."""
        facts = standing.stated(self.said.text, self.ground.store, self.ground.series, self.chapter.economy, self.year)
        if facts is not None:
            # Who is a party, or is not, is what a plain statement claims; of any other it is a part.
            plain = self.said.kind is Kind.LISTED
            if plain and facts.agrees is None:
                return replace(self._untold(facts.says), here=found.here)
            holds = facts.agrees if plain or facts.agrees is False else found.holds
            proofs = (
                (facts.proof, *(p for p in found.here if p.text != facts.proof.text)) if facts.proof else found.here
            )
            found = replace(found, holds=holds, here=proofs, says=facts.says if plain else f"{facts.says} {found.says}")
        lacking = figures.lacking(self.said.text, (f.passage.text for f in here)) if here else ()
        if lacking:
            note = f"not in the passages found in {self.year}: {', '.join(lacking)}"
            holds = None if self.said.kind is Kind.LISTED and found.holds else found.holds
            found = replace(found, holds=holds, sure=False, notes=(note, *found.notes))
        return found

    def _older(self, years: list[int], shown: Mapping[int, Signs], likely: Mapping[int, float]) -> list[int]:
        """Those earlier editions that list the matter beyond what looks like it by chance, as one of many does."""
        latest = max(self.earlier, default=None)
        if latest in years:
            at = {y: n for n, y in enumerate(self.chapter.years)}
            beside = {at[y] + step for y in years for step in (-1, 1)}
            return [y for y in years if y == latest or likely[y] >= _SURE or at[y] in beside]
        found = [y for y in years if likely[y] >= _OLDER and shown[y].core]
        return found if len(found) != 1 or likely[found[0]] >= _ALONE else []

    def _answer(self, speaking: Collection[int]) -> Answer:
        """The answer where these editions, and no others, speak of the matter."""
        before = [y for y in speaking if y < self.year]
        return Answer.of(present=self.year in speaking, before=before, compared=max(self.earlier, default=0))

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
        return _untold(self.said, self.year, why, economy=self.chapter.economy, here=here)

    def _tell(
        self,
        answer: Answer,
        speaking: Mapping[int, Found],
        *,
        listed: Sequence[int] | None = None,
        compared: int | None = None,
        sure: bool,
        chapter: bool = False,
    ) -> Judgement:
        here = [f for y, f in speaking.items() if y == self.year]
        before = {y: f for y, f in speaking.items() if y < self.year}
        if answer.present and not any(y < self.year for y in self.ground.held):
            return self._untold(f"No edition before {self.year} is held.", here)
        series, code, kind = self.ground.series, self.chapter.economy, self.said.kind
        years = tuple(before if listed is None else listed)
        compared = max(self.earlier, default=None) if compared is None else compared
        since = self.earlier[0] if self.earlier else self.year
        missing = tuple(y for y in all_series.published(series) if since < y < self.year and y not in self.ground.held)
        all_years = tuple(sorted({*years, *([self.year] if answer.present else [])}))
        found = Judgement(
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
            here=tuple(f.proof() for f in here),
            before=tuple(f.proof() for f in _telling(before)),
            says=say(series, code, self.year, answer, years, compared, missing, kind=kind, chapter=chapter),
            notes=all_series.notes(series, self.year),
        )
        return found if chapter else self._with_facts(found, here)


def _telling(before: Mapping[int, Found]) -> list[Found]:
    """The passages of the first year, of the last, and of the best one: what a reader wants to see."""
    if not before:
        return []
    wanted = {min(before), max(before), max(before, key=lambda y: before[y].score)}
    return [before[y] for y in sorted(wanted)]


def _holds(said: Statement, answer: Answer, years: tuple[int, ...]) -> bool:
    if said.kind is Kind.LISTED:
        return answer.present
    if said.kind is Kind.LONG and said.since is not None and answer.present:
        return bool(years) and years[0] <= said.since
    if said.kind is Kind.GONE and answer is Answer.NOT_LISTED:
        return absence_alone(said.text)
    if said.kind is Kind.GONE and answer is Answer.DROPPED and (last := editions.last(said.text)):
        return years[-1] == last
    return answer is _BORNE_OUT[said.kind]


def _untold(
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
        here=tuple(f.proof() for f in here),
        says=f"Cannot be told. {why}",
    )
