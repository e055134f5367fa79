"""Templates, and what they need to show statuses, pages and marked words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analyzer import queries
from analyzer.store import Store
from analyzer.vocab import economies, sections

if TYPE_CHECKING:
    from fastapi import Request
    from fastapi.responses import HTMLResponse

WORDS = {
    "new": "new",
    "relisted": "relisted",
    "changed": "changed",
    "continued": "continued",
    "dropped": "dropped",
    "true_as_far_as_held": "true as far as held",
    "already_listed": "already listed",
    "not_listed": "not listed",
    "cannot_be_told": "cannot be told",
}


@cache
def environment() -> Environment:
    """The templates' environment: everything is escaped, a missing name is an error."""
    found = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"economy": _economy, "section": _section, "marked": marked, "years": ranges, "place": place}
    found.globals |= {"words": WORDS}
    return found


def show(request: Request, name: str, values: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page made of a template, with the editions held for its navigation."""
    from fastapi.responses import HTMLResponse

    store: Store = request.app.state.store
    reports = store.reports()
    series = values.get("series") or (queries.series_held(store) if reports else None)
    held = [r["year"] for r in reports if r["series"] == series]
    year = values.get("year") if values.get("year") in held else (held[-1] if held else None)
    text = (
        environment()
        .get_template(name)
        .render(**{**values, "series": series, "year": year, "held": held, "path": request.url.path})
    )
    return HTMLResponse(text, status_code=status)


def _economy(code: str, year: int | None = None) -> str:
    return economies.name_of(code, year=year) if code in economies.codes() else code


def _section(key: str) -> str:
    return sections.title(key) if key in sections.sections() else key.replace("_", " ")


def marked(text: str, words: str) -> Markup:
    """The text, escaped, with the words that were looked for in <mark>."""
    stems = [re.escape(w[:6] if len(w) > 6 else w) for w in re.findall(r"\w+", words)]
    if not stems:
        return escape(text)
    pattern = re.compile(r"\b(?:" + "|".join(stems) + r")\w*", re.IGNORECASE)
    out, at = Markup(), 0
    for match in pattern.finditer(text):
        out += escape(text[at : match.start()]) + Markup("<mark>{}</mark>").format(match.group())
        at = match.end()
    return out + escape(text[at:])


def compared(old: str, new: str) -> tuple[Markup, Markup]:
    """Both wordings, escaped, with the words that only one of them has in <del> and <ins>."""
    before, after = old.split(), new.split()
    left, right = Markup(), Markup()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = " ".join(before[a:b]), " ".join(after[c:d])
        if kind == "equal":
            left, right = left + escape(gone) + " ", right + escape(come) + " "
            continue
        if gone:
            left += Markup("<del>{}</del> ").format(gone)
        if come:
            right += Markup("<ins>{}</ins> ").format(come)
    return left, right


def place(printed: str | None, pdf: int | None) -> str:
    """A page as readers cite it: "p. 251 (PDF 259)"."""
    if printed and pdf:
        return f"p. {printed} (PDF {pdf})"
    return f"PDF p. {pdf}" if pdf else "table text"


def ranges(years: Sequence[int]) -> str:
    """Years in short: "1995–1998, 2025"."""
    parts: list[list[int]] = []
    for year in years:
        if parts and year == parts[-1][-1] + 1:
            parts[-1].append(year)
        else:
            parts.append([year])
    return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}–{p[-1]}" for p in parts)
