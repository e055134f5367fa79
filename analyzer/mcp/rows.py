"""Records as the rows that tools answer with: short, and each with its citation."""

from __future__ import annotations

from typing import Any

from analyzer.claims import Judgement, Proof
from analyzer.mcp import limits
from analyzer.mcp.citation import Citations
from analyzer.mcp.limits import cut
from analyzer.queries import Appearance
from analyzer.records import Finding, Passage
from analyzer.vocab import economies, sections

Row = dict[str, Any]


def passage_row(passage: Passage, citations: Citations, *, most: int = limits.PASSAGE) -> Row:
    """A passage: where it stands in the report, its text, its citation."""
    return {
        "chapter": economies.name_of(passage.chapter, year=passage.year),
        "economies": list(passage.economies),
        "section": sections.title(passage.section),
        "heading": list(passage.heading),
        "text": cut(passage.text, most),
        "citation": citations.of(passage),
    }


def finding_row(finding: Finding, citations: Citations) -> Row:
    """A finding: the status for one economy, what it rests on, and the passage. Of a dropped matter, the old one."""
    verdict = finding.verdict
    evidence, change = verdict.evidence, verdict.change
    return {
        "economy": verdict.economy,
        "year": verdict.year,
        "status": verdict.status.value,
        "p_new": round(verdict.p_new, 2),
        **passage_row(finding.passage, citations),
        "compared_with": verdict.compared_with,
        "not_held": list(verdict.missing_editions),
        "first_listed": verdict.first_listed,
        "last_listed_before": verdict.last_listed_before,
        "follows": verdict.follows,
        "ruled_by_a_person": verdict.ruled_by is not None,
        "notes": list(verdict.notes),
        "changed": None
        if change is None
        else {
            "kind": change.kind.value,
            "added": cut("; ".join(change.added), limits.EVIDENCE),
            "removed": cut("; ".join(change.removed), limits.EVIDENCE),
        },
        "nearest_before": None
        if evidence is None
        else {
            "year": evidence.year,
            "text": cut(evidence.text, limits.EVIDENCE),
            "same_matter": round(evidence.score, 2),
            "printed_page": evidence.page,
            "passage_id": evidence.passage_id,
        },
    }


def appearance_row(appearance: Appearance, citations: Citations) -> Row:
    """A matter's passage in one year."""
    a = appearance
    return {
        "year": a.year,
        "status": a.status,
        "holds_words": a.holds_words,
        "text": cut(a.sentence, limits.SENTENCE),
        "citation": citations.at(a.year, a.printed_page, a.pdf_page, passage_id=a.passage_id),
    }


def judgement_row(judged: Judgement, citations: Citations) -> Row:
    """The answer to a claim with the sentences that it rests on."""
    return {
        "claim": cut(judged.claim, limits.SENTENCE),
        "answer": judged.answer.value,
        "holds": judged.holds,
        "says": judged.says,
        "economy": judged.economy,
        "year": judged.year,
        "compared_with": judged.compared_with,
        "years_listed": list(judged.years_listed),
        "not_held": list(judged.missing_editions),
        "here": [_proof(p, citations) for p in judged.here],
        "before": [_proof(p, citations) for p in judged.before],
        "notes": list(judged.notes),
    }


def _proof(proof: Proof, citations: Citations) -> Row:
    return {
        "text": cut(proof.text, limits.EVIDENCE),
        "citation": citations.at(proof.year, proof.printed_page, proof.pdf_page, passage_id=proof.passage_id),
    }
