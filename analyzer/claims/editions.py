"""Which edition a text speaks of: editions named, dates, and years of other things."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from analyzer.claims.cues import Kind
from analyzer.vocab import months

_YEAR = r"((?:19|20)\d\d)"
_REPORT = r"(?:NTE|reports?|editions?|National Trade Estimate|trade estimate|estimate|list|USTR|one|alert|chapter)"
_IN_REPORT = re.compile(rf"\b{_REPORT}\b(?:\s+\w+){{0,4}}?,?\s+(?:of|for|in|dated|from)\s+{_YEAR}\b", re.IGNORECASE)
_NAMED_PLAINLY = (
    re.compile(rf"\b{_YEAR}(?:['’]s)?\s+(?:\w+\s+){{0,3}}?{_REPORT}\b"),
    re.compile(rf"\b{_REPORT}\s+\(?{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_REPORT}\b[^.;:!?()]{{0,30}}\({_YEAR}\)", re.IGNORECASE),
    re.compile(rf"\b{_YEAR} (?:novelty|newcomers?|entry|entries|additions?|items?)\b"),
    re.compile(rf"\b(?:entry|entries|additions?|items?|newcomers?) (?:for|of|in) {_YEAR}\b"),
)
_EDITION = (*_NAMED_PLAINLY, _IN_REPORT)
_DATED = re.compile(
    rf"\b(?:(?:{months.ANY}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
    rf"(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+{_YEAR}\b|{_YEAR}-\d\d-\d\d)"
)
_IN_YEAR = re.compile(rf"\b(?:in|of|by|for)\s+{_YEAR}\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_UNTIL = re.compile(rf"\b(?:until|before)\s+(?:the one of |its |the )?{_YEAR}\b", re.IGNORECASE)
# Editions named to compare with: "the 2022 report already raised them", and "the 2022 report was silent on it", which
# may be all that is claimed.
_NAMED = rf"\b{_YEAR}(?:['’]s)?\s+(?:(?:one|NTE|reports?|editions?|lists?)\s+)?"
_HAD_IT = re.compile(
    rf"\b(?:unlike(?: in)?|already (?:in|raised|listed|named)|as (?:did )?(?:in )?)\s*"
    rf"(?:the |that of |USTR['’]s )?{_YEAR}\b|"
    rf"{_NAMED}(?:already|had|did(?! not))\b",
    re.IGNORECASE,
)
_LACKED_IT = re.compile(
    rf"{_NAMED}(?:did not|was silent|said nothing|made no mention|knew nothing|lacked)\b", re.IGNORECASE
)
_THIS_YEARS = re.compile(
    r"\b(?:this year['’]s|(?:the|its|USTR['’]s|Washington['’]s) (?:new|latest|newest|current)) "
    rf"(?:\w+ ){{0,3}}?{_REPORT}\b",
    re.IGNORECASE,
)
_LAST_SAID = r"last (?:\w+ed |stood |seen |spoken of )?(?:in|by)\s+(?:the\s+)?"
_SINCE = re.compile(
    rf"\b(?:(?:since|from|until|after|before|between|last time in)\s+(?:at least\s+)?|{_LAST_SAID}){_YEAR}\b", re.I
)
_LAST = re.compile(rf"\b{_LAST_SAID}{_YEAR}\b", re.IGNORECASE)
# What is said beside the claim of older editions: ", which featured in the 2022 edition,".
ASIDE = re.compile(
    r",\s*(?:(?:which|who|still|although|though|as|after|unlike|first|listed|criticised|criticized|there|contrary)\b|"
    r"(?:an?|the) (?:\w+ ){0,2}(?:complaint|grievance|issue|matter|topic|point|item|barrier|measure|practice|rule) "
    r"(?:that|which)\b)[^,]*(?:,|$)",
    re.IGNORECASE,
)


def spoken_of(text: str, kind: Kind | None = None, *, named: bool = False) -> int | None:
    """The edition that a text speaks of: of several the latest, since older ones are named to compare with.

    One that is named plainly to compare with does not count, unless the text claims that it lacks something. With
    `named` neither does one that is told by when something happened alone ("joined the list in 2007").
    """
    plain = _compared_away(_SINCE.sub(" ", ASIDE.sub(" , ", text)), kind)
    patterns = _NAMED_PLAINLY if named else _EDITION
    return max((int(m[1]) for pattern in patterns for m in pattern.finditer(plain)), default=None)


def of_text(pieces: Sequence[str], opening: Iterable[str], *, current: bool) -> int | None:
    """The edition that a text is about, by its sentences and its opening, which may be dated.

    An edition that it names goes first, the date before editions told by events alone. Of a text on "this year's
    report" (`current`) only the first two count.
    """
    by_name = max((year for piece in pieces if (year := spoken_of(piece, named=True))), default=None)
    date = next(filter(None, map(dated, opening)), None)
    if current:
        return max(filter(None, (by_name, date)), default=None)
    return by_name or max(filter(None, (date, *map(spoken_of, pieces))), default=None)


def last(text: str) -> int | None:
    """The year in "last listed in 2013"."""
    match = _LAST.search(text)
    return int(match[1]) if match else None


def dated(text: str) -> int | None:
    """The year of the first date in a text."""
    match = _DATED.search(text)
    return int(match[1] or match[2]) if match else None


def in_years(text: str, kind: Kind) -> list[int]:
    """The years in which a text says that something was so: "in 2024"."""
    return [int(m[1]) for m in _IN_YEAR.finditer(_of_now(text, kind))]


def current_years(text: str, kind: Kind | None = None) -> list[int]:
    """All years of a text, without those of "since 1996" and of editions named to compare with."""
    return years(_of_now(text, kind))


def years(text: str) -> list[int]:
    """All years of a text."""
    return [int(year) for year in _ANY_YEAR.findall(text)]


def since(text: str) -> int | None:
    """The year in "since 1996" or "before 2010"."""
    match = _SINCE.search(text)
    return int(match[1]) if match else None


def until(text: str) -> list[int]:
    """The years up to which something was so: "until 2014"."""
    return [int(m[1]) for m in _UNTIL.finditer(text)]


def is_this_years(text: str) -> bool:
    """Whether a text speaks of "this year's report"."""
    return _THIS_YEARS.search(text) is not None


def published_on(today: date | None, held: Collection[int]) -> int | None:
    """The edition that an article without a year speaks of: the latest held on its day."""
    return max((y for y in held if today is None or y <= today.year), default=None)


def _of_now(text: str, kind: Kind | None) -> str:
    return _SINCE.sub(" ", _compared_away(text, kind))


def _compared_away(text: str, kind: Kind | None) -> str:
    """The text without editions named to compare with; of what lacks something only where that is not the claim."""
    told = _HAD_IT.sub(" ", text)
    return told if kind is Kind.GONE else _LACKED_IT.sub(" ", told)
