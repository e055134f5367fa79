"""Since when a matter is listed and how sure that is, in words."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.records import ChangeKind, Finding, Status, Verdict

NOWHERE = "in no earlier edition held"
UNSURE = (0.3, 0.7)  # between these a status is worth a second look by eye
SURE_MATCH = 0.85  # below this, a match that shares no telling sentence is worth one, too
_KINDS = {
    ChangeKind.LAW: "a new legal step",
    ChangeKind.RATE: "a new rate or amount",
    ChangeKind.SCOPE: "another scope",
    ChangeKind.DATE: "a new date",
}  # the other kinds say nothing that the two wordings do not show


def since(group: Sequence[Finding], years: Sequence[int]) -> str:
    """Since when the matter that a group of passages makes is listed; its lead, listed in `years`, stands first."""
    verdict = group[0].verdict
    earlier = [year for year in years if year < verdict.year]
    before = [f.verdict.first_listed for f in group[1:] if f.verdict.first_listed is not None]
    match verdict.status:
        case Status.NEW if verdict.new_chapter:
            return "first seen here"
        case Status.NEW if before:
            return f"a new point under a heading listed since {min(before)}"
        case Status.NEW:
            return NOWHERE
        case Status.RELISTED:
            if verdict.first_listed == verdict.last_listed_before:
                return f"listed in {verdict.first_listed}, then absent"
            return f"first listed in {verdict.first_listed}, last in {verdict.last_listed_before}, then absent"
        case Status.CHANGED:
            kind = _KINDS.get(verdict.change.kind) if verdict.change else None
            listed = f"listed since {verdict.first_listed}" if verdict.first_listed is not None else ""
            return ", ".join(filter(None, (listed, kind)))
        case Status.DROPPED:
            first, last = min(earlier, default=None), verdict.compared_with or verdict.last_listed_before
            return f"listed in {last} only" if first == last else f"listed {first}–{last}"
        case _:
            return f"listed since {verdict.first_listed}" if verdict.first_listed is not None else ""


def doubt(verdict: Verdict, *, matched: bool) -> str | None:
    """Why the status is worth a look at the page, or None; `matched` is whether an earlier sentence can be shown."""
    if verdict.ruled_by is not None or verdict.status is Status.DROPPED:
        return None
    if UNSURE[0] < verdict.p_new < UNSURE[1]:
        return f"not sure: {verdict.p_new:.0%} likely listed anew"
    if not matched and verdict.evidence is not None and verdict.evidence.score < SURE_MATCH:
        return f"not sure: shares few words with the passage of {verdict.evidence.year}"
    return None
