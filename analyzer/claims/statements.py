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

from analyzer.claims.cues import REPORT_WORD, SPEAKS, Kind, cues
from analyzer.claims.terms import Matter, matter
from analyzer.claims.words import stem
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
    r"^[\s\"“”]*(?:It|They|This|That|These|Those|Both|The (?:measure|rule|issue|program|programme|item|"
                      r"law|practice|scheme|complaint|topic|matter|policy|requirement|restriction))\b"
)  # fmt: skip
_MOST_OF_A_SENTENCE = 1500  # characters: no claim is longer
_MOST = 200  # claims of one text
_BACK = 8  # sentences that may say what a claim leaves out
_DATELINE = re.compile(
    r"^[A-Z][\w .,'’/-]{2,60}?(?:\([\w .]+\)\s*)?(?:--|–|—)\s+|^[A-Z]{3,}[^a-z]{0,20}(?:\w+ \d+)? - "
)
# Who says it is not what it is about.
_SOURCE = re.compile(
    r"\baccording to [^,;]{0,80}(?:,|$)|"
    r",[\s\"“”]+[^,;]{0,80}\b(?:said|says|told|noted|notes|reported|reports|claimed|claims|wrote|writes|shows?|showed)"
    r"\b[^,;]{0,60}[.\"”]*$",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"\bECONOMY\s+(?:itself |also |again |newly |now )*(?:was|is|were|are|has|have|had|no longer|joins|joined|enters|"
    r"entered|made|makes|appears|appeared|disappear|disappeared|vanished|dropped|drops|fell|did|does|returns|returned|became)\b|"
    r"\bchapters? (?:on|about|of|for) ECONOMY\b|\b(?:adds?|added|drops?|dropped|removes?|removed|includes?|included) "
    r"ECONOMY(?! ?['’]s)\b"
)
_PARTS = re.compile(
    r"\b(?:barriers|issues|items|measures|practices|policies|several|various|some|matters|rules)\b", re.I
)
_BREAK = re.compile(r"[;:]|,?\s\b(?:while|whereas|but|although|though|however|and)\b\s")
_TRAILING = re.compile(r"\s+(?:while|whereas|but|although|though|however|and)$")
_ANAPHOR = frozenset(
    map(stem, ("measure", "rule", "requirement", "issue", "program", "law", "practice", "scheme", "topic", "policy"))
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of a text, made out."""

    text: str
    kind: Kind
    economy: str | None
    year: int | None  # of the edition, where the text says it
    since: int | None  # the year in "listed since 1996"
    matter: Matter
    covers: bool = False  # it speaks of the economy's chapter as such, not of a matter in it


@cache
def _press_names() -> dict[str, str]:
    with Path(__file__).with_name("press_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["code"] for row in csv.DictReader(lines)}


def statements(text: str, *, among: Collection[str] = ()) -> tuple[Statement, ...]:
    """The claims of a text, in order. A text of one sentence without any turn of phrase is a plain statement.

    `among` are the codes of economies to look for (all known, by default); the United States are never the subject.
    """
    pieces = _pieces(text)
    wanted = frozenset(among) or frozenset(economies.codes())
    wanted -= {"USA"}
    found: list[Statement] = []
    told = False  # whether the text has spoken of a report
    for at, piece in enumerate(pieces):
        before = pieces[max(0, at - _BACK) : at]
        told = told or bool(REPORT_WORD.search(piece))
        if len(found) >= _MOST:
            break
        for clause, kind in _clauses(piece):
            if REPORT_WORD.search(piece) or (told and SPEAKS.search(piece)):
                last = found[-1].matter if found else None
                found.append(_statement(clause, kind, (piece, before, pieces[:3]), last, wanted))
    if not found and len(pieces) == 1 and matter(pieces[0]):
        found = [_statement(pieces[0], Kind.LISTED, (pieces[0], [], pieces), None, wanted)]
    return tuple(found)


def _pieces(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in re.split(r"\n\s*\n|\r|\n(?=\s*[-*•])", text)]
    found = [_DATELINE.sub("", line[a:b].strip()) for line in lines if line for a, b in split_sentences(line)]
    return [piece[:_MOST_OF_A_SENTENCE] for piece in found if piece]


def _clauses(sentence: str) -> list[tuple[str, Kind]]:
    """The clauses that hold a cue: the whole sentence, or its parts where cues of several kinds stand in it."""
    held = cues(sentence)
    if len({kind for _, _, kind in held}) < 2:
        return [(sentence, held[0][2])] if held else []
    bounds = [0]
    for (_, end, kind), (start, _, after) in itertools.pairwise(held):
        if kind is not after and (cut := _BREAK.search(sentence, end, max(start, end))):
            bounds.append(cut.end())
    bounds.append(len(sentence))
    out = []
    for a, b in itertools.pairwise(bounds):
        inside = [(s, e, k) for s, e, k in held if a <= s < b]
        if inside:
            out.append((_TRAILING.sub("", sentence[a:b].strip(" ,;:")).strip(" ,;:"), inside[0][2]))
    return out


def _statement(
    clause: str,
    kind: Kind,
    around: tuple[str, list[str], list[str]],
    last: Matter | None,
    wanted: frozenset[str],
) -> Statement:
    """One claim: its clause, with what its sentence, those before and the first of the text say around it."""
    sentence, before, whole = around
    codes = _named(clause, wanted) or _named(sentence, wanted)
    for piece in (*reversed(before), *whole):
        if codes:
            break
        codes = _named(piece, wanted)
    code = codes[0] if codes else None
    about = _matter(clause, wanted)
    covers = not about and _covers(clause, wanted)
    words = len(about.without(_ANAPHOR).words)
    if not covers and words < (2 if _PRONOUN.match(clause) else 1):
        earlier = (_matter(piece, wanted) for piece in reversed(before))
        meant = last or next((m for m in earlier if m.without(_ANAPHOR)), None)
        about = about.without(_ANAPHOR).joined(meant) if meant else about
    since = _SINCE.search(clause)
    year = next((y for piece in (clause, sentence, *reversed(before), *whole) if (y := _edition(piece))), None)
    year = year or next((y for piece in whole if (y := _dated(piece))), None)
    year = year or next((int(m[1]) for m in [_IN_YEAR.search(_SINCE.sub(" ", clause))] if m), None)
    return Statement(clause, kind, code, year, int(since[1]) if since else None, about, covers)


def _named(text: str, wanted: frozenset[str]) -> tuple[str, ...]:
    named = economies.states_named(text, among=wanted)
    if named:
        return named
    return tuple(code for name, code in _press_names().items() if code in wanted and re.search(rf"\b{name}\b", text))


def _matter(text: str, wanted: frozenset[str]) -> Matter:
    """The matter's words: without names of economies, which every passage of a chapter shares, and without "X said"."""
    return matter(_blanked(_SOURCE.sub(" , ", text), wanted, " "))


def _blanked(text: str, wanted: frozenset[str], instead: str) -> str:
    """The text with another word for every name of an economy that it speaks of."""
    bare = text
    for code in _named(text, wanted):
        for entry in sorted(economies.names(), key=lambda e: -len(e.name)):
            if entry.code == code:
                bare = re.sub(rf"(?<!Made in )(?<![\w-]){re.escape(entry.name)}(?!\w)", instead, bare)
    for name in _press_names():
        bare = re.sub(rf"\b{name}\b", instead, bare)
    return re.sub(rf"{re.escape(instead)}['’]s?(?!\w)", f"{instead}'s ", bare) if instead.strip() else bare


def _covers(text: str, wanted: frozenset[str]) -> bool:
    """Whether a text speaks of an economy's chapter as such: "Burma no longer has a chapter"."""
    return bool(_CHAPTER.search(_blanked(text, wanted, "ECONOMY"))) and not _PARTS.search(text)


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
