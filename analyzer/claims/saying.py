"""The answer to a claim in words for readers."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.claims.answers import Answer
from analyzer.claims.cues import Kind
from analyzer.vocab import economies
from analyzer.vocab.years import ranges

_AS_HELD = "as far as the editions held show"


def headline(answer: Answer, kind: Kind) -> str:
    """The answer in two or three words, in line with what the claim says: of what had gone, "still listed"."""
    in_line = {
        Answer.TRUE: ("newly listed", (Kind.GONE, Kind.BACK, Kind.LONG)),
        Answer.ALREADY: ("still listed", (Kind.GONE, Kind.LONG, Kind.LISTED)),
        Answer.DROPPED: ("no longer listed", (Kind.FIRST, Kind.BACK, Kind.LONG, Kind.LISTED)),
    }
    other, kinds = in_line.get(answer, ("", ()))
    return other if kind in kinds else answer.value.replace("_", " ")


def say(
    series: str,
    economy: str,
    year: int,
    answer: Answer,
    years: Sequence[int],
    compared: int | None,
    missing: Sequence[int],
    *,
    kind: Kind,
    chapter: bool = False,
) -> str:
    """One or two sentences: the answer, the years it rests on, and the editions that are not held.

    With `chapter` it speaks of the economy's chapter as such; `kind` is what the claim says.
    """
    name = economies.named(economy, year=year)
    edition = f"the {series.upper()} edition of {year}"
    since = f"in {ranges(years, dash='-')}" if years else ""
    opening = headline(answer, kind).capitalize()
    if answer is Answer.TRUE:
        opening = f"{opening.removesuffix(' as far as held')} {_AS_HELD}"
    tell = _of_chapter if chapter else _of_matter
    text = f"{opening}: {tell(name, edition, answer, since, compared, still=opening == 'Still listed')}"
    if missing:
        text += f" Not held: {ranges(missing, dash='-')}."
    return text


def _of_matter(name: str, edition: str, answer: Answer, since: str, compared: int | None, *, still: bool) -> str:
    return {
        Answer.TRUE: f"{edition} lists it for {name}, and no earlier one held does.",
        Answer.RELISTED: f"{edition} lists it for {name}; it was listed before {since}, and not in {compared}.",
        Answer.ALREADY: f"{edition} lists it for {name}, as earlier ones did {since}."
        if still
        else f"besides {edition}, it stood in the chapter on {name} {since}.",
        Answer.DROPPED: f"it stood in the chapter on {name} {since}; {edition} does not describe it. That does not "
        "mean that the barrier is gone.",
        Answer.NOT_LISTED: f"{edition} says nothing of it in its chapter on {name}"
        + (f"; earlier editions did {since}." if since else ", nor does any earlier one held."),
    }[answer]


def _of_chapter(name: str, edition: str, answer: Answer, since: str, _: int | None, *, still: bool) -> str:
    return {
        Answer.TRUE: f"{edition} has a chapter on {name}, and no earlier one held does.",
        Answer.RELISTED: f"{edition} has a chapter on {name}, as editions before did {since}.",
        Answer.ALREADY: f"{edition} has a chapter on {name}, as earlier ones did {since}."
        if still
        else f"{name} had a chapter {since}.",
        Answer.DROPPED: f"{name} had a chapter {since}; {edition} has none.",
    }.get(answer, f"no edition held up to then has a chapter on {name}.")
