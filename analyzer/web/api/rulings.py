"""People's decisions."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from analyzer import pipeline
from analyzer.records import Ruling
from analyzer.web.api import rows
from analyzer.web.api.rows import answer
from analyzer.web.desk import desk
from analyzer.web.pages.ruling import namely

router = APIRouter()
Id = Annotated[str, Field(max_length=120, pattern=r"^[A-Za-z0-9_-]+$")]
Words = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]


class NewRuling(BaseModel):
    """A decision on a finding's status, or with `against` on whether two passages speak of one matter.

    "withdrawn" takes back what was decided on the same thing.
    """

    about: Id
    economy: Annotated[str, Field(max_length=20, pattern=r"^[A-Z]+$")]
    decision: Literal["same", "different", "new", "relisted", "changed", "continued", "withdrawn"]
    against: Id | None = None
    by: Annotated[str, Field(max_length=60, pattern=r"^[^\x00]*$")] = ""
    why: Words = ""


@router.get("/rulings", response_model=list[rows.Ruling])
def rulings(request: Request) -> Response:
    """Every decision recorded, the earliest first."""
    every = desk(request).store.rulings()
    standing = set(pipeline.standing(every))
    return answer([{**asdict(r), "stands": r in standing} for r in every])


@router.post("/rulings", response_model=rows.Ruling, status_code=201)
def rule(request: Request, given: NewRuling) -> Response:
    """Record a decision; the economy's history is worked out anew. There must be one to take back for "withdrawn"."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    by = given.by.strip() or namely(request)
    ruling = Ruling(given.about, given.economy, given.decision, by, now, given.why.strip(), given.against)
    pipeline.rule(desk(request).store, ruling)
    return answer({**asdict(ruling), "stands": ruling.decision != "withdrawn"}, status=201)
