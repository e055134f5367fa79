"""Economies by name and code over time: states, former states, customs territories and blocs.

The names stand in `economies.csv`, one a line, the memberships of blocs in `memberships.csv`. Adding a name is adding a
line. Roles: `official` is the name that reports print, `name` another full name, `abbreviation` counts in exactly this
case, `demonym` is the adjective or the people, `label` stands in headings only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from analyzer.errors import UnknownChoice
from analyzer.vocab.dated import rows

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "&": " and ", "-": " ", "‑": " ", "–": " "})
_ARTICLE = re.compile(r"^the\s+")


_BEGINNING = 60  # characters that hold the longest name


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an economy, with its role and the dates between which it was in use."""

    code: str
    name: str
    role: str
    valid_from: date | None
    valid_to: date | None
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's membership of a bloc."""

    bloc: str
    code: str
    valid_from: date | None
    valid_to: date | None
    source: str
    checked_on: date


@cache
def names() -> tuple[Name, ...]:
    """Every name known, in the order of the file."""
    return rows("economies.csv", Name)


@cache
def memberships() -> tuple[Membership, ...]:
    """Every membership of a bloc, with its dates."""
    return rows("memberships.csv", Membership)


@lru_cache(maxsize=16_384)  # reports name the same economies over and over
def fold(name: str) -> str:
    """The name without case, diacritics, punctuation and leading article, for comparison."""
    bare = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    bare = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    bare = re.sub(r"[^a-z0-9 ]+", "", bare)
    return _ARTICLE.sub("", " ".join(bare.split()))


