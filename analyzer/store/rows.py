"""Records as rows, and rows as records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import RowMapping

from analyzer.errors import StoreDamaged
from analyzer.records import (
    Change,
    ChangeKind,
    Chapter,
    Evidence,
    Label,
    Listing,
    Mention,
    Passage,
    Segment,
    Status,
    Verdict,
)
from analyzer.store.database import loads

Row = RowMapping

# A look-up in a dictionary takes a tenth of the time that the enumeration's own takes, and there are a million of them.
_LABELS = {label.value: label for label in Label}
_STATUSES = {status.value: status for status in Status}
_KINDS = {kind.value: kind for kind in ChangeKind}


def from_passage(passage: Passage, report: str, mentions: Sequence[Mention]) -> dict[str, Any]:
    """The columns of a passage with its mentions."""
    return {
        "id": passage.id,
        "report": report,
        "series": passage.series,
        "year": passage.year,
        "chapter": passage.chapter,
        "section": passage.section,
        "printed_section": passage.printed_section,
        "heading": list(passage.heading),
        "ordinal": passage.ordinal,
        "text": passage.text,
        "pdf_page": passage.pdf_page,
        "printed_page": passage.printed_page,
        "economies": list(passage.economies),
        "sentences": [list(s) for s in passage.sentences],
        "segments": [[s.start, s.end, s.offset, s.pdf_page, s.line, s.box, s.row] for s in passage.segments],
        "footnotes": list(passage.footnotes),
        "labels": " ".join(sorted({m.label.value for m in mentions})),
        "mentions": [[m.start, m.end, m.label.value, m.norm, dict(m.attrs)] for m in mentions],
    }


def to_passage(row: Row, *, placed: bool = True) -> Passage:
    """The passage that a row holds; without `placed` it needs no columns for footnotes and places of lines."""
    return Passage(
        id=row["id"],
        series=row["series"],
        year=row["year"],
        chapter=row["chapter"],
        economies=tuple(row["economies"]),
        section=row["section"],
        printed_section=row["printed_section"],
        heading=tuple(row["heading"]),
        ordinal=row["ordinal"],
        text=row["text"],
        sentences=tuple((a, b) for a, b in row["sentences"]),
        pdf_page=row["pdf_page"],
        printed_page=row["printed_page"],
        segments=tuple(
            Segment(start, end, offset, pdf_page, line, tuple(box) if box else None, table_row)
            for start, end, offset, pdf_page, line, box, table_row in row["segments"]
        )
        if placed
        else (),
        footnotes=tuple(row["footnotes"]) if placed else (),
    )


REMEDY = "Restore a backup (analyzer restore), or add the reports to a new store."  # for rows that make no sense
# The columns of a passage that no history can do without, in the order of the record, those of JSON as text.
BARE = (
    "id", "series", "year", "chapter", "economies", "section", "printed_section", "heading", "ordinal", "text",
    "sentences", "pdf_page", "printed_page",
)  # fmt: skip


_bare = attrgetter(*BARE)


class Stock(NamedTuple):
    """How many passages an edition's chapter holds on the same economies."""

    year: int
    chapter: str
    economies: tuple[str, ...]
    passages: int

    @property
    def key(self) -> tuple[int, str, tuple[str, ...]]:
        """What its passages have in common."""
        return self[:3]


class Bare(NamedTuple):
    """A passage without footnotes and places of lines: quick to read and to send on.

    The sentences of a stored one are still JSON.
    """

    id: str
    series: str
    year: int
    chapter: str
    economies: tuple[str, ...]
    section: str
    printed_section: str | None
    heading: tuple[str, ...]
    ordinal: int
    text: str
    sentences: str | tuple[tuple[int, int], ...]
    pdf_page: int | None
    printed_page: str | None

    @classmethod
    def of(cls, passage: Passage) -> Bare:
        """What no history can do without of a passage."""
        return cls._make(_bare(passage))

    @property
    def key(self) -> tuple[int, str, tuple[str, ...]]:
        """What it is counted by, as a `Stock`'s."""
        return self[2:5]

    def passage(self) -> Passage:
        """The passage, its sentences understood. Raises StoreDamaged where they make no sense."""
        held = self.sentences
        try:
            spans = tuple([(a, b) for a, b in loads(held)]) if isinstance(held, str) else held
        except (ValueError, TypeError) as error:
            raise StoreDamaged(
                f"the sentences of passage {self.id} cannot be understood ({error}).", remedy=REMEDY
            ) from error
        return Passage(*self[:10], spans, *self[11:])


