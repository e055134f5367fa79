"""Which passages make one matter: those under one heading, or without one those of one listing, in a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analyzer.briefs import actors, news, titling
from analyzer.briefs.headless import LEANS
from analyzer.briefs.quoting import telling
from analyzer.briefs.weighing import weigh
from analyzer.records import Finding, Passage, Status

_RANK = (Status.NEW, Status.RELISTED, Status.CHANGED, Status.CONTINUED, Status.DROPPED)
_SURE = 0.8  # chance from which on a passage is taken for one of the edition before
_SHARED = 2  # telling words that passages in a row have in common where they speak of one matter
_IN_A_ROW = (Status.NEW, Status.DROPPED)  # what goes on from one passage to the next where headings are lost
_LAW = re.compile(r"\b(?:Law|Decree|Resolution|Regulation|Act|Order|Circular|Directive)\b")


def groups(findings: Sequence[Finding], under: Mapping[str, str] | None = None) -> tuple[tuple[Finding, ...], ...]:
    """The findings by matter, in the report's order; in each the passage that leads it first.

    Under one printed heading all is one matter, led by what is newest in it. Follow-on passages join their lead. Where
    two passages in a row have gone, the second joins the first if it leans on it ("As such ...") or goes on in its
    words: tables of texts cut a matter into many passages and have lost the headings that held them together. `under`
    tells under which heading such a passage stood.
    """
    heads = under or {}
    kept = sorted(findings, key=lambda finding: (finding.passage.year, finding.passage.ordinal, finding.passage.id))
    by_id = {finding.passage.id: finding for finding in kept}
    found: dict[tuple[object, ...], list[Finding]] = {}
    last: tuple[Finding, tuple[object, ...]] | None = None
    for finding in kept:
        head = heads.get(finding.passage.id)
        key = (head,) if head else _key(by_id.get(finding.verdict.follows or "", finding))
        if last is not None and not head and _leans_on(finding, last[0]):
            key = last[1]
        found.setdefault(key, []).append(finding)
        last = finding, key
    return tuple(tuple(_lead_first(group)) for group in found.values())


def _key(finding: Finding) -> tuple[object, ...]:
    passage, verdict = finding.passage, finding.verdict
    gone = verdict.status is Status.DROPPED
    if passage.heading:
        return passage.section, passage.heading, gone, passage.year, verdict.economy in passage.economies
    return verdict.listing_id, verdict.status, passage.year, passage.section if gone else ""


def _leans_on(finding: Finding, before: Finding) -> bool:
    """Whether a passage goes on about what the one right before it tells, both of them new, or both gone."""
    here, there = finding.passage, before.passage
    return (
        finding.verdict.status is before.verdict.status
        and finding.verdict.status in _IN_A_ROW
        and not here.heading
        and (here.chapter, here.year, here.section) == (there.chapter, there.year, there.section)
        and here.ordinal == there.ordinal + 1
        and not titling.run_in(here)
        and (
            bool(LEANS.search(here.text))
            or len(telling(here.text) & telling(there.text)) >= _SHARED
            or (here.pdf_page is None and not _opens(here))
        )
    )


def _opens(passage: Passage) -> bool:
    """Whether a passage's first sentence may open a matter: it says what the economy does, when, or by which law."""
    first = passage.text[slice(*passage.sentence_spans[0])]
    begins = first[: actors.BEGINNING]
    law = next(titling.instruments(first, passage), "") or _LAW.search(begins)
    return bool(law) or actors.is_own(first, passage) or news.DATE.search(begins) is not None


def goes_on(group: Sequence[Finding]) -> bool:
    """Whether one of the passages surely tells what the edition before told: then what is new is a point of that."""
    return any(
        finding.verdict.status in (Status.CHANGED, Status.CONTINUED)
        and finding.verdict.evidence is not None
        and finding.verdict.evidence.score >= _SURE
        for finding in group
    )


def _lead_first(group: Sequence[Finding]) -> list[Finding]:
    ids = {finding.passage.id for finding in group}
    newest = min(_RANK.index(finding.verdict.status) for finding in group)
    strong = [finding for finding in group if _RANK.index(finding.verdict.status) == newest]
    if goes_on(group):
        strong = [
            finding for finding in group if finding.verdict.status not in (Status.CONTINUED, Status.DROPPED)
        ] or strong
    leads = [finding for finding in strong if finding.verdict.follows not in ids] or strong
    if newest == len(_RANK) - 1:
        leads = leads[:1]  # the first of those in a row says what it is about
    first = max(leads, key=lambda finding: (weigh([finding]), -finding.passage.ordinal))
    return [first, *(finding for finding in group if finding is not first)]
