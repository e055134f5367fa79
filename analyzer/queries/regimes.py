"""Offset regimes as the reports describe them, and who is said to have one, by year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analyzer.queries import senses
from analyzer.queries.asking import economy_code, series_held, year_held
from analyzer.queries.citing import Cited, cite, sentence_at
from analyzer.queries.whose import Spoken, spoken
from analyzer.records import Mention, Passage
from analyzer.store import Store

if TYPE_CHECKING:
    from analyzer.mentions.offset_terms import Term

_Key = tuple[str, str, str, str]
_CUT = re.compile(r"[;,)]\s|\sand\s")
_FOR = re.compile(r"\b(?:for|in|on)\s")
_AND_MILITARY = re.compile(r"\bincluding\s(?:for\s)?(?:most\s|the\s)?(?:military|defen[cs]e)\b", re.IGNORECASE)
_FIGURES = ("threshold", "percentage", "multiplier", "guarantee", "penalty")
_DEMANDS = re.compile(
    r"\b(?:requir(?:es?|ed|ing)|mandates?|impose[sd]?|oblige[sd]?|demands?|insists?|subject to|requirement for)\b"
)
_ANY_SUPPLIER = re.compile(  # all of them are foreign
    r"(?:(?:all|any|an?|the)\s)?(?:foreign\s)?[a-z]+(?:(?:\s?/\s?|\sor\s)[a-z]+)?", re.IGNORECASE
)
_KINDS = (
    "programme", "threshold", "percentage", "directness", "multiplier", "guarantee", "penalty", "binds", "basis",
    "agency",
)  # fmt: skip


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
    currency_lost: bool = False  # an amount of a table that has lost its sign

    @property
    def said(self) -> str:
        """Its words, with a remark where the sign of the currency is lost."""
        return f"{' '.join(self.text.split())}{' (currency sign lost)' if self.currency_lost else ''}"


@dataclass(frozen=True, slots=True)
class Regime:
    """What one economy is said to demand: the years, the terms, the latest place, and how it is called.

    `polarity` is one of `senses.ASKED`; `turned` tells how the reports turn on it, where this is their last word.
    """

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
    turned: str = ""

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
    turned: tuple[str, ...] = ()  # what it says of an economy against the edition before that speaks of it


def offsets(
    store: Store,
    *,
    economy: str | None = None,
    year: int | None = None,
    series: str | None = None,
    told: Sequence[Spoken] | None = None,
) -> list[Regime]:
    """Offset regimes by economy, domain and polarity, each with its years, its terms and its latest sentence.

    With an economy or a year only what is said of that one, or in that edition. `told` is what `spoken` gives, for
    those who ask again and again. Raises NothingHeld where no report, or none of that year, is held, UnknownChoice for
    an unknown economy or a series that is not held.
    """
    from analyzer.mentions.offset_terms import instruments, offset_terms

    groups: dict[_Key, list[tuple[Passage, int, Mention]]] = {}
    terms: dict[_Key, list[tuple[Passage, Term]]] = {}
    name = _asked(store, series, year)
    told = _about(spoken(store, name) if told is None else told, economy)
    for who, passage, mentions in told:
        if year not in (None, passage.year):
            continue
        for mention in mentions:
            groups.setdefault(_key(who, passage, mention, mentions), []).append((passage, mention.start, mention))
        bases = instruments(passage.text, mentions)
        found = [t for t in offset_terms(passage.text, mentions) if not any(b.start <= t.start < b.end for b in bases)]
        for term in (*found, *bases):
            owner = _owner(term, passage, mentions)
            _, base, polarity, norm = own = _key(who, passage, owner, mentions)
            if owner.start >= sentence_at(passage, term.start)[1]:  # stated before a word is said against it
                polarity = "required"
            for domain in _domains(term, found, passage, owner, base):
                key = who, domain, polarity, norm
                if key != own:  # the sentence speaks of that one too
                    groups.setdefault(key, []).append((passage, term.start, owner))
                terms.setdefault(key, []).append((passage, term))
    turns = senses.courses(told)
    quoted = {key: _telling(held, terms.get(key, [])) for key, held in groups.items()}
    placed = store.by_ids(sorted({passage.id for passage, _, _ in quoted.values()}))
    return [
        _regime(cite(store, placed[quoted[key][0].id][0], *quoted[key][1:]), key, held, terms.get(key, []), turns)
        for key, held in sorted(groups.items())
    ]


def offsets_by_year(
    store: Store, *, economy: str | None = None, year: int | None = None, series: str | None = None
) -> list[OffsetYear]:
    """Who speaks of offsets in each edition held, by year; an economy counts once, `required` before the others.

    Raises as `offsets` does.
    """
    said: dict[int, dict[str, set[str]]] = {}
    count: Counter[int] = Counter()
    told = _about(spoken(store, _asked(store, series, year)), economy)
    for who, passage, mentions in told:
        count[passage.year] += len(mentions)
        kinds = {senses.sense(passage, m, mentions) for m in mentions}
        said.setdefault(passage.year, {}).setdefault(who, set()).update(kinds)
    turns = sorted(senses.courses(told).items())
    rows = []
    for edition, kinds_of in sorted(said.items()):
        if year not in (None, edition):
            continue
        asked = {who for who, kinds in kinds_of.items() if "required" in kinds}
        denied = {who for who, kinds in kinds_of.items() if kinds & {"not_required", "formerly_required"}} - asked
        rest = set(kinds_of) - asked - denied
        turned = tuple(turn for _, course in turns if (turn := course.turn(edition)))
        codes = [tuple(sorted(group)) for group in (asked, denied, rest)]
        rows.append(OffsetYear(edition, codes[0], codes[1], codes[2], count[edition], turned))
    return rows


def offset_turns(store: Store, economy: str, year: int, *, series: str | None = None) -> tuple[str, ...]:
    """Where an edition says otherwise of an economy's offsets than the one before that speaks of them, in short."""
    turns = sorted(senses.courses(_about(spoken(store, series_held(store, series)), economy)).items())
    return tuple(turn for _, course in turns if (turn := course.turn_in_short(year)))


