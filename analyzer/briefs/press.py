"""What a journalist will ask on the day, with answers that the texts bear out."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.briefs.brief import Brief, Matter, Place, Question
from analyzer.briefs.quoting import shorten
from analyzer.records import Status

MOST = 5
SHORT = 160  # characters of a quote in an answer
ABSENCE = "absence is not removal of the barrier"


def questions(brief: Brief) -> tuple[Question, ...]:
    """The questions that this note's findings raise, the likeliest first, at most five."""
    return tuple(
        question for asked in (_first_time, _offsets, _agreements, _rates, _gone) for question in asked(brief)
    )[:MOST]


def _first_time(brief: Brief) -> Iterator[Question]:
    back = next(iter(brief.relisted), None)
    if back is not None:
        yield Question(
            f"Is “{back.title}” in the report for the first time?",
            f"No: {back.since}, and back in {brief.year}.",
            _places(back),
        )
    fresh = next((matter for matter in brief.new if matter.doubt is None), None)
    if fresh is not None:
        gaps = f" Not held: {years(brief.sources.missing)}." if brief.sources.missing else ""
        yield Question(
            f"Is “{fresh.title}” new?",
            f"It stands in none of the earlier editions held ({years(brief.sources.held)}).{gaps}",
            _places(fresh),
        )


def _offsets(brief: Brief) -> Iterator[Question]:
    for matter in brief.offsets[:1]:
        if matter.status is not Status.RELISTED or matter not in brief.relisted[:1]:
            earlier = tuple(year for year in brief.offset_years if year < brief.year)
            if matter.status is Status.NEW and earlier:
                yield Question(
                    f"Are {brief.name}'s offsets in the report for the first time?",
                    f"No: editions of {years(earlier)} speak of offsets there already.",
                    _places(matter),
                )
            yield Question(
                f"What does it say of {brief.name}'s offsets?",
                f"{_word(matter)}: “{shorten(matter.quote.text, longest=SHORT)}”",
                _places(matter),
            )


def _agreements(brief: Brief) -> Iterator[Question]:
    for matter in brief.agreements[:1]:
        yield Question(
            "What does it say of the Agreement on Government Procurement?",
            f"“{shorten(matter.quote.text, longest=SHORT)}”",
            _places(matter),
        )


def _rates(brief: Brief) -> Iterator[Question]:
    for matter in brief.changed[:1]:
        before = f" Before: “{shorten(matter.before.text, longest=SHORT)}”" if matter.before else ""
        now = f"Now: “{shorten(matter.quote.text, longest=SHORT)}”{before}"
        yield Question(f"What changed in “{matter.title}”?", now, _places(matter))


def _gone(brief: Brief) -> Iterator[Question]:
    if brief.dropped:
        names = "; ".join(f"“{matter.title}”" for matter in brief.dropped[:3])
        more = f" and {len(brief.dropped) - 3} more" if len(brief.dropped) > 3 else ""
        yield Question(
            "What has gone, and is it resolved?",
            f"No longer described: {names}{more}. The report does not say that they are resolved; {ABSENCE}.",
            tuple(matter.quote.place for matter in brief.dropped[:3]),
        )


def _word(matter: Matter) -> str:
    return f"{matter.status.value.capitalize()} ({matter.since})"


def _places(matter: Matter) -> tuple[Place, ...]:
    return tuple(quote.place for quote in (matter.quote, matter.before) if quote is not None)


def years(given: tuple[int, ...]) -> str:
    """Years in words, runs joined: (1995, 1996, 1997, 2022) gives "1995–1997, 2022"."""
    runs: list[list[int]] = []
    for year in sorted(given):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs) or "none"