@cache
def _by_fold() -> dict[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for entry in names():
        if entry.role != "demonym":
            found.setdefault(fold(entry.name), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def codes() -> frozenset[str]:
    """All codes known."""
    return frozenset(entry.code for entry in names())


def _in_use(entry: Name, year: int) -> bool:
    after = entry.valid_from is None or entry.valid_from.year <= year
    return after and (entry.valid_to is None or entry.valid_to.year >= year)


@lru_cache(maxsize=4096)
def code_of(name: str, *, year: int | None = None) -> str | None:
    """The code of an economy by any of its names (or its code), whatever the case, accents and article; else None.

    With `year`, a name that several economies bore goes to the one that bore it then.
    """
    entries = _by_fold().get(fold(name), ()) or _by_fold().get(fold(_turned(name)), ())
    if not entries:
        upper = name.strip().upper()
        return upper if upper in codes() else None
    if year is not None:
        entries = tuple(e for e in entries if _in_use(e, year)) or entries
    return entries[0].code


def _turned(name: str) -> str:
    """A name as lists write it in running order: "Korea, Republic of" or "Korea (South)" as "South Korea"."""
    first, *others = re.split(r"\s*[,(]\s*", name.rstrip(" )"), maxsplit=1)
    return " ".join((*others, first))


@cache
def _peoples() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in names():
        if entry.role == "demonym":
            found.setdefault(fold(entry.name), entry.code)
    return found


def code_of_people(name: str) -> str | None:
    """The code of the economy whose people or adjective this is: Korean, Saudis; None where it is nobody's."""
    return _peoples().get(fold(name))


@lru_cache(maxsize=1024)
def name_of(code: str, *, year: int | None = None) -> str:
    """The name that reports print for this code, in that year or today."""
    entries = [e for e in names() if e.code == code and e.role == "official"]
    if not entries:
        raise UnknownChoice("economy", code, codes())
    when = year if year is not None else date.today().year
    return next((e.name for e in entries if _in_use(e, when)), entries[0].name)


_TAKES_ARTICLE = re.compile(
    r"^(?:Bahamas|Comoros|Gambia|Holy See|Maldives|Philippines|Seychelles)$|\b(?:Area|Association|Communit(?:y|ies)|"
    r"Council|Emirates|Federation|Islands|Kingdom|League|Market|Netherlands|Republic|States|Union)\b"
)


def named(code: str, *, year: int | None = None) -> str:
    """The name as it stands within a sentence: "Korea", "the European Union"."""
    name = name_of(code, year=year)
    return f"the {name}" if _TAKES_ARTICLE.search(name) else name


@lru_cache(maxsize=1024)
def members(code: str, year: int) -> tuple[str, ...]:
    """The member states of a bloc in that year's edition, sorted; empty for a state.

    Editions appear in spring and describe the year before: who was a member on the first of January belongs to it.
    """
    then = date(year, 1, 1)
    return tuple(sorted(m.code for m in memberships() if m.bloc == code and _member_on(m, then)))


def _member_on(membership: Membership, day: date) -> bool:
    joined = membership.valid_from is None or membership.valid_from <= day
    return joined and (membership.valid_to is None or membership.valid_to >= day)


@cache
def spoken(code: str) -> tuple[str, ...]:
    """Every name, adjective and word for the people of an economy, sorted."""
    return tuple(sorted({entry.name for entry in names() if entry.code == code and entry.role != "label"}))


@cache
def blocs_of(code: str) -> tuple[str, ...]:
    """The codes of the blocs that an economy ever belonged to, sorted."""
    return tuple(sorted({m.bloc for m in memberships() if m.code == code}))


@lru_cache(maxsize=1024)
def demonyms(code: str) -> tuple[str, ...]:
    """The adjectives and names of the people of an economy."""
    return tuple(e.name for e in names() if e.code == code and e.role == "demonym")


@cache
def blocs() -> tuple[str, ...]:
    """The codes of blocs with known members, sorted."""
    return tuple(sorted({m.bloc for m in memberships()}))


def pieces(name: str) -> tuple[str, ...]:
    """The patterns, character by character, that find a name in running text.

    Any run of spaces or a hyphen stands for either, any apostrophe (or a lost one) for the apostrophe, and a letter
    without its accent for the letter.
    """
    out = []
    for char in name:
        if char in " -":
            out.append(r"[\s‑–-]{1,3}")
        elif char == "'":
            out.append(r"['’‘‟]?")
        else:
            plain = unicodedata.normalize("NFKD", char)[0]
            out.append(re.escape(char) if plain == char else f"[{char}{plain}]")
    return tuple(out)


@lru_cache(maxsize=64)
def _named(among: frozenset[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    entries = [e for e in names() if e.role != "label" and (not among or e.code in among)]
    by_key: dict[str, str] = {}
    for entry in entries:
        by_key.setdefault(fold(entry.name), entry.code)
    forms = sorted({"".join(pieces(e.name)) for e in entries}, key=len, reverse=True)
    first = "".join(
        sorted({re.escape(c) for e in entries for c in (e.name[0], unicodedata.normalize("NFKD", e.name)[0])})
    )
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:" + "|".join(forms) + r")(?!\w)"), by_key


def begins_with(text: str) -> frozenset[str]:
    """The codes that the first words of a text may name: a quick look before a thorough one."""
    words = re.sub(r"['’]s?(?!\w)", "", text[:_BEGINNING].lstrip("\"“‘'(")).split()
    keys = [fold(" ".join(words[: n + 1])) for n in range(len(words))]
    named = {entry.code for key in keys for entry in _by_fold().get(key, ())}
    return frozenset(named.union(_peoples()[key] for key in keys if key in _peoples()))


def places_named(text: str, *, among: Collection[str] = ()) -> tuple[tuple[int, int, str], ...]:
    """Where a text names economies by name, abbreviation or demonym: (start, end, code), in order.

    `among` restricts the codes looked for (say, the members of a bloc). Quick: no scope rules; the tagger has those.
    """
    pattern, by_key = _named(frozenset(among))
    found = ((m.start(), m.end(), by_key.get(fold(m.group()))) for m in pattern.finditer(text))
    return tuple((start, end, code) for start, end, code in found if code is not None)


def states_named(text: str, *, among: Collection[str] = ()) -> tuple[str, ...]:
    """The codes that a text names, each once, in order of first naming; see `places_named`."""
    return tuple(dict.fromkeys(code for _, _, code in places_named(text, among=among)))