def _asked(store: Store, series: str | None, year: int | None) -> str:
    """The series asked for, which holds the edition of that year."""
    name = series_held(store, series)
    if year is not None:
        year_held(store, name, year)
    return name


def _about(told: Sequence[Spoken], economy: str | None) -> Sequence[Spoken]:
    code = economy_code(economy) if economy else None
    return [one for one in told if code in (None, one[0])]


def _key(who: str, passage: Passage, mention: Mention, beside: Sequence[Mention]) -> _Key:
    domain = senses.domain(passage, mention, beside)
    return who, domain, senses.sense(passage, mention, beside), mention.norm


def _owner(term: Term, passage: Passage, mentions: Sequence[Mention]) -> Mention:
    """The mention that a term belongs to: the last before it in its sentence, else the first there, else the last."""
    start, end = sentence_at(passage, term.start)
    here = [m for m in mentions if start <= m.start < end] or mentions
    before = [m for m in here if m.start <= term.start]
    return before[-1] if before else here[0]


def _domains(term: Term, terms: Sequence[Term], passage: Passage, owner: Mention, base: str) -> tuple[str, ...]:
    """The domains that a term is for, `base` being that of its mention.

    Of several figures of its kind in a sentence each has that of the words around it: "20 percent for goods that the
    GPA covers and 50 percent for military ones". Words that stand before the first ("for arms, 20 percent of imports
    and 50 percent of services") hold for the others as well, where they name none. What is for others "including most
    military ones" is for defence as well.
    """
    from analyzer.mentions.offset_sense import domain_of

    start, end = sentence_at(passage, term.start)
    same = [t for t in terms if t.kind == term.kind and start <= t.start < end]
    if term.kind not in ("percentage", "threshold"):
        return (base,)
    cuts = [start]
    for left, right in pairwise(same):
        cut = _CUT.search(passage.text, left.end, right.start)
        cuts.append(cut.start() if cut else right.start)
    cuts.append(end)
    at = same.index(term)
    own = passage.text[cuts[at] : cuts[at + 1]]
    domain = base
    if len(same) > 1:
        first = passage.text[start : same[0].start]
        domain = domain_of(own, 0, len(own))
        if domain == "unspecified" and not _FOR.search(own):
            domain = domain_of(first, 0, len(first))
        if domain == "unspecified" and owner.attrs.get("domain", domain) == domain:
            domain = base
    return (domain, "defence") if domain == "unspecified" and _AND_MILITARY.search(own) else (domain,)


def _telling(
    held: Sequence[tuple[Passage, int, Mention]], terms: Sequence[tuple[Passage, Term]]
) -> tuple[Passage, int, int]:
    """The sentence of the latest edition that holds most of its terms, figures first, as passage and half-open bounds.

    Where none holds any it is the first that says what is demanded, or else the first that speaks of it.
    """
    year = held[-1][0].year
    at = [(passage, start) for passage, start, _ in held] + [(passage, term.start) for passage, term in terms]
    places = [(passage, *sentence_at(passage, start)) for passage, start in at if passage.year == year]

    def weight(place: tuple[Passage, int, int]) -> tuple[int, int, bool]:
        passage, start, end = place
        kinds = [t.kind for p, t in terms if p.id == passage.id and start <= t.start < end]
        named = sum(kind in ("basis", "programme") for kind in kinds)
        return sum(kind in _FIGURES for kind in kinds), named, bool(_DEMANDS.search(passage.text, start, end))

    return max(places, key=weight)


def _regime(
    place: Cited,
    key: _Key,
    held: list[tuple[Passage, int, Mention]],
    terms: list[tuple[Passage, Term]],
    turns: Mapping[tuple[str, str, str], senses.Course],
) -> Regime:
    names = Counter(p.text[m.start : m.end] for p, _, m in held)
    years = tuple(sorted({p.year for p, _, _ in held}))
    who, domain, polarity, norm = key
    course = turns.get((who, domain, norm))
    return Regime(
        *key,
        years,
        tuple(name for name, _ in names.most_common(3)),
        place.pdf_page,
        place.printed_page,
        place.passage_id,
        place.sentence,
        _terms(terms),
        course.words if course and course.stretches[-1].polarity == polarity else "",
    )


def _terms(found: list[tuple[Passage, Term]]) -> tuple[RegimeTerm, ...]:
    """The terms by kind, the latest stated first; one that several editions state stands once."""
    by_norm: dict[tuple[str, str], list[tuple[Passage, Term]]] = {}
    for passage, term in found:
        if term.kind == "binds" and _ANY_SUPPLIER.fullmatch(term.norm):
            continue  # tells nothing
        by_norm.setdefault((term.kind, term.norm.casefold()), []).append((passage, term))
    rows = []
    for held in by_norm.values():
        passage, term = held[-1]
        text = passage.text[term.start : term.end]
        years = tuple(sorted({p.year for p, _ in held}))
        lost = term.norm.endswith(" ?") and passage.pdf_page is None
        rows.append(RegimeTerm(term.kind, term.norm, text, years, passage.id, term.start, term.end, lost))
    return tuple(sorted(rows, key=lambda t: (_KINDS.index(t.kind), -t.years[-1], t.norm)))
