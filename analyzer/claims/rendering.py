"""Judgements as flat rows, for tables and files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analyzer.claims.judgement import Judgement, Proof
from analyzer.vocab.years import ranges


def render_rows(judgements: Iterable[Judgement]) -> list[dict[str, Any]]:
    """One row a claim, flat: answer, years in short, and the sentences with year and page."""
    return [
        {
            "claim": j.claim,
            "economy": j.economy,
            "year": j.year,
            "claims": j.kind.value,
            "answer": j.answer.value,
            "holds": j.holds,
            "listed": ranges(j.years_listed, dash="-"),
            "first_listed": j.first_listed,
            "last_listed_before": j.last_listed_before,
            "compared_with": j.compared_with,
            "not_held": ranges(j.missing_editions, dash="-"),
            "says": j.says,
            "here": " | ".join(map(_cite, j.here)),
            "before": " | ".join(map(_cite, j.before)),
            "matter": " ".join(j.matter),
            "notes": " ".join(j.notes),
        }
        for j in judgements
    ]


def _cite(proof: Proof) -> str:
    page = f", p. {proof.printed_page}" if proof.printed_page else ""
    pdf = f" (PDF {proof.pdf_page})" if proof.pdf_page else ""
    return f"{proof.year}{page}{pdf}: {proof.text}"
