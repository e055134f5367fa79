"""The order of a note's parts and the words around them, one for Markdown, HTML and Word alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from analyzer.briefs.brief import Brief, GpaStanding, Matter, Place, Point, Sources
from analyzer.briefs.quoting import shorten
from analyzer.briefs.saying import about_offsets
from analyzer.briefs.spans import years
from analyzer.queries import page_address
from analyzer.records import Status
from analyzer.vocab import sections

MOST = 100  # matters in the detail by section
_NO_OFFSETS = "The edition does not speak of offsets here."
POINT = 130  # characters of the point left out that is named on the first page


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the first page: its heading, its matters, and what to say where there are none.

    `told` are matters that an earlier part has told already, to be named with their status only.
    """

    heading: str
    matters: tuple[Matter, ...]
    none: str
    more: int = 0
    told: tuple[Matter, ...] = ()
    remark: str = ""
    detailed: bool = True  # whether the detail by section has all of them


def parts(brief: Brief, *, most: int, quote: int, before: int) -> tuple[Part, ...]:
    """The parts of the page that matters, with `most` matters each; each matter is told once.

    `quote` and `before` are the characters that quotes of the edition and of an earlier one are shortened to.
    """
    made, told, whole = [], set[tuple[str, str]](), not beyond(brief)
    fresh_heading = "Newly listed" if brief.sources.held else "First seen here"
    for heading, matters, none in (
        (fresh_heading, brief.new, "Nothing that no earlier edition held describes."),
        ("Relisted", brief.relisted, "Nothing matched with what was listed once and then left out."),
        ("Materially changed", brief.changed, "Nothing with a new law, step, rate, date or scope."),
        ("No longer described", brief.dropped, "Nothing was left out as a whole."),
        ("Offsets", tuple(chain.from_iterable(map(about_offsets, brief.offsets))), _NO_OFFSETS),
    ):
        fresh = tuple(matter for matter in matters if _quoted(matter) not in told)
        again = tuple(matter for matter in matters if _quoted(matter) in told)
        shown = tuple(_short(matter, quote, before) for matter in fresh[:most])
        told.update(map(_quoted, fresh[:most]))
        remark = _remark(heading, brief)
        made.append(Part(heading, shown, none, len(fresh) - len(shown), again[:most], remark, whole))
    return tuple(made)


def _quoted(matter: Matter) -> tuple[str, str]:
    return matter.quote.passage_id, matter.quote.text


def _remark(heading: str, brief: Brief) -> str:
    if heading == "Offsets" and brief.offset_years:
        before = brief.sources.compared_with
        gone = f"That of {before} did. " if before in brief.offset_years and not brief.offsets else ""
        turned = "".join(f"{turn} " for turn in brief.turned)
        traded = f"; of countertrade: {years(brief.countertrade_years)}" if brief.countertrade_years else ""
        return f"{gone}{turned}Editions held that speak of offsets here: {years(brief.offset_years)}{traded}."
    if heading == "Relisted" and not brief.relisted:
        return _perhaps(brief)
    if heading == "No longer described" and brief.left_out:
        heaviest = f"“{shorten(brief.heaviest_out.text, longest=POINT)}”" if brief.heaviest_out else ""
        if brief.left_out == 1:
            return f"Besides, 1 point was left out of a matter that goes on: {heaviest}; see the detail."
        return (
            f"Besides, {brief.left_out} points were left out of matters that go on, such as {heaviest}; see the detail."
        )
    return ""


def _perhaps(brief: Brief) -> str:
    """What is told as new though older editions name it, and the one compared with does not."""
    before = brief.sources.compared_with
    named = [m for m in brief.new if m.listed.named and not m.listed.years and before not in m.listed.told]
    if not named:
        return ""
    told = "; ".join(f"“{m.listed.called}” ({years(m.listed.named)})" for m in named[:2])
    more = f" and {len(named) - 2} more" if len(named) > 2 else ""
    return (
        f"Of the new ones, older editions name {told}{more}, matched with nothing there: look before calling them new."
    )


