"""A finding as the row of a sheet that people read: one cell a fact, the page a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analyzer.queries import page_address
from analyzer.records import Change, ChangeKind, Evidence, Finding
from analyzer.vocab import economies, sections


@dataclass(frozen=True, slots=True)
class Link:
    """Words that open an address."""

    words: str
    address: str


def sheet_row(finding: Finding, addresses: Mapping[int, str]) -> dict[str, Any]:
    """The row of a finding; `addresses` are those of the editions' PDFs by year, so that its page can be opened."""
    passage, verdict = finding.passage, finding.verdict
    return {
        "economy": economies.name_of(verdict.economy, year=verdict.year),
        "edition": verdict.year,
        "section": sections.title(passage.section),
        "heading": " > ".join(passage.heading),
        "passage": passage.text,
        "page": _page(finding, addresses),
        "status": verdict.status.value,
        "probability newly listed": round(verdict.p_new, 2),
        "first listed": verdict.first_listed,
        "last listed before": verdict.last_listed_before,
        "compared with": verdict.compared_with,
        "not held between": ", ".join(map(str, verdict.missing_editions)),
        "evidence": _evidence(verdict.evidence),
        "what changed": _change(verdict.change),
        "mentions": _mentions(finding),
        "boilerplate": "yes" if verdict.boilerplate else "",
        "ruled by": verdict.ruled_by,
        "passage id": passage.id,
    }


def _page(finding: Finding, addresses: Mapping[int, str]) -> Link | str:
    """The page in short, as "p. 251 (PDF 259)"; of what has gone, in the edition that held it."""
    passage = finding.passage
    if passage.pdf_page is None:
        return ""
    words = f"p. {passage.printed_page} (PDF {passage.pdf_page})" if passage.printed_page else f"PDF {passage.pdf_page}"
    address = addresses.get(passage.year)
    return words if address is None else Link(words, page_address(address, passage.pdf_page))


def _evidence(evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    page = f", p. {evidence.page}" if evidence.page else ""
    return f"{evidence.year}{page} ({evidence.score:.2f}): {evidence.text}"


def _change(change: Change | None) -> str:
    if change is None or change.kind is ChangeKind.NONE:
        return ""
    parts = [f"{change.kind.value}."]
    if change.added:
        parts.append(f"Added: {' '.join(change.added)}")
    if change.removed:
        parts.append(f"Removed: {' '.join(change.removed)}")
    return "\n".join(parts)


def _mentions(finding: Finding) -> str:
    """Each thing mentioned once, as "OFFSET offset; AGREEMENT GPA"."""
    return "; ".join(dict.fromkeys(f"{mention.label.value} {mention.norm}" for mention in finding.mentions))
