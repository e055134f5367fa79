"""How much a question may ask and an answer may hold: an assistant reads all of it, and pays for it."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import Field

T = TypeVar("T")

PASSAGE = 1_200  # characters of a passage among others
EVIDENCE = 700
SENTENCE = 500
WHOLE = 20_000  # characters of a passage or page asked for by itself
APPEARANCES = 40  # of one thread
CLAIMS = 20

Economy = Annotated[str, Field(max_length=100, description="Code or name: KOR, Korea, GCC.")]
Year = Annotated[int, Field(ge=1900, le=2200, description="Year of the edition.")]
Series = Annotated[str, Field(max_length=40, description="Series of reports, such as nte; the largest held if absent.")]
Query = Annotated[str, Field(min_length=1, max_length=300, description="Words to look for.")]
Limit = Annotated[int, Field(ge=1, le=50, description="At most so many entries.")]
Skip = Annotated[int, Field(ge=0, le=100_000, description="Entries to pass over: `next_skip` of the answer before.")]
Id = Annotated[str, Field(max_length=200, description="A passage_id from another answer.")]
Text = Annotated[str, Field(min_length=1, max_length=20_000, description="An article, or a single claim.")]


def cut(text: str, most: int) -> str:
    """The text, or its beginning cut between words and marked as cut."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0] + " … [cut; ask for the passage to read all of it]"


def part(rows: list[T], limit: int, skip: int) -> tuple[list[T], dict[str, Any]]:
    """The rows asked for, and what the answer says of the others."""
    shown = rows[skip : skip + limit]
    following = skip + len(shown)
    return shown, {"total": len(rows), "shown": len(shown), "next_skip": following if following < len(rows) else None}
