"""The order of a note's parts and the words around them, one for Markdown, HTML and Word alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.briefs.brief import Brief, Matter
from analyzer.briefs.press import years

FIRST_PAGE = 6  # matters of one kind on the first page; the rest stand in the detail


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the first page: its heading, its matters, and what to say where there are none."""

    heading: str
    matters: tuple[Matter, ...]
    none: str
    more: int = 0


def first_page(brief: Brief) -> tuple[Part, ...]:
    """The parts of the page that matters."""
    return (
        _part("Newly listed", brief.new, "Nothing that no earlier edition held describes."),
        _part("Relisted", brief.relisted, "Nothing that was listed once, left out, and taken up again."),
        _part("Materially changed", brief.changed, "Nothing with a new law, step, rate, date or scope."),
        _part("No longer described", brief.dropped, "Nothing was left out."),
        _part("Offsets", brief.offsets, "The chapter does not speak of offsets."),
        _part("Procurement agreements", brief.agreements, "The chapter does not speak of procurement agreements."),
    )


def _part(heading: str, matters: tuple[Matter, ...], none: str) -> Part:
    return Part(heading, matters[:FIRST_PAGE], none, max(0, len(matters) - FIRST_PAGE))


def marks(matter: Matter) -> tuple[str, ...]:
    """The remarks after a matter's title: since when, where from, how sure, by whom ruled."""
    return tuple(
        filter(
            None,
            (
                matter.since,
                f"moved from {matter.moved_from.replace('_', ' ')}" if matter.moved_from else "",
                matter.doubt,
                f"ruled by {matter.ruled_by}" if matter.ruled_by else "",
            ),
        )
    )


def detailed(brief: Brief) -> tuple[tuple[str, tuple[Matter, ...]], ...]:
    """The sections with the matters that are told in full: all but those that go on as before."""
    told = ((name, tuple(m for m in matters if m.status.value != "continued")) for name, matters in brief.sections())
    return tuple((name, matters) for name, matters in told if matters)


def timeline_rows(brief: Brief) -> tuple[tuple[str, str, str, str], ...]:
    """Rows of the history table: matter, status, years listed, held editions without it."""
    return tuple(
        (thread.title, thread.status.value, years(thread.years), years(thread.gaps) if thread.gaps else "–")
        for thread in brief.threads
    )


def editions(brief: Brief) -> tuple[int, ...]:
    """The columns of the history chart: all editions held for the economy, this one last."""
    return tuple(sorted({*brief.sources.held, brief.year}))


def sources(brief: Brief) -> Iterator[str]:
    """The lines on what the note rests on."""
    yield f"Edition: {brief.report}."
    yield f"Earlier editions held with {brief.name}: {years(brief.sources.held)}."
    if brief.sources.missing:
        yield f"Published in between and not held: {years(brief.sources.missing)}."
    if brief.sources.files:
        yield f"Read from: {', '.join(brief.sources.files)}."
