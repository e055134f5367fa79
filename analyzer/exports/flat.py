"""Records as the rows that exports hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from analyzer.records import Change, ChangeKind, Evidence, Finding, Label, Listing, Mention, Passage, Status, Verdict
from analyzer.vocab import economies, sections

_FINDING = Finding(
    Passage("", "", 0, "KOR", (), "other", None, (), 0, "", ()),
    Verdict("", "KOR", 0, Status.NEW, 0, "", None, (), None, None, Evidence("", 0, "", 0), Change(ChangeKind.NONE)),
    (Mention(0, 0, Label.OFFSET, ""),),
    "",
)
_LISTING = Listing("", "KOR", "", (0,), (), (), ())


def example(of: type) -> dict[str, Any]:
    """A row as records of a kind make it, for its names where there is no record; its values mean nothing."""
    if of is Finding:
        return finding_row(_FINDING)
    if of is Mention:
        return next(mention_rows(_FINDING))
    if of is Listing:
        return listing_row(_LISTING)
    return dict.fromkeys(entry.name for entry in fields(of))


def finding_row(finding: Finding) -> dict[str, Any]:
    """One finding as a row: one passage and its status for one economy.

    `p_new` and the evidence's `score` are chances from 0 to 1, `pdf_page` counts from 1, and mentions have half-open
    offsets into `text`. Of a dropped finding the year is that of the edition that lacks it, text and pages are the old.
    """
    passage, verdict = finding.passage, finding.verdict
    evidence, change = verdict.evidence, verdict.change
    return {
        "report": finding.report,
        "year": verdict.year,
        "economy": verdict.economy,
        "economy_name": economies.name_of(verdict.economy, year=verdict.year),
        "chapter": passage.chapter,
        "section": passage.section,
        "section_title": sections.title(passage.section),
        "heading": list(passage.heading),
        "passage_id": passage.id,
        "listing_id": verdict.listing_id,
        "text": passage.text,
        "sentences": [passage.text[a:b] for a, b in passage.sentences],
        "pdf_page": passage.pdf_page,
        "printed_page": passage.printed_page,
        "status": verdict.status.value,
        "p_new": round(verdict.p_new, 4),
        "boilerplate": verdict.boilerplate,
        "moved_from": verdict.moved_from,
        "compared_with": verdict.compared_with,
        "missing_editions": list(verdict.missing_editions),
        "first_listed": verdict.first_listed,
        "last_listed_before": verdict.last_listed_before,
        "new_chapter": verdict.new_chapter,
        "follows": verdict.follows,
        "ruled_by": verdict.ruled_by,
        "notes": list(verdict.notes),
        "evidence": None
        if evidence is None
        else {
            "passage_id": evidence.passage_id,
            "year": evidence.year,
            "text": evidence.text,
            "score": round(evidence.score, 4),
            "page": evidence.page,
            "reasons": list(evidence.reasons),
        },
        "change": None
        if change is None
        else {"kind": change.kind.value, "added": list(change.added), "removed": list(change.removed)},
        "mentions": [
            {"start": m.start, "end": m.end, "label": m.label.value, "norm": m.norm, "attrs": dict(m.attrs)}
            for m in finding.mentions
        ],
    }


def mention_rows(finding: Finding) -> Iterator[dict[str, Any]]:
    """The mentions of a finding's passage, a row each; offsets are half-open, in characters of the passage's text."""
    passage = finding.passage
    for m in finding.mentions:
        yield {
            "report": finding.report,
            "economy": finding.economy,
            "section": passage.section,
            "passage_id": passage.id,
            "pdf_page": passage.pdf_page,
            "printed_page": passage.printed_page,
            "start": m.start,
            "end": m.end,
            "text": passage.text[m.start : m.end],
            "label": m.label.value,
            "norm": m.norm,
            "attrs": dict(m.attrs),
        }


def listing_row(listing: Listing) -> dict[str, Any]:
    """One thread as a row; `gaps` are editions held for the economy in which it is absent."""
    return {
        "economy": listing.economy,
        "listing_id": listing.id,
        "title": listing.title,
        "first": listing.first,
        "last": listing.last,
        "years": list(listing.years),
        "gaps": list(listing.gaps),
        "sections": list(listing.sections),
        "passages": list(listing.passages),
        "continues": listing.continues,
    }
