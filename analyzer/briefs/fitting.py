"""What stands on a note's first page: as much of each part as fits, the weightiest first, and how much is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from analyzer.briefs import layout
from analyzer.briefs.brief import Brief, Question, Quote

PAGE = 785.0  # points; A4 has 762 between the margins, and heights are reckoned 30 to 70 too high
LINE, BULLET, PARAGRAPH, HEADING, TITLE = 11.7, 1.0, 2.0, 22.1, 26.0  # points: a line of text, what follows or leads it
WIDTH, INDENTED, WIDE = 118, 113, 62  # characters on a line of text, of a list, of the title


@dataclass(frozen=True, slots=True)
class Room:
    """How much a first page shows: matters of one kind, characters of quotes, sentences on agreements, questions."""

    matters: int
    quote: int
    before: int
    sentences: int
    questions: int


ROOMS = (
    Room(3, 190, 120, 3, 5),
    Room(2, 190, 120, 3, 5),
    Room(2, 190, 120, 1, 5),
    Room(2, 190, 120, 1, 4),
    Room(2, 160, 90, 0, 4),
    Room(2, 160, 90, 0, 3),
    Room(1, 190, 120, 0, 5),
    Room(1, 150, 90, 0, 4),
    Room(1, 120, 60, 0, 3),
    Room(1, 90, 60, 0, 1),
)


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The parts of the page that matters, the sentences on procurement agreements, and the questions of the press."""

    parts: tuple[layout.Part, ...]
    agreements: tuple[Quote, ...]
    questions: tuple[Question, ...]


def first_page(brief: Brief) -> FirstPage:
    """As much as fits on one page of the plain Word note; where nothing does, the least."""
    shown = (_page(brief, room) for room in ROOMS)
    return next((page for page in shown if height(brief, page) <= PAGE), _page(brief, ROOMS[-1]))


def _page(brief: Brief, room: Room) -> FirstPage:
    parts = layout.parts(brief, most=room.matters, quote=room.quote, before=room.before)
    return FirstPage(parts, brief.agreements[: room.sentences], brief.questions[: room.questions])


def height(brief: Brief, page: FirstPage) -> float:
    """The page's height in points, reckoned from the letters on it."""
    return sum(
        (
            TITLE * ceil(len(brief.title) / WIDE),
            sum(_bullet(line) for line in brief.summary),
            _paragraph("Mind: " + " ".join(brief.cautions)) if brief.cautions else 0.0,
            sum(height for part in page.parts for height in _part(part)),
            HEADING,
            sum(_bullet(layout.standing(one) + _cited(one.quote)) for one in brief.standings),
            sum(_bullet(_cited(quote)) for quote in page.agreements),
            LINE if not brief.standings and not page.agreements else 0.0,
            HEADING if page.questions else 0.0,
            sum(
                _paragraph(f"{question.ask} {question.answer} [{'; '.join(map(str, question.places))}]")
                for question in page.questions
            ),
        )
    )


def _part(part: layout.Part) -> Iterator[float]:
    if not part.matters and not part.told:
        yield _paragraph(f"{part.heading}: {part.none} {part.remark}")
        return
    yield HEADING
    for matter in part.matters:
        marks = "; ".join(layout.marks(matter))
        yield _bullet(f"{layout.name(matter)} ({marks}) {_cited(matter.quote)} Before: {_cited(matter.before)}")
    rest = layout.rest(part)
    if rest:
        yield _bullet(rest)


def _cited(quote: Quote | None) -> str:
    return f"“{quote.whole}” [{quote.place}]" if quote is not None else ""


def _bullet(words: str) -> float:
    return LINE * ceil(len(words) / INDENTED) + BULLET


def _paragraph(words: str) -> float:
    return LINE * ceil(len(words) / WIDTH) + PARAGRAPH
