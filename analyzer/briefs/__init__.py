"""Briefing notes: data first (`compose`), a document second (`render`), every quote checked against its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.briefs.brief import Brief, Matter, Place, Question, Quote, Sources, Thread, Wording
from analyzer.briefs.overview.records import Overview
from analyzer.errors import UnknownChoice

if TYPE_CHECKING:
    from analyzer.records import Passage
    from analyzer.store import Store

__all__ = [
    "Brief",
    "Matter",
    "Overview",
    "Place",
    "Question",
    "Quote",
    "Sources",
    "Thread",
    "Wording",
    "compose",
    "compose_overview",
    "render",
    "render_overview",
    "subject",
]
KINDS = (".docx", ".html", ".md")


def compose(store: Store, economy: str, year: int, *, series: str | None = None) -> Brief:
    """A briefing note on one economy (by its code) in one edition; see `briefs.composing`.

    Raises NothingHeld where the edition or the economy's chapter is not held, UnknownChoice for a series that is not,
    and QuoteMismatch where a quote does not stand on the page that it cites.
    """
    from analyzer.briefs.composing import compose as put_together

    return put_together(store, economy, year, series=series)


def compose_overview(store: Store, year: int, *, series: str | None = None) -> Overview:
    """The overview of one edition over all economies; see `briefs.overview.composing`.

    Raises NothingHeld, UnknownChoice and QuoteMismatch as `compose` does.
    """
    from analyzer.briefs.overview.composing import compose as put_together

    return put_together(store, year, series=series)


def subject(passage: Passage) -> str:
    """What one passage is about: its heading, or the law, programme or topic that it names; "" where there is none."""
    from analyzer.briefs import naming

    return naming.subject(passage)


def render(brief: Brief, path: Path, *, template: Path | None = None) -> Path:
    """Write a note as Word, HTML or Markdown, by the path's ending, and return the path.

    `template` is a house template (.docx with `{{p note }}`) and only goes with .docx. Raises UnknownChoice for another
    ending; with a template MissingExtra without docxtpl, and BrokenFile where it is no such document.
    """
    kind = _kind(path, template)
    if kind == ".docx":
        from analyzer.briefs import word

        word.render(brief, path, template=template)
    elif kind == ".html":
        from analyzer.briefs import html

        path.write_text(html.render(brief), encoding="utf-8")
    else:
        from analyzer.briefs import markdown

        path.write_text(markdown.render(brief), encoding="utf-8")
    return path


def render_overview(overview: Overview, path: Path, *, template: Path | None = None) -> Path:
    """Write an overview as Word, HTML or Markdown and return the path, as `render` does a note, and with its errors."""
    kind = _kind(path, template)
    if kind == ".docx":
        from analyzer.briefs.overview import word

        word.render(overview, path, template=template)
    elif kind == ".html":
        from analyzer.briefs.overview import html

        path.write_text(html.render(overview), encoding="utf-8")
    else:
        from analyzer.briefs.overview import markdown

        path.write_text(markdown.render(overview), encoding="utf-8")
    return path


def _kind(path: Path, template: Path | None) -> str:
    kind = path.suffix.casefold()
    if kind not in KINDS or (template is not None and kind != ".docx"):
        raise UnknownChoice("kind of note", kind or path.name, KINDS if template is None else (".docx",))
    return kind
