"""The listing history: links between passages over the years, verdicts, threads and rulings."""

from __future__ import annotations

from enum import StrEnum

from analyzer.records.frozen import record


class Status(StrEnum):
    """How a passage stands against the earlier editions held for its economy."""

    NEW = "new"
    RELISTED = "relisted"
    CHANGED = "changed"
    CONTINUED = "continued"
    DROPPED = "dropped"


class ChangeKind(StrEnum):
    """What changed in substance, the weightiest first."""

    LAW = "law"  # a new law, decree, regulation or other step
    RATE = "rate"  # a rate, threshold or amount
    SCOPE = "scope"  # products, sectors or persons covered
    DATE = "date"  # an entry into force, a deadline
    FIGURES = "figures"  # the year's statistics
    WORDING = "wording"
    NONE = "none"


@record
class Evidence:
    """The earlier passage that shows a matter was listed (or the nearest one, for a new matter)."""

    passage_id: str
    year: int
    text: str
    score: float  # probability that both speak of the same matter
    page: str | None = None  # printed page where known
    reasons: tuple[str, ...] = ()  # sentences for readers, the weightiest first


@record
class Link:
    """An edge between a passage and an earlier one of the same matter."""

    later: str  # passage id
    earlier: str
    year: int  # of the earlier passage
    score: float
    ruled: bool = False


@record
class Change:
    """What was added and removed against the evidence."""

    kind: ChangeKind
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@record
class Verdict:
    """The status of one passage for one economy, with what it rests on.

    For DROPPED, `passage_id` is the old passage and `year` the edition that no longer holds it.
    """

    passage_id: str
    economy: str
    year: int
    status: Status
    p_new: float  # calibrated probability of "newly listed or relisted"
    listing_id: str
    compared_with: int | None  # the latest earlier edition held for the economy (with the section in scope)
    missing_editions: tuple[int, ...]  # published between compared_with and year, not held
    first_listed: int | None
    last_listed_before: int | None
    evidence: Evidence | None = None
    change: Change | None = None
    boilerplate: bool = False
    moved_from: str | None = None  # section key in the edition compared with
    new_chapter: bool = False  # the economy had no chapter in any earlier edition held
    follows: str | None = None  # passage that leads this matter in the same edition; for DROPPED see left_out
    notes: tuple[str, ...] = ()  # scope and silence, in words for readers
    ruled_by: str | None = None

    @property
    def left_out(self) -> bool:
        """Whether a point alone has gone, not a matter: its matter goes on from the old passage that it follows."""
        return self.status is Status.DROPPED and self.follows is not None


@record
class ListedPassage:
    """A passage and the listing that it belongs to for one economy: of a verdict what later ones go by."""

    passage_id: str
    year: int
    listing_id: str


@record
class Listing:
    """One barrier as a thread through the years."""

    id: str  # "L-" and its first passage, but for those taken along; of a branch "R-" and the last passage shared
    economy: str
    title: str
    years: tuple[int, ...]
    gaps: tuple[int, ...]  # editions held for the economy in which it is absent
    sections: tuple[str, ...]
    passages: tuple[str, ...]
    continues: str | None = None  # the listing that its links come from, which is about another matter

    @property
    def first(self) -> int:
        """The first year in which it is listed."""
        return self.years[0]

    @property
    def last(self) -> int:
        """The last year in which it is listed."""
        return self.years[-1]


@record
class Ruling:
    """A person's decision, kept apart from scores.

    `about` is a passage id; `against` the earlier passage of a pair, or None for a ruling on the status itself.
    """

    about: str
    economy: str
    decision: str  # same | different | new | relisted | changed | continued | withdrawn
    by: str
    at: str  # ISO 8601
    why: str = ""
    against: str | None = None