def _short(matter: Matter, quote: int, before: int) -> Matter:
    earlier = matter.before and replace(matter.before, text=shorten(matter.before.text, longest=before))
    led_in = matter.quote.lead_in and shorten(matter.quote.lead_in, longest=quote // 3)
    said = replace(matter.quote, text=shorten(matter.quote.text, longest=quote), lead_in=led_in)
    return replace(matter, quote=said, before=earlier)


def rest(part: Part) -> str:
    """The words after a part's matters: how many more there are and where, what was told above, the remark."""
    return " ".join(
        filter(
            None,
            (
                _more(part),
                f"{_told_above(part)}." if part.told else "",
                part.remark,
            ),
        )
    )


def _more(part: Part) -> str:
    if not part.more:
        return ""
    return f"{part.more} more{'' if part.detailed else ', the weightiest'} in the detail by section."


def _told_above(part: Part) -> str:
    return "; ".join(f"{matter.label} ({matter.status.value}, see above)" for matter in part.told)


def name(matter: Matter) -> str:
    """The matter's title, or what it is called; empty where its quote begins with it."""
    return "" if matter.quote.whole.startswith(matter.subject) else matter.subject


def headed(matter: Matter) -> str:
    """The heading of a matter in the detail; empty where it has no title of its own, or its quote begins with it."""
    return f"{matter.title} – {matter.status.value}" if matter.title and name(matter) else ""


def opening(matter: Matter) -> str:
    """The words in bold before the remarks on a matter that has no heading in the detail."""
    own = name(matter)
    return f"{own} – {matter.status.value}" if own else matter.status.value.capitalize()


def standing(one: GpaStanding) -> str:
    """A standing under the GPA in words, with what the edition before and the dated list say."""
    said = "; ".join(filter(None, (one.words, one.before)))
    listed = f" Published lists: {one.listed}." if one.listed else ""
    return f"{one.name}: {said}.{listed}"


def pointed(point: Point) -> str:
    """The words before another point under a matter's heading: its note, or its status, where that is news."""
    if point.note:
        return f"{point.note}: "
    return "" if point.status in (Status.CONTINUED, Status.DROPPED) else f"{point.status.value.capitalize()}: "


def link(place: Place, addresses: Mapping[int, str]) -> str | None:
    """The address of the page that is cited, where its edition (one of `addresses`) is held as a PDF."""
    address = addresses.get(place.year)
    return None if address is None or place.pdf_page is None else page_address(address, place.pdf_page)


def marks(matter: Matter) -> tuple[str, ...]:
    """The remarks after a matter's title: since when, where from, how sure, by whom ruled."""
    return tuple(
        filter(
            None,
            (
                matter.since,
                "offsets named in no earlier edition held" if matter.first_offset else "",
                f"said of the {matter.whole_bloc} as a whole" if matter.whole_bloc else "",
                f"moved here from {sections.title(matter.moved_from)}" if matter.moved_from else "",
                matter.doubt,
                f"ruled by {matter.ruled_by}" if matter.ruled_by else "",
            ),
        )
    )


def _to_detail(brief: Brief) -> list[Matter]:
    return [m for m in brief.matters if m.status is not Status.CONTINUED or m.moved_from or m.left_out]


def _kept(brief: Brief) -> list[Matter]:
    """Those of the matters to detail that there is room for, in the note's order: listed anew, then the heaviest."""
    anew, every = {Status.NEW, Status.RELISTED}, _to_detail(brief)
    by_weight = sorted(range(len(every)), key=lambda at: (every[at].status not in anew, -every[at].weight))
    return [every[at] for at in sorted(by_weight[:MOST])]


def beyond(brief: Brief) -> str:
    """What the detail leaves out, and where that is found; empty where it leaves out nothing."""
    more = len(_to_detail(brief)) - MOST
    if more <= 0:
        return ""
    command = f"analyzer findings {brief.economy} --year {brief.year}"
    return f"{MOST} matters, what is listed anew and the weightiest of the others; {more} more are shown by: {command}"


def detailed(brief: Brief) -> tuple[tuple[str, tuple[Matter, ...]], ...]:
    """The sections, in the report's usual order, with all matters but those that go on as before; `MOST` at most."""
    order = {section.title: place for place, section in enumerate(sections.sections().values())}
    families = {section.title: section.family for section in sections.sections().values()}
    named: dict[str, str] = {}  # family of sections -> its name in this edition, under which what has gone stands too
    for matter in sorted(brief.matters, key=lambda matter: matter.status is Status.DROPPED):
        if families.get(matter.section, "context") != "context":
            named.setdefault(families[matter.section], matter.section)
    told: dict[str, list[Matter]] = {}
    for matter in _kept(brief):
        section = named.get(families.get(matter.section, ""), matter.section)
        told.setdefault(section, []).append(matter)
    names = sorted(told, key=lambda name: (order.get(name, len(order)), name))
    return tuple((name, tuple(told[name])) for name in names)


OURS = "Acts of the United States, alone or together with others"
NOT_COUNTED = "The edition tells them anew or otherwise; they are no barriers, and counted nowhere."


def timeline_rows(brief: Brief) -> tuple[tuple[str, str, str, str], ...]:
    """Rows of the history table: matter, status, years listed, held editions without it."""
    return tuple(
        (
            thread.title,
            thread.status.value,
            years(thread.years) + " (by links)" * thread.by_links,
            "; ".join(
                filter(
                    None,
                    (
                        years(thread.gaps) if thread.gaps else "",
                        f"unclear: {years(thread.unclear)}" if thread.unclear else "",
                    ),
                )
            )
            or "–",
        )
        for thread in brief.threads
    )


def editions(brief: Brief) -> tuple[int, ...]:
    """The columns of the history chart: all editions held for the economy, this one last."""
    return tuple(sorted({*brief.sources.held, brief.year}))


def sources(report: str, found: Sources, *, on: str = "") -> Iterator[str]:
    """The lines on what a note, or an overview, rests on; `on` is the economy whose chapter the editions have."""
    yield f"Edition: {report}."
    yield f"Earlier editions held{f' with {on}' if on else ''}: {years(found.held)}."
    if found.missing:
        yield f"Published in between and not held: {years(found.missing)}."
    if found.files:
        yield f"Read from: {', '.join(found.files)}."


def method(brief: Brief) -> tuple[str, ...]:
    """The lines on what the note rests on and how it was made."""
    return (*sources(brief.report, brief.sources, on=brief.name), *brief.method)