def to_bare(row: Sequence[Any]) -> Bare:
    """What a row of the columns in `BARE` holds."""
    key, series, year, chapter, economies, section, printed_section, heading, *rest = row
    return Bare(key, series, year, chapter, words_held(economies), section, printed_section, words_held(heading), *rest)


@lru_cache(maxsize=20_000)  # passages that stand together have the same ones
def words_held(text: str) -> tuple[str, ...]:
    """The words of a column of JSON that was read as text."""
    return tuple(loads(text))


def to_mentions(row: Row) -> tuple[Mention, ...]:
    """The mentions in a passage's row."""
    return tuple(Mention(start, end, _LABELS[label], norm, attrs) for start, end, label, norm, attrs in row["mentions"])


# What of a verdict nobody searches for, beside its evidence and change.
_BODY = (
    "compared_with", "missing_editions", "first_listed", "last_listed_before", "moved_from", "new_chapter", "follows",
    "notes", "ruled_by",
)  # fmt: skip


def from_verdict(verdict: Verdict, series: str) -> dict[str, Any]:
    """The columns of a verdict: those that are searched apart, the rest as JSON.

    Evidence goes without its text, which is that of another passage held.
    """
    seen, change = verdict.evidence, verdict.change
    body = {name: getattr(verdict, name) for name in _BODY}
    body["evidence"] = seen and {"year": seen.year, "score": seen.score, "page": seen.page, "reasons": seen.reasons}
    body["change"] = change and {"kind": change.kind, "added": change.added, "removed": change.removed}
    return {
        "series": series,
        "economy": verdict.economy,
        "year": verdict.year,
        "passage_id": verdict.passage_id,
        "status": verdict.status.value,
        "p_new": verdict.p_new,
        "listing_id": verdict.listing_id,
        "boilerplate": verdict.boilerplate,
        "evidence": seen and seen.passage_id,
        "body": body,
    }


def to_verdict(row: Row) -> Verdict:
    """The verdict that a row holds; `shown` beside its columns is the text of its evidence."""
    body = dict(row["body"])
    evidence, change = body.pop("evidence"), body.pop("change")
    if evidence is not None:
        evidence = Evidence(
            row["evidence"], evidence["year"], row["shown"], evidence["score"], evidence["page"],
            tuple(evidence["reasons"]),
        )  # fmt: skip
    if change is not None:
        change = Change(_KINDS[change["kind"]], tuple(change["added"]), tuple(change["removed"]))
    body["missing_editions"] = tuple(body["missing_editions"])
    body["notes"] = tuple(body["notes"])
    return Verdict(
        passage_id=row["passage_id"],
        economy=row["economy"],
        year=row["year"],
        status=_STATUSES[row["status"]],
        p_new=row["p_new"],
        listing_id=row["listing_id"],
        boilerplate=row["boilerplate"],
        evidence=evidence,
        change=change,
        **body,
    )


def to_chapter(row: Row) -> Chapter:
    """The chapter that a row holds."""
    return Chapter(
        row["economy"],
        row["name"],
        row["pdf_page"],
        row["printed_page"],
        tuple(row["members"]),
        row["words"],
        row["torn"],
        tuple(row["notes"]),
    )


def to_listing(row: Row) -> Listing:
    """The listing that a row holds."""
    return Listing(
        row["id"],
        row["economy"],
        row["title"],
        tuple(row["years"]),
        tuple(row["gaps"]),
        tuple(row["sections"]),
        tuple(row["passages"]),
        row["continues"],
    )
