"""Verdicts on what the press says of a report: "for the first time", "newly listed", "no longer there"."""

from __future__ import annotations

from analyzer.claims.answers import Answer
from analyzer.claims.checking import check, ground, judged
from analyzer.claims.cues import Kind
from analyzer.claims.ground import Ground
from analyzer.claims.judgement import Judgement, Proof
from analyzer.claims.rendering import render_rows
from analyzer.claims.statements import Statement, passed_over, statements

__all__ = [
    "Answer",
    "Ground",
    "Judgement",
    "Kind",
    "Proof",
    "Statement",
    "check",
    "ground",
    "judged",
    "passed_over",
    "render_rows",
    "statements",
]
