"""A briefing note as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analyzer.briefs import fitting, layout
from analyzer.briefs.brief import Brief, Matter, Place, Question, Quote, Wording

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_MARKS = {"same": "{}", "added": "**{}**", "removed": "~~{}~~"}


def render(brief: Brief) -> str:
    """The whole note as Markdown text."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {safe(brief.title)}"
    yield ""
    yield from _bullets(brief.summary)
    if brief.cautions:
        yield "**Mind:**"
        yield ""
        yield from _bullets(brief.cautions)
    page = fitting.first_page(brief)
    for part in page.parts:
        yield f"## {part.heading}"
        yield ""
        if not part.matters and not part.told:
            yield part.none
            yield ""
        yield from _bullets(_part(part, brief))
    yield from _standings(page.agreements, brief)
    yield from _questions(page.questions, brief)
    yield from _detail(brief)
    yield from _history(brief)
    yield "# Sources and method"
    yield ""
    yield from _bullets(layout.method(brief))


def _part(part: layout.Part, brief: Brief) -> Iterator[str]:
    for matter in part.matters:
        yield _entry(matter, brief)
    rest = layout.rest(part)
    if rest:
        yield safe(rest)


def _standings(agreements: tuple[Quote, ...], brief: Brief) -> Iterator[str]:
    yield "## Procurement agreements"
    yield ""
    if not brief.standings and not agreements:
        yield "The edition does not speak of procurement agreements here."
        yield ""
    stated = (
        safe(layout.standing(one)) + (f" {_cited(one.quote, brief)}" if one.quote else "") for one in brief.standings
    )
    yield from _bullets((*stated, *(_cited(quote, brief) for quote in agreements)))


def _entry(matter: Matter, brief: Brief) -> str:
    remarks = "; ".join(layout.marks(matter))
    name = layout.name(matter)
    title = f"**{safe(name)}** " if name else ""
    before = f" Before: {_cited(matter.before, brief)}" if matter.before is not None else ""
    return f"{title}({safe(remarks)}): {_cited(matter.quote, brief)}{before}"


def _questions(questions: tuple[Question, ...], brief: Brief) -> Iterator[str]:
    if not questions:
        return
    yield "## What the press will ask"
    yield ""
    for question in questions:
        places = "; ".join(_place(place, brief) for place in question.places)
        yield f"- *{safe(question.ask)}* {safe(question.answer)}" + (f" [{places}]" if places else "")
    yield ""


def _detail(brief: Brief) -> Iterator[str]:
    yield "# Detail by section"
    yield ""
    if beyond := layout.beyond(brief):
        yield safe(beyond)
        yield ""
    for name, matters in layout.detailed(brief):
        yield f"## {safe(name)}"
        yield ""
        for matter in matters:
            yield from _matter(matter, brief)
    if brief.ours:
        yield f"## {layout.OURS}"
        yield ""
        yield layout.NOT_COUNTED
        yield ""
        yield from _bullets(_cited(quote, brief) for quote in brief.ours)


def _matter(matter: Matter, brief: Brief) -> Iterator[str]:
    marks = safe("; ".join(layout.marks(matter)))
    if headed := layout.headed(matter):
        yield f"### {safe(headed)}"
        yield ""
        yield marks
    else:
        yield f"**{safe(layout.opening(matter))}** ({marks})"
    yield ""
    if matter.wording:
        before = f", {_place(matter.before.place, brief)}" if matter.before else ""
        yield f"{_marked(matter.wording)} [{_place(matter.quote.place, brief)}{before}]"
    else:
        yield _cited(matter.quote, brief)
    yield ""
    if matter.before is not None and not matter.wording:
        yield f"Before: {_cited(matter.before, brief)}"
        yield ""
    yield from _bullets(layout.pointed(point) + _cited(point.quote, brief) for point in matter.points)
    yield from _bullets(f"Left out: {_cited(quote, brief)}" for quote in matter.left_out)


def _history(brief: Brief) -> Iterator[str]:
    rows = layout.timeline_rows(brief)
    if not rows:
        return
    yield "# History over the editions"
    yield ""
    yield "| matter | now | listed or named | held, not found |"
    yield "|---|---|---|---|"
    yield from (row(map(safe, cells)) for cells in rows)
    yield ""


def _cited(quote: Quote, brief: Brief) -> str:
    return f"“{safe(quote.whole)}” [{_place(quote.place, brief)}]"


def _place(place: Place, brief: Brief) -> str:
    return linked(str(place), layout.link(place, brief.addresses))


def _marked(wording: tuple[Wording, ...]) -> str:
    parts = []
    for stretch in wording:
        core = stretch.text.strip()
        marked = _MARKS[stretch.kind].format(safe(core)) if core else ""
        parts.append(stretch.text.replace(core, marked, 1) if core else stretch.text)
    return "".join(parts)


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    shown = False
    for line in lines:
        shown = True
        yield f"- {line}"
    if shown:
        yield ""


def linked(words: str, address: str | None) -> str:
    """The words, safe, as a link where there is an address."""
    return safe(words) if address is None else f"[{safe(words)}](<{address}>)"


def row(cells: Iterable[str]) -> str:
    """A row of a table; the cells are safe already."""
    return "| " + " | ".join(cells) + " |"


def safe(text: str) -> str:
    """The text on one line, with what Markdown would take for marks escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
