"""Since when a matter is listed and how sure that is, in words."""

from __future__ import annotations

import re
from dataclasses import replace

from analyzer.briefs.brief import Matter
from analyzer.briefs.spans import years
from analyzer.queries import Listed
from analyzer.records import ChangeKind, Status, Verdict

NOWHERE = "in no earlier edition held"
UNMATCHED = "matched with no earlier passage"  # all that can be told of what has no name
UNSURE = (0.3, 0.7)  # between these a status is worth a second look by eye
LIKELY = 0.5  # from this chance on, an earlier passage may well say what is called new
SURE_MATCH = 0.85  # below this, a match that shares no telling sentence is worth one, too
_KINDS = {
    ChangeKind.LAW: "a new legal step",
    ChangeKind.RATE: "a new rate or amount",
    ChangeKind.SCOPE: "another scope",
    ChangeKind.DATE: "a new date",
}  # the other kinds say nothing that the two wordings do not show


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What a quote must hold so that the kind of change can be read from it.
_SHOWN = {
    ChangeKind.LAW: re.compile(
        r"\b(laws?|acts?|bills?|decrees?|regulations?|orders?|directives?|rules?|circulars?|notifi\w+|resolutions?|"
        r"amend\w+|adopt\w*|enact\w*|issu(?:ed|es)|publish\w*|approv\w+|in(?:to)? force|effective|introduc\w+|"
        r"launch\w*|propos\w+|drafts?|guidelines?|standards?|agreements?|postpon\w+|announc\w+|waiv\w+|implement\w+|submitted|repeal\w*|remov\w+|court)\b",
        re.IGNORECASE,
    ),
    ChangeKind.RATE: re.compile(r"\d|\b(?:percent|half|double|third)", re.IGNORECASE),
    ChangeKind.DATE: _YEAR,
}


def since(verdict: Verdict, listed: Listed, said: str = "") -> str:
    """Since when a matter is listed, by what its lead's verdict and the earlier editions that tell of it bear out.

    What kind of change it is stands beside it where the quote `said` shows it.
    """
    told = listed.told
    match verdict.status:
        case Status.NEW if verdict.new_chapter:
            return "first seen here"
        case Status.NEW if listed.years:
            return f"a new point of a matter {_verb(listed)} since {told[0]}"
        case Status.NEW if told:
            return f"{UNMATCHED}, but “{listed.called}” is named in {years(told)}"
        case Status.NEW:
            likely = verdict.evidence is not None and verdict.evidence.score >= LIKELY
            return NOWHERE if listed.has_name and not likely else UNMATCHED
        case Status.RELISTED:
            return _relisted(listed, verdict.last_listed_before)
        case Status.CHANGED:
            kind = verdict.change.kind if verdict.change else ChangeKind.NONE
            shown = kind not in _SHOWN or not said or _SHOWN[kind].search(said) is not None
            named = [int(year) for year in _YEAR.findall(said)]
            shown = shown and not (named and max(named) < (verdict.compared_with or 0))  # no step of late
            return ", ".join(filter(None, (running(listed), _KINDS.get(kind) if shown else None)))
        case Status.DROPPED:
            return _until(listed)
        case _:
            return running(listed)


def running(listed: Listed) -> str:
    """Since when a matter that stands in the edition before is listed, or an empty text where that is not known."""
    told = listed.told
    wording = min(listed.wording, default=None)
    if not told:
        return ""
    if told[0] == wording:
        return f"linked back to {wording}" if listed.goes_back else f"listed since {wording}"
    since = f"{_verb(listed)} since {told[0]}"
    return since if wording is None else f"{since}, linked back to {wording}"


def _verb(listed: Listed) -> str:
    return "listed" if listed.told[0] in listed.years else "named"


def _relisted(listed: Listed, last: int | None) -> str:
    """When a matter taken up again was listed; a ruling may say that it was, and not when.

    `last` is the last edition whose passage is matched with this one: what later ones list under the name is named.
    """
    stood = [year for year in listed.years if last is None or year <= last]
    if not stood:
        return f"named in {years(listed.told)}, then absent" if listed.told else "listed before, then absent"
    first, last = stood[0], stood[-1]
    was = f"listed in {first}" if first == last else f"first listed in {first}, last in {last}"
    later = tuple(year for year in listed.told if year > last)
    return f"{was}; named in {years(later)}" if later else f"{was}, then absent"


def _until(listed: Listed) -> str:
    """How long a matter that has gone was listed."""
    first, last, wording = listed.told[0], listed.years[-1], min(listed.wording)
    if first == last:
        return f"listed in {last} only" if not listed.goes_back else f"not linked to editions before {last}"
    if first == wording:
        return f"linked {first}–{last}" if listed.goes_back else f"listed {first}–{last}"
    return f"{_verb(listed)} {first}–{last}, linked back to {wording}"


def about_offsets(matter: Matter) -> tuple[Matter, ...]:
    """The matter once for each sentence that names offsets; where that is not its own, what changed may be another."""
    told = running(matter.listed) if matter.status is Status.CHANGED else matter.since
    others = {q.text: replace(matter, quote=q, before=None, wording=(), since=told) for q in matter.of_offsets}
    if not names_offsets(matter):
        return tuple(others.values())
    apart = (one for text, one in others.items() if one.quote.passage_id != matter.quote.passage_id)
    return (matter, *apart)


def names_offsets(matter: Matter) -> bool:
    """Whether the sentence quoted speaks of offsets itself."""
    told = {quote.text for quote in matter.of_offsets}
    return not told or matter.quote.text in told or "offset" in matter.quote.text.casefold()


def doubt(verdict: Verdict, *, matched: bool) -> str | None:
    """Why the status is worth a look at the page, or None; `matched` is whether an earlier sentence can be shown."""
    if verdict.ruled_by is not None or verdict.status is Status.DROPPED:
        return None
    if UNSURE[0] < verdict.p_new < UNSURE[1]:
        return f"not sure: {verdict.p_new:.0%} likely listed anew"
    if verdict.status is Status.NEW and verdict.evidence is not None and verdict.evidence.score >= LIKELY:
        said = f"a passage of {verdict.evidence.year} is {verdict.evidence.score:.0%} likely to say it"
        return f"not sure, perhaps relisted: {said}"
    if not matched and verdict.evidence is not None and verdict.evidence.score < SURE_MATCH:
        return f"not sure: shares few words with the passage of {verdict.evidence.year}"
    return None
