"""What a passage or chapter states of its economies' standing under the GPA, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from analyzer.mentions.agreement import find_agreements
from analyzer.mentions.country import find_countries
from analyzer.mentions.gpa_status import goes_on_observing, observes_at, standing_at
from analyzer.mentions.money import find_amounts
from analyzer.mentions.sentences import sentence_bounds
from analyzer.records import Label

_WEIGHT = {"party": 0, "acceding": 1, "observer": 2, "neither": 3, "non-party": 4}
_GATE = re.compile(
    r"GPA|[Pp]rocurement\s+(?:[Aa]greement|[Cc]ode|Committee)"
    r"|(?:on|for)\s+(?:[Gg]overnment(?:al)?|[Pp]ublic|General)\s+[Pp]rocurement"
)
_WITHDRAWN = re.compile(
    r"(?i)\bwithdr(?:ew|awn)\s+(?:in\s+(?:\w+\s+)?\d{4}\s+)?(?:its\s+)?(?:\w+\s+)?(?:application|offer|request)"
)
_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)\s*(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class GpaStatement:
    """A standing that a sentence of the text states; `start` and `end` are the sentence's offsets in the text."""

    economy: str
    status: str  # party | observer | acceding | neither | non-party | withdrawn
    since: str | None
    start: int
    end: int


def gpa_statements(text: str, *, chapter: str, members: Collection[str] = ()) -> tuple[GpaStatement, ...]:
    """Return the standings that the text states of the chapter's economy and its members, in order.

    A sentence that names nobody speaks of the chapter's economy. What is said of others (the United States and other
    Parties) is left out. A sentence right after one on the GPA need not name it again: "It became an observer in 2015."
    """
    if not _GATE.search(text):
        return ()
    about = {chapter, *members}
    found: dict[tuple[int, str, str], GpaStatement] = {}
    for start, end, economy, status, since in _in_order(text, chapter):
        if economy in about:
            key = (start, economy, status)
            if key not in found or (since and not found[key].since):
                found[key] = GpaStatement(economy, status, since, start, end)
    return tuple(found.values())


def _in_order(text: str, chapter: str) -> Iterator[tuple[int, int, str, str, str | None]]:
    """Yield the bounds of each sentence that states a standing, with the economy, its standing and since when."""
    spoken_of = None  # by the sentence before, of the GPA
    for start, end in sentence_bounds(text):
        sentence = text[start:end]
        if _GATE.search(sentence):
            stated = list(_stated(sentence, chapter))
            spoken_of = stated[-1][0] if stated else chapter if find_agreements(sentence) else None
            yield from ((start, end, *said) for said in stated)
        elif spoken_of:
            standing = goes_on_observing(sentence, spoken_of)
            if standing.of == spoken_of:
                yield start, end, spoken_of, standing.status, standing.since
            spoken_of = None


def withdrawals(text: str, *, chapter: str, members: Collection[str] = ()) -> tuple[GpaStatement, ...]:
    """Return the statements that an economy took back its application or offer to accede, as `withdrawn`.

    They are no standing of their own: the economy is what it was before it applied.
    """
    found = []
    for start, end in sentence_bounds(text) if _GATE.search(text) and _WITHDRAWN.search(text) else ():
        sentence = text[start:end]
        step = _WITHDRAWN.search(sentence)
        if step is None or not _GATE.search(sentence):
            continue
        economy = next((m.norm for m in reversed(find_countries(sentence[: step.start()]))), chapter)
        if economy in {chapter, *members}:
            found.append(GpaStatement(economy, "withdrawn", _dated(sentence, step), start, end))
    return tuple(found)


def _dated(sentence: str, step: re.Match[str]) -> str | None:
    """Return the date nearest to the withdrawal: the first from it on, else the last before it."""
    dates = [m.norm for m in find_amounts(sentence[step.start() :]) if m.label is Label.DATE]
    earlier = [m.norm for m in find_amounts(sentence[: step.start()]) if m.label is Label.DATE]
    return dates[0] if dates else earlier[-1] if earlier else None


def _stated(sentence: str, chapter: str) -> Iterable[tuple[str, str, str | None]]:
    mentions = find_agreements(sentence)
    spans = [(m.start, m.end) for m in mentions if m.norm == "GPA"]
    for index in range(len(spans)):
        standing = standing_at(sentence, spans, index, chapter)
        if standing.of is not None:
            for economy in (*_with(sentence, standing.of, spans[index][0]), standing.of):
                yield economy, standing.status, standing.since
    committees = [(m.start, m.end) for m in mentions if m.norm == "GPA_COMMITTEE"]
    if committees and not spans:
        standing = observes_at(sentence, committees[0], chapter)
        if standing.of is not None:
            for economy in (*_with(sentence, standing.of, committees[0][0]), standing.of):
                yield economy, standing.status, standing.since


def _with(sentence: str, economy: str, before: int) -> list[str]:
    """Return the economies that stand in one list with this one ("Kuwait, Qatar, and the UAE are neither")."""
    named = find_countries(sentence[:before])
    position = next((i for i in reversed(range(len(named))) if named[i].norm == economy), 0)
    others: list[str] = []
    while position > 0 and _LISTED.match(sentence[named[position - 1].end : named[position].start]):
        position -= 1
        others.insert(0, named[position].norm)
    return others


def weightiest(statements: Iterable[GpaStatement]) -> dict[str, GpaStatement]:
    """Return for every economy the statement that decides its standing: party, acceding, observer, neither, non-party.

    Of several with one standing the first that has a date decides, else the first.
    """
    best: dict[str, GpaStatement] = {}
    for statement in statements:
        held = best.get(statement.economy)
        if held is None or _rank(statement) < _rank(held):
            best[statement.economy] = statement
    return best


def _rank(statement: GpaStatement) -> tuple[int, bool]:
    return _WEIGHT[statement.status], statement.since is None
