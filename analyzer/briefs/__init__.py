"""Briefing notes: data first (`compose`), a document second (`render`), every quote checked against its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.briefs.brief import Brief, Matter, Place, Question, Quote, Sources, Thread, Wording
from analyzer.errors import UnknownChoice

if TYPE_CHECKING:
    from analyzer.store import Store

__all__ = [
    "Brief",
    "Matter",
    "Place",
    "Question",
    "Quote",
    "Sources",
    "Thread",
    "Wording",
    "compose",
    "render",
]
KINDS = (".docx", ".html", ".md")


def compose(store: Store, economy: str, year: int, *, series: str | None = None) -> Brief:
    """A briefing note on one economy in one edition; see `briefs.composing`."""
    from analyzer.briefs.composing import compose as put_together

    return put_together(store, economy, year, series=series)


def render(brief: Brief, path: Path, *, template: Path | None = None) -> Path:
    """Write a note as Word, HTML or Markdown, by the path's ending, and return the path.

    `template` is a house template (.docx with `{{ note }}`) and only goes with .docx.
    """
    kind = path.suffix.casefold()
    if kind not in KINDS or (template is not None and kind != ".docx"):
        raise UnknownChoice("kind of note", kind or path.name, KINDS if template is None else (".docx",))
    if kind == ".docx":
        from analyzer.briefs import word

        word.render(brief, path, template=template)
        return path
    if kind == ".html":
        from analyzer.briefs import html as page

        path.write_text(page.render(brief), encoding="utf-8")
    else:
        from analyzer.briefs import markdown

        path.write_text(markdown.render(brief), encoding="utf-8")
    return path
