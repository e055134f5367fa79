"""Since when a matter is listed, as far as that can be told: what its wording, its thread and its name bear out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from analyzer.records import Listing
from analyzer.vocab import economies, kind_words, sections

_APART = "\n\n"  # no name runs over it
_SHORT, _EARLY = 350, 110  # characters of a passage that is about what it names, and of the beginning of a longer one
_WIDE = frozenset({"context", "other"})  # families that old editions put all kinds of matters in
_OF = re.compile(r"\s+(?:of|on|for|in|from|with|under|using|containing|against)\s+(?:the\s+)?|\s*[:()–—]\s*")
_AND = re.compile(r"(?:\s*[,;]\s*|\s+)(?:and|or|&)\s+|\s*[,;]\s*|(?<!\d)\s*/\s*|-\s+and\s+")
_WHOSE = re.compile(r"^[A-Z]\w+[’']s\s+")
_LAW = re.compile(r"(?:\s+(?:amendments?|acts?|bills?|laws?|decrees?|directives?|codes?))+$", re.IGNORECASE)
_LOOSE = re.compile(
    r"\s+(?:services?|products?|barriers?|requirements?|measures?|regulations?|polic(?:y|ies)|sectors?|issues?|"
    r"procedures?|practices?|restrictions?|limitations?|rules?|standards?)$",
    re.IGNORECASE,
)
# Where one of these stands in a chapter's introduction, the whole passage is taken for figures; `history.boilerplate`
# asks of each sentence whether it tells more.
_TRADE = re.compile(
    r"\b(?:foreign|U\.S\.) direct investment\b|\bFDI\b|\btrade (?:deficit|surplus)\b|"
    r"\b(?:exports|imports)\b[^.]*\b(?:billion|million|percent)\b",
    re.IGNORECASE,
)
_Y = re.compile(r"(?:y|ies)\b")
_PLURAL = re.compile(r"(?:s|es)?\b")


class _Text(Protocol):
    """What of a passage tells of matters."""

    @property
    def id(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def section(self) -> str: ...
    @property
    def heading(self) -> tuple[str, ...]: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """The earlier editions that list a matter.

    `years` list it: their passages are matched with it, or stand in its thread and name it, or stand in its thread
    after the first that is matched. `wording` are those matched with a passage of this edition. `named` are further
    ones that name it by the words in `called`; those in `elsewhere` hold these words in other parts of the chapter or
    in passing, or passages of its thread that do not name it.
    `goes_back` says that the thread begins before all these, with passages that do not name the matter: then only the
    wording can be followed. Without a name (`has_name`) nothing but matched passages could tell of it.
    """

    years: tuple[int, ...] = ()
    wording: tuple[int, ...] = ()
    named: tuple[int, ...] = ()
    elsewhere: tuple[int, ...] = ()
    called: str = ""
    goes_back: bool = False
    has_name: bool = False

    @property
    def told(self) -> tuple[int, ...]:
        """The editions that list or name it, ascending."""
        return tuple(sorted({*self.years, *self.named}))

    def gaps(self, held: Iterable[int]) -> tuple[int, ...]:
        """The editions of those held, after the first that lists it, in which nothing of it was found.

        Without a name to look for, those after the last that lists it alone: what lies between may tell it unmatched.
        """
        if not self.years:
            return ()
        found = {*self.told, *self.elsewhere}
        start = self.years[0] if self.has_name else self.years[-1]
        return tuple(sorted(year for year in held if year > start and year not in found))

    def unclear(self, held: Iterable[int]) -> tuple[int, ...]:
        """The editions of those held, after the first that lists or names it, that neither do nor surely lack it."""
        settled = {*self.told, *self.gaps(held := tuple(held))}
        return tuple(sorted(year for year in held if self.told and year > self.told[0] and year not in settled))


@dataclass(frozen=True, slots=True)
class Past:
    """What the editions before one say of an economy: by year and family of sections, and by thread and year."""

    said: dict[tuple[int, str], str] = field(default_factory=dict)
    threads: dict[str, dict[int, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: Iterable[_Text], listings: Iterable[Listing], *, before: int) -> Past:
        """The past of an economy before a year."""
        said: dict[tuple[int, str], list[str]] = {}
        texts: dict[str, tuple[int, str]] = {}
        for passage in passages:
            if passage.year < before and not _of_trade(passage):
                text = _text(passage)
                said.setdefault((passage.year, sections.family(passage.section)), []).append(text)
                texts[passage.id] = passage.year, text
        threads: dict[str, dict[int, str]] = {}
        for listing in listings:
            of = threads.setdefault(listing.id, {})
            for year, text in (texts[key] for key in listing.passages if key in texts):
                of[year] = f"{of[year]}{_APART}{text}" if year in of else text
        return cls({key: _APART.join(parts) for key, parts in said.items()}, threads)

    def listed(self, matched: Collection[int], threads: Iterable[str], names: Sequence[str], section: str) -> Listed:
        """Since when a matter of a section is listed: `matched` years, the threads it belongs to, what it is called.

        A name of one word counts only in the same part of the chapter, and where a passage does more than mention it.
        """
        thread: dict[int, list[str]] = {}
        for listing in threads:
            for year, text in self.threads.get(listing, {}).items():
                thread.setdefault(year, []).append(text)
        first = min(matched, default=None)
        years = {*matched, *(year for year in thread if first is not None and year >= first)}
        years |= {year for year, texts in thread.items() if any(_names(n, text) for n in names for text in texts)}
        found = {name: self._naming(name) for name in names}
        family = sections.family(section)
        here = {
            name: {at[0] for at in places if _counts(name, at[1], family) and _dwells_on(name, self.said[at])}
            for name, places in found.items()
        }
        named = set[int]().union(*here.values()) - years
        told = min(years | named, default=None)
        return Listed(
            years=tuple(sorted(years)),
            wording=tuple(sorted(matched)),
            named=tuple(sorted(named)),
            elsewhere=tuple(
                sorted({*thread, *(year for places in found.values() for year, _ in places)} - years - named)
            ),
            called=max(names, key=lambda name: len(here[name])) if named else "",
            has_name=bool(names),
            goes_back=told is not None and min(thread, default=told) < told,
        )

    def _naming(self, name: str) -> list[tuple[int, str]]:
        """The years, with the family of sections, that name something."""
        return [place for place, text in self.said.items() if _names(name, text)]


def _of_trade(passage: _Text) -> bool:
    """Whether a passage gives figures of trade and investment, which name no barrier."""
    return sections.family(passage.section) == "context" and _TRADE.search(passage.text) is not None


def _counts(name: str, part: str, family: str) -> bool:
    """Whether a name that stands in a part of the chapter names the matter: one word does so in its own part alone."""
    return " " in name or family in _WIDE or part in (family, "context")


def _dwells_on(name: str, said: str) -> bool:
    """Whether a passage does more than mention a name in passing: of one word, it must be short, or say it early or
    twice.
    """
    return " " in name or any(
        len(text) < _SHORT or _names(name, text[:_EARLY]) or len(list(_places(name, text))) > 1
        for text in said.split(_APART)
        if _names(name, text)
    )


def names_of(title: str) -> tuple[str, ...]:
    """What a matter with this heading is called, in words that name more than a kind of barrier.

    "Beef and Beef Products" gives "Beef", "Ban on Offal Products" "Offal", "Tariffs" nothing.
    """
    for stretch in _OF.split(title):
        parts = (_bare(" ".join(part.strip(" .’'\"").split())) for part in _AND.split(stretch))
        found = tuple(dict.fromkeys(part for part in parts if _tells(part)))
        if found:
            return found
    return ()


def _bare(words: str) -> str:
    """The words without whose they are, what makes a law, or what makes a kind of barrier at their end."""
    words = _WHOSE.sub("", words)
    law, loose = _LAW.sub("", words), _LOOSE.sub("", words)
    if len(words.split()) > len(law.split()) > 2:
        return law
    last = loose.rpartition(" ")[2].casefold()
    return words if last in kind_words.beside() else loose


def _tells(words: str) -> bool:
    if len(words) < 4 or words.casefold() in kind_words.beside():
        return False
    found = re.findall(r"[^\W\d_]+", words)
    telling = (word for word in found if _stem(word.casefold()) not in kind_words.kinds())
    numbered = len(found) > 1 and any(map(str.isdigit, words))
    return len(found) > 3 or numbered or any(economies.code_of(word) is None for word in telling)


def _text(passage: _Text) -> str:
    return " ".join((*passage.heading, passage.text)).casefold()


def _names(name: str, text: str) -> bool:
    """Whether a text holds a name, in the singular or plural."""
    return next(_places(name, text), None) is not None


def _places(name: str, text: str) -> Iterator[int]:
    """Where a text holds a name, in the singular or plural."""
    stem, ending = _forms(name)
    at = text.find(stem)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and ending.match(text, at + len(stem)):
            yield at
        at = text.find(stem, at + 1)


@lru_cache(maxsize=10_000)
def _forms(name: str) -> tuple[str, re.Pattern[str]]:
    """The stem that every form of a name begins with, and a pattern of its endings."""
    word = _stem(re.sub(r"\btaxation$", "tax", name.casefold()))
    return (word[:-1], _Y) if word.endswith("y") else (word, _PLURAL)


def _stem(words: str) -> str:
    """The words without the mark of a plural at their end."""
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    if words.endswith(("xes", "ches", "shes", "sses", "oes")):
        return words[:-2]
    return words if words.endswith(("ss", "us")) else words.removesuffix("s")
