"""A claim on several economies or several matters, taken apart."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.claims.terms import matter
from analyzer.vocab import economies

_BOTH = re.compile(r"\s*['’]?s?\s*,?\s*(?:(?:and|or|nor|as well as|,|&)\s*)+(?:of |the |in )*\s*", re.IGNORECASE)
_JOINS = re.compile(r"(?:[,;:]|\b(?:and|while|whereas|but|plus|nor|or|as well as|than)\b)\W+(?:\w+\W+){0,2}$", re.I)
_JOINED = re.compile(r"[,;:]|\b(?:and|while|whereas|but|plus|nor|as well as)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:in|by|of|from|for|on|against)\s+(?:the\s+)?$", re.IGNORECASE)
_OBJECT = re.compile(  # the other side of what an economy does
    r"\b(?:trade|commerce|business|traffic|flights|links|ties|dealings) (?:with|to|into|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"^(?:['’]s)? (?:chapter|section|pages)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:;|,)\s*(?:and\s+|as well as\s+|or\s+)?|\s+(?:and|as well as|plus)\s+")
_AND = re.compile(r";|\b(?:and|or|as well as|plus)\b")
_APPOSED = re.compile(r",\s+")
# "The new border regime, the Border Target Operating Model, is ...": one thing under two names.
_SAME = re.compile(
    r",\s+(?=(?:the|its|an?)\s+[^,;:]{3,60}(?P<end>,)\s+(?:is|are|was|were|has|have|had|will|makes?|made|features?|appears?|"
    r"joins?|joined|stands?|gets?|got|comes?|came|shows?|remains?|returns?|returned|enters?|entered|figures?)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:which|who|whose|that|where|such as|like|because|since|after|although|though)\b", re.IGNORECASE
)  # no list of things
_WITH = re.compile(r"\b(?:for|on|of|in|to|from|against|at|by|about|over|regarding|concerning)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|their|the|an?|his|her)\b|['’]s?\s", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE)
_MOST = 6  # parts of a list
_NEAR = 40  # characters before a name that say whose side it is
_CAPITALS = re.compile(r"\b[A-Z]{5,}(?: [A-Z]{5,})*\b")  # NORWAY: ...
_WITHIN = re.compile(
    r"\b(?:British Columbia|New South Wales|New England|New Mexico|Gulf of Mexico)\b|"
    r"\b[A-Z][a-z]+(?=[- ](?:language|speaking|speakers?)\b)"  # languages
)


@dataclass(frozen=True, slots=True)
class _Group:
    """Names of economies that stand side by side."""

    start: int
    end: int
    codes: tuple[str, ...]


@cache
def _press_names() -> dict[str, str]:
    with Path(__file__).with_name("press_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["code"] for row in csv.DictReader(lines)}


@cache
def _press_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _press_names()), key=len, reverse=True)) + r")\b")


def _plain(text: str) -> str:
    """The text at the same length, NORWAY as Norway, with X over names that hold another: Gulf of Mexico."""
    told = _CAPITALS.sub(lambda m: m.group().title(), text)
    return _WITHIN.sub(lambda m: "X" * len(m.group()), told)


def _in_full(text: str, wanted: Collection[str]) -> list[tuple[int, int, str]]:
    """Where those economies are named by names of their own: "North Korea" names none but itself."""
    return [place for place in economies.places_named(text) if place[2] in wanted]


def places(text: str, wanted: Collection[str]) -> list[tuple[int, int, str]]:
    """Where economies are named, by their names or, where there are none, by what the press calls them."""
    plain = _plain(text)
    return _with_press_names(plain, _in_full(plain, wanted), wanted)


def _with_press_names(
    text: str, full: Sequence[tuple[int, int, str]], wanted: Collection[str]
) -> list[tuple[int, int, str]]:
    found, taken = list(full), [(a, b) for a, b, _ in full]
    for m in _press_pattern().finditer(text):
        code = _press_names()[m.group()]
        if code in wanted and not any(m.start() < b and a < m.end() for a, b in taken):
            found.append((m.start(), m.end(), code))
    return sorted(found)


def named(text: str, wanted: Collection[str]) -> tuple[str, ...]:
    """The economies that a text speaks of, in order: without the member states of a bloc that it names."""
    text = _plain(text)
    own = _in_full(text, wanted)
    told = _with_press_names(text, own, wanted)
    if own != told and _adjectives(text, own):  # Quebec's rule on French trademarks
        own = []
    own = next(filter(None, ([p for p in found if not _is_object(text, p[0])] for found in (own, told))), own)
    codes = tuple(dict.fromkeys(code for _, _, code in own or told))
    blocs = [c for c in codes if economies.members(c, 2020)]
    return tuple(c for c in codes if not any(c in economies.members(b, 2020) for b in blocs)) if blocs else codes


def _is_object(text: str, start: int) -> bool:
    """Whether a name stands for the other side of what an economy does: Ankara's freeze on trade with Israel."""
    return _OBJECT.search(text[max(0, start - _NEAR) : start]) is not None


