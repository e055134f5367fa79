"""A text taken apart into claims: what is said, of which economy, of which edition, about what."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from analyzer.claims.cues import REPORT_WORD, Kind, cues
from analyzer.claims.words import matter_words
from analyzer.outline import split_sentences
from analyzer.vocab import economies

__all__ = ["Kind", "Statement", "statements"]

_YEAR = r"((?:19|20)\d\d)"
_REPORT = r"(?:NTE|reports?|editions?|National Trade Estimate|trade estimate|estimate|list|USTR)"
_EDITION = (
    re.compile(rf"\b{_YEAR}(?:['’]s)?\s+(?:\w+\s+){{0,3}}?{_REPORT}\b"),
    re.compile(rf"\b{_REPORT}\b(?:\s+\w+){{0,4}}?\s+(?:of|for|in|dated|from)\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_REPORT}\s+\(?{_YEAR}\b", re.IGNORECASE),
)
_DATED = re.compile(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|"
    rf"Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+{_YEAR}\b|{_YEAR}-\d\d-\d\d)"
)
_IN_YEAR = re.compile(rf"\b(?:in|of)\s+{_YEAR}\b", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:since|from|until|after|before|between|last time in)\s+(?:at least\s+)?{_YEAR}\b", re.I)
_PRONOUN = re.compile(
    r"^\s*(?:It|They|This|That|These|Those|Both|The (?:measure|rule|issue|program|programme|item|"
                      r"law|practice|scheme|complaint|topic|matter|policy|requirement|restriction|report|edition|USTR))\b"
)  # fmt: skip
_BREAK = re.compile(r"[;:]|,?\s\b(?:while|whereas|but|although|though|however|and)\b\s")
_ANAPHOR = frozenset(
    (
        "measure",
        "rule",
        "requirement",
        "issue",
        "program",
        "item",
        "law",
        "practice",
        "scheme",
        "topic",
        "matter",
        "policy",
    )
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of a text, made out."""

    text: str
    kind: Kind
    economy: str | None
    year: int | None  # of the edition, where the text says it
    since: int | None  # the year in "listed since 1996"
    matter: tuple[tuple[str, str], ...]  # (stem, word)


@cache
def _capitals() -> dict[str, str]:
    with Path(__file__).with_name("capitals.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["code"] for row in csv.DictReader(lines)}


def statements(text: str, *, among: Collection[str] = ()) -> tuple[Statement, ...]:
    """The claims of a text, in order. A text of one sentence without any turn of phrase is a plain statement.

    `among` are the codes of economies to look for (all known, by default); the United States are never the subject.
    """
    pieces = _pieces(text)
    wanted = frozenset(among) or frozenset(economies.codes())
    wanted -= {"USA"}
    found: list[Statement] = []
    for at, piece in enumerate(pieces):
        before = pieces[:at]
        for clause, kind, start, end in _clauses(piece):
            if REPORT_WORD.search(piece) or any(REPORT_WORD.search(p) for p in before):
                found.append(_statement(clause, kind, (start, end), piece, before, pieces, wanted))
    if not found and len(pieces) == 1 and matter_words(pieces[0]):
        found = [_statement(pieces[0], Kind.LISTED, (0, 0), pieces[0], [], pieces, wanted)]
    return tuple(found)


def _pieces(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in re.split(r"\n\s*\n|\r|\n(?=\s*[-*•])", text)]
    return [line[a:b].strip() for line in lines if line for a, b in split_sentences(line) if line[a:b].strip()]


def _clauses(sentence: str) -> list[tuple[str, Kind, int, int]]:
    """The clauses that hold a cue: the whole sentence, or its parts where cues of several kinds stand in it."""
    held = cues(sentence)
    if len({kind for _, _, kind in held}) < 2:
        return [(sentence, held[0][2], held[0][0], held[0][1])] if held else []
    bounds = [0]
    for (_, end, kind), (start, _, after) in itertools.pairwise(held):
        if kind is not after and (cut := _BREAK.search(sentence, end, max(start, end))):
            bounds.append(cut.end())
    bounds.append(len(sentence))
    out = []
    for a, b in itertools.pairwise(bounds):
        inside = [(s, e, k) for s, e, k in held if a <= s < b]
        if inside:
            start, end, kind = inside[0]
            out.append((sentence[a:b].strip(" ,;:"), kind, start - a, end - a))
    return out


def _statement(
    clause: str,
    kind: Kind,
    cue: tuple[int, int],
    sentence: str,
    before: list[str],
    whole: list[str],
    wanted: frozenset[str],
) -> Statement:
    codes = _named(clause, wanted) or _named(sentence, wanted)
    for piece in (*reversed(before), *whole):
        if codes:
            break
        codes = _named(piece, wanted)
    code = codes[0] if codes else None
    words = _matter(clause, wanted)
    if (_PRONOUN.match(clause) or len(set(words) - _ANAPHOR) < 2) and before:
        for piece in (before[-1], before[0]):
            if len(set(words) - _ANAPHOR) < 3:
                words = words | {k: w for k, w in _matter(piece, wanted).items() if k not in words}
        words = {k: w for k, w in words.items() if k not in _ANAPHOR} or words
    since = _SINCE.search(clause)
    year = next((y for piece in (clause, sentence, *reversed(before), *whole) if (y := _edition(piece))), None)
    year = year or next((y for piece in whole if (y := _dated(piece))), None)
    year = year or next((int(m[1]) for m in [_IN_YEAR.search(_SINCE.sub(" ", clause))] if m), None)
    return Statement(clause, kind, code, year, int(since[1]) if since else None, tuple(words.items()))


def _named(text: str, wanted: frozenset[str]) -> tuple[str, ...]:
    named = economies.states_named(text, among=wanted)
    if named:
        return named
    return tuple(code for name, code in _capitals().items() if code in wanted and re.search(rf"\b{name}\b", text))


def _matter(text: str, wanted: frozenset[str]) -> dict[str, str]:
    """The matter's words: without names of economies, which every passage of a chapter shares."""
    bare = text
    for code in _named(text, wanted):
        for entry in sorted(economies.names(), key=lambda e: -len(e.name)):
            if entry.code == code:
                bare = re.sub(rf"(?<!\w){re.escape(entry.name)}(?:['’]s)?(?!\w)", " ", bare)
    for name in _capitals():
        bare = re.sub(rf"\b{name}(?:['’]s)?\b", " ", bare)
    return matter_words(bare)


def _edition(text: str) -> int | None:
    plain = _SINCE.sub(" ", text)
    return next((int(m[1]) for pattern in _EDITION if (m := pattern.search(plain))), None)


def _dated(text: str) -> int | None:
    match = _DATED.search(text)
    return int(match[1] or match[2]) if match else None


def published_on(today: date | None, held: Collection[int]) -> int | None:
    """The edition that an article without a year speaks of: the latest held on its day."""
    years = [y for y in held if today is None or y <= today.year]
    return max(years, default=None)
