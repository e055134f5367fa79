"""Offset regimes as the reports describe them, and who is said to have one, by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.queries.asking import economy_code, series_held
from analyzer.queries.citing import cite, sentence_at
from analyzer.queries.whose import whose
from analyzer.records import Mention, Passage
from analyzer.store import Store

if TYPE_CHECKING:
    from analyzer.mentions.offset_terms import Term

_Key = tuple[str, str, str, str]
_KINDS = ("programme", "threshold", "percentage", "directness", "multiplier", "guarantee", "penalty", "binds", "agency")


@dataclass(frozen=True, slots=True)
class RegimeTerm:
    """One term of a regime with the years that state it; place and span are those of the latest."""

    kind: str
    norm: str
    text: str
    years: tuple[int, ...]
    passage_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Regime:
    """What one economy is said to demand: the years, the terms, the latest place, and how it is called."""

    economy: str
    domain: str
    polarity: str
    norm: str
    years: tuple[int, ...]
    names: tuple[str, ...]
    pdf_page: int | None
    printed_page: str | None
    passage_id: str
    sentence: str
    terms: tuple[RegimeTerm, ...] = ()

    @property
    def first(self) -> int:
        """The first edition that describes it."""
        return self.years[0]

    @property
    def last(self) -> int:
        """The last edition that describes it."""
        return self.years[-1]


@dataclass(frozen=True, slots=True)
class OffsetYear:
    """Who is said in one edition to ask for offsets, and of whom it is said that they do not (any more)."""

    year: int
    required: tuple[str, ...]
    not_required: tuple[str, ...]
    other: tuple[str, ...]
    mentions: int


def offsets(
    store: Store, *, economy: str | None = None, year: int | None = None, series: str | None = None
) -> list[Regime]:
    """Offset regimes by economy, domain and polarity, each with its years, its terms and its latest sentence."""
    from analyzer.mentions.offset_terms import offset_terms

    groups: dict[_Key, list[tuple[Passage, Mention]]] = {}
    terms: dict[_Key, list[tuple[Passage, Term]]] = {}
    for who, passage, mentions in _spoken(store, economy=economy, year=year, series=series):
        for mention in mentions:
            groups.setdefault(_key(who, mention), []).append((passage, mention))
        for term in offset_terms(passage.text, mentions):
            terms.setdefault(_key(who, _owner(term, mentions)), []).append((passage, term))
    return [_regime(store, key, held, terms.get(key, [])) for key, held in sorted(groups.items())]


def offsets_by_year(
    store: Store, *, economy: str | None = None, year: int | None = None, series: str | None = None
) -> list[OffsetYear]:
    """Who speaks of offsets in each edition held, by year; an economy counts once, `required` before the others."""
    said: dict[int, dict[str, set[str]]] = {}
    count: Counter[int] = Counter()
    for who, passage, mentions in _spoken(store, economy=economy, year=year, series=series):
        count[passage.year] += len(mentions)
        said.setdefault(passage.year, {}).setdefault(who, set()).update(
            m.attrs.get("polarity", "other") for m in mentions
        )
    rows = []
    for edition, kinds_of in sorted(said.items()):
        asked = {who for who, kinds in kinds_of.items() if "required" in kinds}
        denied = {who for who, kinds in kinds_of.items() if "not_required" in kinds} - asked
        rest = set(kinds_of) - asked - denied
        rows.append(
            OffsetYear(edition, tuple(sorted(asked)), tuple(sorted(denied)), tuple(sorted(rest)), count[edition])
        )
    return rows


def _spoken(
    store: Store, *, economy: str | None, year: int | None, series: str | None
) -> Iterable[tuple[str, Passage, list[Mention]]]:
    """Passages that speak of offsets with the mentions that are about each economy."""
    name = series_held(store, series)
    code = economy_code(economy) if economy else None
    for passage, mentions in store.mentioned(name, "OFFSET", year=year):
        told: dict[str, list[Mention]] = {}
        for mention in mentions:
            for who in whose(passage, mention):
                told.setdefault(who, []).append(mention)
        for who, own in told.items():
            if code in (None, who):
                yield who, passage, own


def _key(who: str, mention: Mention) -> _Key:
    return who, mention.attrs.get("domain", "unspecified"), mention.attrs.get("polarity", "other"), mention.norm


def _owner(term: Term, mentions: Sequence[Mention]) -> Mention:
    """The mention that a term belongs to: the last before it, else the first."""
    before = [m for m in mentions if m.start <= term.start]
    return before[-1] if before else mentions[0]


def _regime(store: Store, key: _Key, held: list[tuple[Passage, Mention]], terms: list[tuple[Passage, Term]]) -> Regime:
    passage, mention = held[-1]
    place = cite(store, passage, *sentence_at(passage, mention.start))
    names = Counter(p.text[m.start : m.end] for p, m in held)
    return Regime(
        *key,
        tuple(sorted({p.year for p, _ in held})),
        tuple(name for name, _ in names.most_common(3)),
        place.pdf_page,
        place.printed_page,
        place.passage_id,
        place.sentence,
        _terms(terms),
    )


def _terms(found: list[tuple[Passage, Term]]) -> tuple[RegimeTerm, ...]:
    """The terms by kind, the latest stated first; one that several editions state stands once."""
    by_norm: dict[tuple[str, str], list[tuple[Passage, Term]]] = {}
    for passage, term in found:
        by_norm.setdefault((term.kind, term.norm.casefold()), []).append((passage, term))
    rows = []
    for held in by_norm.values():
        passage, term = held[-1]
        text = passage.text[term.start : term.end]
        years = tuple(sorted({p.year for p, _ in held}))
        rows.append(RegimeTerm(term.kind, term.norm, text, years, passage.id, term.start, term.end))
    return tuple(sorted(rows, key=lambda t: (_KINDS.index(t.kind), -t.years[-1], t.norm)))
