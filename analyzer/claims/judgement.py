"""What a check hands back: an answer to one claim, with the sentences that it rests on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from analyzer.claims.answers import Answer
from analyzer.claims.cues import Kind
from analyzer.claims.saying import headline

_VERDICTS = {
    Answer.TRUE: "new",
    Answer.RELISTED: "relisted",
    Answer.ALREADY: "already listed",
    Answer.DROPPED: "dropped",
    Answer.NOT_LISTED: "cannot be told",
    Answer.UNTOLD: "cannot be told",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence of an edition that bears on a claim, with its place."""

    year: int
    text: str
    passage_id: str
    section: str
    printed_page: str | None
    pdf_page: int | None
    score: float  # share of the claim's words that it holds, by weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The answer to one claim.

    `holds` says whether the claim as worded is borne out: True, False, or None where it cannot be told.
    """

    claim: str
    kind: Kind
    answer: Answer
    holds: bool | None
    sure: bool  # False where the evidence is thin: read the sentences
    economy: str | None
    year: int | None
    matter: tuple[str, ...]  # the words that were looked for
    compared_with: int | None = None
    first_listed: int | None = None
    last_listed_before: int | None = None
    years_listed: tuple[int, ...] = ()
    missing_editions: tuple[int, ...] = ()
    here: tuple[Proof, ...] = ()  # sentences of the edition that the claim speaks of
    before: tuple[Proof, ...] = ()  # sentences of earlier editions
    says: str  # the answer in a sentence or two
    notes: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """The answer in two or three words, in line with what the claim says."""
        return headline(self.answer, self.kind)

    @property
    def verdict(self) -> str:
        """The answer in the words of the question: new, relisted, already listed, dropped, cannot be told."""
        return _VERDICTS[self.answer]

    def as_row(self) -> dict[str, Any]:
        """The judgement as plain values, for JSON and tables."""
        row = asdict(self)
        row["kind"], row["answer"] = self.kind.value, self.answer.value
        row["verdict"] = self.verdict
        row["listed_years"] = list(self.years_listed)
        row["evidence"] = [
            {"year": p.year, "page": p.printed_page or p.pdf_page, "text": p.text} for p in (*self.here, *self.before)
        ]
        row["editions_not_held"] = list(self.missing_editions)
        return row
