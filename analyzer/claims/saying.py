"""The answer to a claim in words for readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyzer.vocab import economies
from analyzer.vocab.years import ranges

if TYPE_CHECKING:
    from analyzer.claims.judgement import Answer


def say(
    series: str,
    economy: str,
    year: int,
    answer: Answer,
    years: Sequence[int],
    compared: int | None,
    missing: Sequence[int],
    *,
    chapter: bool = False,
    still: bool = False,
) -> str:
    """One or two sentences: the answer, the years it rests on, and the editions that are not held.

    With `chapter` it speaks of the economy's chapter as such; with `still` to somebody who said that it had gone.
    """
    name = economies.named(economy, year=year)
    edition = f"the {series.upper()} edition of {year}"
    since = f"in {ranges(years, dash='-')}" if years else ""
    text = {
        "true_as_far_as_held": f"True as far as the editions held show: {edition} lists it for {name}, and no earlier "
        "one held does.",
        "relisted": f"Relisted: {edition} lists it for {name}; it was listed before {since}, and not in {compared}.",
        "already_listed": f"Still listed: {edition} lists it for {name}, as earlier ones did {since}."
        if still
        else f"Already listed: besides {edition}, it stood in the chapter on {name} {since}.",
        "dropped": f"Dropped: it stood in the chapter on {name} {since}; {edition} does not describe it. That does not "
        "mean that the barrier is gone.",
        "not_listed": f"Not listed: {edition} says nothing of it in its chapter on {name}"
        + (f"; earlier editions did {since}." if years else ", nor does any earlier one held."),
    }[answer.value]
    if chapter:
        text = _of_chapter(name, edition, answer, since, still=still)
    if missing:
        text += f" Not held: {ranges(missing, dash='-')}."
    return text


def _of_chapter(name: str, edition: str, answer: Answer, since: str, *, still: bool) -> str:
    return {
        "true_as_far_as_held": f"True as far as the editions held show: {edition} has a chapter on {name}, and no "
        "earlier one held does.",
        "relisted": f"Relisted: {edition} has a chapter on {name}, as editions before did {since}.",
        "already_listed": f"Still listed: {edition} has a chapter on {name}, as earlier ones did {since}."
        if still
        else f"Already listed: {name} had a chapter {since}.",
        "dropped": f"Dropped: {name} had a chapter {since}; {edition} has none.",
    }.get(answer.value, f"Not listed: no edition held up to then has a chapter on {name}.")
