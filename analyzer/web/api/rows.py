"""The rows that the interface gives, as OpenAPI describes them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import Response
from pydantic import BaseModel

from analyzer.web.asking import FIRST, LAST

# NUL is no character of any text held, and databases refuse it.
Text = Annotated[str, Query(max_length=400, pattern=r"^[^\x00]*$")]
Short = Annotated[str | None, Query(max_length=80, pattern=r"^[^\x00]*$")]
SeriesAsked = Annotated[
    str | None, Query(max_length=40, pattern=r"^[A-Za-z0-9_-]+$", description="Series, such as nte")
]
YearAsked = Annotated[int | None, Query(ge=FIRST, le=LAST, description="Edition; the latest held, by default")]
AnyYear = Annotated[int | None, Query(ge=FIRST, le=LAST, description="Edition; all, by default")]


class Problem(BaseModel):
    """What is wrong, and what to do."""

    error: str
    remedy: str | None = None


class Report(BaseModel):
    """An edition held."""

    id: str
    series: str
    year: int
    title: str
    file: str
    kind: str
    sha256: str
    passages: int | None
    account: dict[str, Any]
    warnings: list[str]


class Chapter(BaseModel):
    """An economy's chapter in an edition."""

    economy: str
    name: str
    pdf_page: int | None
    printed_page: str | None
    members: list[str]
    words: int
    torn: bool
    notes: list[str]


class Evidence(BaseModel):
    """The earlier passage that a status rests on."""

    passage_id: str
    year: int
    text: str
    score: float
    page: str | None
    reasons: list[str]


class Change(BaseModel):
    """What was added and removed against the evidence."""

    kind: str
    added: list[str]
    removed: list[str]


class Mention(BaseModel):
    """A span of a passage's text: half-open character offsets, label, canonical id."""

    start: int
    end: int
    label: str
    norm: str
    attrs: dict[str, str]


class Passage(BaseModel):
    """A passage with its place."""

    id: str
    series: str
    year: int
    chapter: str
    economies: list[str]
    section: str
    printed_section: str | None
    heading: list[str]
    ordinal: int
    text: str
    sentences: list[tuple[int, int]]
    pdf_page: int | None
    printed_page: str | None
    footnotes: list[str]
    mentions: list[Mention] = []


class StandingBeside(BaseModel):
    """An economy's standing under the GPA as an edition states it, beside the dated lists: as `analyzer agreements`."""

    economy: str
    year: int
    status: str
    since: str | None
    sentence: str | None
    pdf_page: int | None
    printed_page: str | None
    passage_id: str | None
    others: list[str]
    also: list[str]
    reference: str
    reference_since: str
    reference_also: str
    reference_source: str
    reference_checked_on: str
    rdp: str
    rdp_since: str
    rdp_source: str
    rdp_checked_on: str
    fta: str
    fta_since: str
    fta_source: str
    fta_checked_on: str
    check: str


class FoundFinding(BaseModel):
    """A finding, as `analyzer export findings` writes it."""

    model_config = {"extra": "allow"}

    report: str
    year: int
    economy: str
    section: str
    heading: list[str]
    passage_id: str
    listing_id: str
    text: str
    sentences: list[str]
    pdf_page: int | None
    printed_page: str | None
    status: str
    p_new: float
    boilerplate: bool
    compared_with: int | None
    missing_editions: list[int]
    first_listed: int | None
    last_listed_before: int | None
    evidence: Evidence | None
    change: Change | None
    mentions: list[Mention]


class Listing(BaseModel):
    """A matter with the editions that list it."""

    economy: str
    listing_id: str
    title: str
    first: int
    last: int
    years: list[int]
    gaps: list[int]
    sections: list[str]
    passages: list[str]
    continues: str | None


class Hit(BaseModel):
    """A passage that holds the words."""

    passage: Passage
    rank: float
    snippet: str


class Ruling(BaseModel):
    """A person's decision."""

    about: str
    economy: str
    decision: str
    by: str
    at: str
    why: str
    against: str | None
    stands: bool  # in force: the latest on its matter, and not withdrawn


class Job(BaseModel):
    """An upload on its way into the store."""

    id: str
    file: str
    size: int
    state: str
    step: str
    done: int
    total: int
    over: bool
    editions: list[dict[str, Any]]
    error: str | None
    remedy: str | None


def answer(rows: Mapping[str, Any] | Sequence[Any], *, total: int | None = None, status: int = 200) -> Response:
    """Rows as JSON, as they are: they come from our own records and need no second look.

    `total` stands in the header X-Total-Count where only a part is given.
    """
    headers = {} if total is None else {"x-total-count": str(total)}
    content = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(content, status_code=status, media_type="application/json", headers=headers)
