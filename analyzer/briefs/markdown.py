"""A briefing note as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analyzer.briefs import layout
from analyzer.briefs.brief import Brief, Matter, Quote, Wording

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_MARKS = {"same": "{}", "added": "**{}**", "removed": "~~{}~~"}


def render(brief: Brief) -> str:
    """The whole note as Markdown text."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_safe(brief.title)}"
    yield ""
    yield from _bullets(brief.summary)
    if brief.cautions:
        yield "**Mind:**"
        yield ""
        yield from _bullets(brief.cautions)
    for part in layout.first_page(brief):
        yield f"## {part.heading}"
        yield ""
        for matter in part.matters:
            yield from _entry(matter)
        if part.more:
            yield f"- {part.more} more in the detail below."
        if part.told:
            yield f"- {_safe(layout.told_above(part))}"
        if part.remark:
            yield f"- {part.remark}"
        if not part.matters and not part.told:
            yield part.none
        yield ""
    yield from _questions(brief)
    yield from _detail(brief)
    yield from _history(brief)
    yield "## Sources and method"
    yield ""
    yield from _bullets((*layout.sources(brief), *brief.method))


def _entry(matter: Matter) -> Iterator[str]:
    remarks = "; ".join(layout.marks(matter))
    title = f"**{_safe(layout.name(matter))}** " if layout.name(matter) else ""
    yield f"- {title}({_safe(remarks)}): {_cited(matter.quote)}"
    if matter.before is not None:
        yield f"  Before: {_cited(matter.before)}"


def _questions(brief: Brief) -> Iterator[str]:
    if not brief.questions:
        return
    yield "## What the press will ask"
    yield ""
    for question in brief.questions:
        places = "; ".join(map(str, question.places))
        yield f"- *{_safe(question.ask)}* {_safe(question.answer)}" + (f" [{_safe(places)}]" if places else "")
    yield ""


def _detail(brief: Brief) -> Iterator[str]:
    yield "# Detail by section"
    yield ""
    for name, matters in layout.detailed(brief):
        yield f"## {_safe(name)}"
        yield ""
        for matter in matters:
            yield f"### {_safe(matter.title)} – {matter.status.value}"
            yield ""
            yield from _bullets(layout.marks(matter))
            yield f"{_cited(matter.quote)}"
            yield ""
            if matter.before is not None:
                yield f"Before: {_cited(matter.before)}"
                yield ""
            if matter.wording:
                yield f"Wording: {_marked(matter.wording)}"
                yield ""
            yield from _bullets(_cited(quote) for quote in matter.follow_ons)


def _history(brief: Brief) -> Iterator[str]:
    rows = layout.timeline_rows(brief)
    if not rows:
        return
    yield "# History over the editions"
    yield ""
    yield "| matter | now | listed | held, not listed |"
    yield "|---|---|---|---|"
    yield from ("| " + " | ".join(map(_safe, row)) + " |" for row in rows)
    yield ""


def _cited(quote: Quote) -> str:
    return f"“{_safe(quote.text)}” [{_safe(str(quote.place))}]"


def _marked(wording: tuple[Wording, ...]) -> str:
    parts = []
    for stretch in wording:
        core = stretch.text.strip()
        marked = _MARKS[stretch.kind].format(_safe(core)) if core else ""
        parts.append(stretch.text.replace(core, marked, 1) if core else stretch.text)
    return "".join(parts)


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    shown = False
    for line in lines:
        shown = True
        yield f"- {line}"
    if shown:
        yield ""


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
