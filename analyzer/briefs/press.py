"""What a journalist will ask on the day, with answers that the texts bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.briefs.brief import Brief, Matter, Place, Question
from analyzer.briefs.quoting import shorten
from analyzer.briefs.saying import about_offsets, names_offsets
from analyzer.briefs.spans import years
from analyzer.records import Status

MOST = 5
SHORT = 130  # characters of a quote in an answer
FEW = 80  # ... where several stand in a row
ABSENCE = "absence is not removal of the barrier"


def questions(brief: Brief) -> tuple[Question, ...]:
    """The questions that this note's findings raise, the likeliest first, at most five."""
    return tuple(
        question for asked in (_first_time, _offsets, _agreements, _rates, _gone) for question in asked(brief)
    )[:MOST]


def _first_time(brief: Brief) -> Iterator[Question]:
    back = _surest(brief.relisted)
    if back is not None:
        said = "No" if back.doubt is None else f"Probably not ({back.doubt})"
        yield Question(
            f"Is {_named(back)} in the report for the first time?",
            f"{said}: {back.since}, and back in {brief.year}.",
            _places(back),
        )
    fresh = _surest(brief.new) or _surest([matter for matter in brief.changed if matter.new_point])
    if fresh is not None and brief.sources.held:
        gaps = f" Not held: {years(brief.sources.missing)}." if brief.sources.missing else ""
        unsure = f" ({fresh.doubt}.)" if fresh.doubt else ""
        yield Question(f"Is {_named(fresh)} new?", f"{_newness(fresh, brief)}{gaps}{unsure}", _places(fresh))


def _named(matter: Matter) -> str:
    """What a question calls a matter: its name, or else what is said of it."""
    return f"“{matter.label}”" if matter.subject else f"this: “{shorten(matter.quote.text, longest=SHORT)}”"


def _named_short(matter: Matter) -> str:
    """A matter's name, or a few of the words in which it was told: the name of its section would say too much."""
    return f"“{matter.label if matter.subject else shorten(matter.quote.text, longest=FEW)}”"


def _newness(matter: Matter, brief: Brief) -> str:
    """Whether a matter that is led by something new is new itself."""
    if matter.listed.years:
        said = shorten(matter.quote.text, longest=SHORT)
        return f"No: {matter.since}. “{said}” was found in no earlier edition held."
    if matter.listed.named:
        return f"Perhaps not its subject: {matter.since}."
    if not matter.listed.has_name:
        return f"It was matched with no passage of the earlier editions held ({years(brief.sources.held)})."
    return f"It was found in none of the earlier editions held ({years(brief.sources.held)})."


def _surest(matters: Sequence[Matter]) -> Matter | None:
    """The weightiest matter that is not in doubt, else the weightiest; of such those that have a name go first.

    None where all are said of a whole bloc.
    """
    own = [matter for matter in matters if not matter.whole_bloc]
    return min(own, key=lambda matter: (matter.doubt is not None, not matter.subject), default=None)


def _offsets(brief: Brief) -> Iterator[Question]:
    here = [matter for matter in brief.offsets if matter.status is not Status.DROPPED]
    for matter in here[:1]:
        if matter.status is not Status.RELISTED or matter is not _surest(brief.relisted):
            about = about_offsets(matter)[0]
            earlier = tuple(year for year in brief.offset_years if year < brief.year)
            if matter.status is Status.NEW and earlier:
                yield Question(
                    "Are offsets in the report for the first time?",
                    f"No: editions of {years(earlier)} speak of offsets there already.{_turned(brief)}",
                    _places(matter),
                )
            else:
                yield Question(
                    "What does it say of offsets?",
                    f"{_word(about, names_offsets(matter))}“{_naming(about)}”{_turned(brief)}",
                    _places(matter),
                )


def _naming(matter: Matter) -> str:
    """The sentence on a matter's offsets in short, but as far as it names them."""
    text = matter.quote.text
    return shorten(text, longest=max(SHORT, text.casefold().find("offset") + SHORT // 2))


def _turned(brief: Brief) -> str:
    return "".join(f" {turn}" for turn in brief.turned)


def _agreements(brief: Brief) -> Iterator[Question]:
    for standing in brief.standings[:1]:
        if standing.quote is not None:
            before = f" ({standing.before}.)" if standing.before else ""
            yield Question(
                "What does it say of the Agreement on Government Procurement?",
                f"{standing.name}: {standing.words}.{before}",
                (standing.quote.place,),
            )


def _rates(brief: Brief) -> Iterator[Question]:
    shown = [matter for matter in brief.changed[:3] if matter.before is not None] or list(brief.changed)
    for matter in shown[:1]:
        before = f" Before: “{shorten(matter.before.text, longest=SHORT)}”" if matter.before else ""
        now = f"Now: “{shorten(matter.quote.text, longest=SHORT)}”{before}"
        what = f"in “{matter.label}”" if matter.subject else f"under {matter.section}"
        yield Question(f"What changed {what}?", now, _places(matter))


def _gone(brief: Brief) -> Iterator[Question]:
    if brief.dropped:
        named = [matter for matter in brief.dropped if matter.title] or list(brief.dropped)
        names = "; ".join(map(_named_short, named[:3]))
        rest = len(brief.dropped) - len(named[:3])
        more = f" and {rest} more" if rest else ""
        yield Question(
            "What has gone, and is it resolved?",
            f"No longer described: {names}{more}. Silence does not tell whether they are resolved; {ABSENCE}.",
            tuple(dict.fromkeys(matter.quote.place for matter in named[:3])),
        )


def _word(matter: Matter, itself: bool) -> str:
    """The words before a sentence on offsets: since when, and the status where `itself` it is that of the sentence."""
    said = ", ".join(filter(None, (matter.status.value if itself else "", matter.since)))
    return f"{said[0].upper()}{said[1:]}: " if said else ""


def _places(matter: Matter) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(quote.place for quote in (matter.quote, matter.before) if quote is not None))
