"""What a briefing note says, before it is a document: matters, quotes and pages as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.queries import Listed
from analyzer.records import ChangeKind, Status


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in an edition; both pages are None for editions held as a table of texts."""

    series: str
    year: int
    printed_page: str | None = None
    pdf_page: int | None = None

    def __str__(self) -> str:
        edition = f"{self.series.upper()} {self.year}"
        if self.pdf_page is None:
            return f"{edition}, held without pages"
        if self.printed_page is None:
            return f"{edition}, PDF p. {self.pdf_page}"
        return f"{edition}, p. {self.printed_page} (PDF p. {self.pdf_page})"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken from a passage as they stand there, and their place.

    `lead_in` is the sentence before, where the words hang on it ("this requirement").
    """

    text: str
    place: Place
    passage_id: str
    lead_in: str = ""

    @property
    def whole(self) -> str:
        """The words with what they hang on."""
        return f"{self.lead_in} {self.text}".lstrip()


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of a passage compared with the earlier edition: `kind` is same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """Another sentence under a matter's heading, with what became of its passage, or a `note` on what it is instead."""

    status: Status
    quote: Quote
    note: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """One subject of the chapter: its lead passage, what became of it, and the other passages under its heading.

    `title` is the printed heading, or the subject named in the text, or empty; `called` is a name for what has none.
    `quote` is the one sentence that says it best; `before` the earlier sentence that it is compared with. `weight`
    orders matters: the heavier, the earlier in the note. `doubt` says in words why the status is not sure, or is
    None. `left_out` are points of the edition before that the matter, which goes on, no longer holds, the weightiest
    first, and `lost` its weight. `listed` are the earlier editions that tell of it, `years` these and, where it has
    not gone, this one.
    """

    title: str
    section: str
    status: Status
    quote: Quote
    weight: float
    listing_id: str
    before: Quote | None = None
    since: str = ""
    change: ChangeKind = ChangeKind.NONE
    wording: tuple[Wording, ...] = ()
    points: tuple[Point, ...] = ()
    left_out: tuple[Quote, ...] = ()
    lost: float = 0.0
    listed: Listed = field(default_factory=Listed)
    years: tuple[int, ...] = ()
    moved_from: str | None = None
    whole_bloc: str = ""
    doubt: str | None = None
    ruled_by: str | None = None
    offset: bool = False
    of_offsets: tuple[Quote, ...] = ()  # the sentences that name offsets, of its passages in order
    new_point: bool = False  # it goes on, and what leads it is new
    called: str = ""
    first_offset: bool = False  # its sentence names offsets, which no earlier edition held does here

    @property
    def label(self) -> str:
        """The title, or what it is called where it has none, or its section."""
        return self.title or self.called or self.section

    @property
    def subject(self) -> str:
        """The title, or what it is called, without the section; empty where nothing but the section names it."""
        return self.title or ("" if self.called == self.section else self.called.removesuffix(f" ({self.section})"))


@dataclass(frozen=True, slots=True)
class GpaStanding:
    """An economy's standing under the GPA as the edition states it, with the sentence and what the dated list says."""

    economy: str
    name: str
    words: str
    quote: Quote | None = None
    before: str = ""
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a journalist will ask, and the answer that the texts bear out."""

    ask: str
    answer: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """One matter over the editions: years that list or name it, held ones after the first that lists it in which
    nothing of it is found, and later ones of which that cannot be told.
    """

    title: str
    years: tuple[int, ...]
    gaps: tuple[int, ...]
    status: Status
    unclear: tuple[int, ...] = ()
    by_links: bool = False  # what it is about may be older: only its passages can be followed


@dataclass(frozen=True, slots=True)
class Sources:
    """The editions a note rests on."""

    held: tuple[int, ...]
    missing: tuple[int, ...]
    compared_with: int | None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing note on one economy in one edition; render it with `briefs.render`."""

    economy: str
    name: str
    series: str
    year: int
    report: str
    sources: Sources
    summary: tuple[str, ...]
    cautions: tuple[str, ...]
    new: tuple[Matter, ...]
    relisted: tuple[Matter, ...]
    changed: tuple[Matter, ...]
    dropped: tuple[Matter, ...]
    continued: tuple[Matter, ...]
    offsets: tuple[Matter, ...]
    standings: tuple[GpaStanding, ...]
    agreements: tuple[Quote, ...]
    questions: tuple[Question, ...]
    threads: tuple[Thread, ...]
    counts: dict[str, int] = field(default_factory=dict)
    method: tuple[str, ...] = ()
    left_out: int = 0  # points of the edition before, left out of matters that go on
    heaviest_out: Quote | None = None  # the weightiest of them
    addresses: Mapping[int, str] = field(default_factory=dict)  # year -> where its PDF opens
    offset_turns: tuple[str, ...] = ()  # where the edition says otherwise of offsets than the last that spoke of them
    ours: tuple[Quote, ...] = ()  # what the United States itself does, or does together with the economy: no matters
    offset_years: tuple[int, ...] = ()  # editions held that speak of offsets for this economy, in whatever words
    countertrade_years: tuple[int, ...] = ()  # and those that speak of its countertrade

    @property
    def turned(self) -> tuple[str, ...]:
        """Sentences on where the edition says otherwise of offsets than the last that spoke of them."""
        return tuple(f"Otherwise than in the last edition that spoke of it: {turn}." for turn in self.offset_turns)

    @property
    def title(self) -> str:
        """The note's title."""
        return f"{self.name} in the {self.report}"

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All matters of the edition and those dropped from it, what is first to read first within each status."""
        return self.new + self.relisted + self.changed + self.dropped + self.continued
