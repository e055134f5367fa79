"""A briefing note as one HTML page that needs no network."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from analyzer.briefs import chart, fitting, layout
from analyzer.briefs.brief import Brief


@cache
def template(name: str) -> Template:
    """A template of this room; whatever it shows is escaped."""
    loader = PackageLoader("analyzer.briefs", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(name)


def render(brief: Brief) -> str:
    """The whole note as HTML text; everything taken from reports is escaped."""
    return (
        template("brief.html.j2").render(
            brief=brief,
            first_page=fitting.first_page(brief),
            detailed=layout.detailed(brief),
            timeline_rows=layout.timeline_rows(brief),
            # The chart escapes what it draws and is markup of our own.
            chart=Markup(chart.timeline(brief.threads, layout.editions(brief))),  # noqa: S704
            method=layout.method(brief),
            ours_heading=layout.OURS,
            not_counted=layout.NOT_COUNTED,
            marks=layout.marks,
            name=layout.name,
            headed=layout.headed,
            opening=layout.opening,
            beyond=layout.beyond(brief),
            rest=layout.rest,
            standing=layout.standing,
            pointed=layout.pointed,
            link=lambda place: layout.link(place, brief.addresses),
        )
        + "\n"
    )