def only_adjectives(text: str, wanted: Collection[str]) -> bool:
    """Whether economies stand in a text by their adjectives alone, if at all."""
    text = _plain(text)
    return _adjectives(text, _in_full(text, wanted))


def _adjectives(text: str, found: Iterable[tuple[int, int, str]]) -> bool:
    return all(economies.fold(text[a:b]) in map(economies.fold, economies.demonyms(code)) for a, b, code in found)


def by_economy(text: str, wanted: Collection[str]) -> list[tuple[tuple[str, ...], str]]:
    """The stretches of a clause that speak of different economies, each with its codes; one or none: the whole."""
    codes = named(text, wanted)
    groups = _groups(text, [p for p in places(text, wanted) if p[2] in codes])
    whole = [(codes[:1], text)] if codes else []
    if len(groups) == 1 and len(groups[0].codes) > 1:
        return [(groups[0].codes, text)]
    kept = groups[:1]
    for group in groups[1:]:
        between = text[kept[-1].end : group.start]
        joined = _JOINED if _AFTER.search(between) else _JOINS
        if set(group.codes) - set(kept[-1].codes) and joined.search(between):
            kept.append(group)
    if len(kept) < 2:
        return whole
    out = []
    start = 0
    for n, group in enumerate(kept):
        after = kept[n + 1].start if n + 1 < len(kept) else len(text)
        before = text[start : group.start]
        stretch = text[group.start if matter(text[group.end : after]) else start : after]
        if _AFTER.search(before) and matter(before):
            stretch, after = text[start : group.end], group.end
        if not matter(stretch.replace(text[group.start : group.end], " ")):
            return whole
        out.append((group.codes, stretch))
        start = after
    return out


def _groups(text: str, found: list[tuple[int, int, str]]) -> list[_Group]:
    """Names in order, those side by side together; the economy of a chapter's name is not another one."""
    out: list[_Group] = []
    for start, end, code in found:
        if out and _CHAPTER.match(text[end:]) and len(found) > 1:
            continue
        if out and (out[-1].codes[-1] == code or _BOTH.fullmatch(text, out[-1].end, start)):
            codes = tuple(dict.fromkeys((*out[-1].codes, code)))
            out[-1] = _Group(out[-1].start, end, codes)
        else:
            out.append(_Group(start, end, (code,)))
    return out


def _joined(text: str) -> str:
    """The text without the commas in the last thing of a list: "the film act, Bill 96" is one thing."""
    last = max((m.end() for m in _AND.finditer(text)), default=0)
    return text[:last] + _APPOSED.sub(" ", text[last:])


def _as_one(text: str) -> str:
    """The text without the commas around another name of the thing before it, where it names no other things."""
    found = _SAME.search(text)
    if found is None or "," in text[: found.start()]:
        return text
    end = found.start("end")
    return f"{text[: found.start()]} {text[found.end() : end]} {text[end + 1 :]}"


def listed(text: str) -> list[str]:
    """The members of a list of things: "offsets, map data and beef" -> three; empty where there is none."""
    if _CLAUSE.search(text):
        return []
    pieces = [piece for piece in _LISTED.split(_joined(_as_one(text))) if matter(piece)]
    if not 2 <= len(pieces) <= _MOST:
        return []
    first, *others = pieces
    alike = all(_OWN.search(piece) or _WITH.search(_VERB.split(piece)[0]) for piece in others)
    # Rules for banks and shops are one matter; rules for banks and a ban on shops are two.
    return pieces if alike or len(others) > 1 or not _WITH.search(first) else []
