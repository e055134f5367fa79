"""An economy: its findings in an edition, by section."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from analyzer import briefs, queries
from analyzer.records import Finding, Label, Passage, Status
from analyzer.store import Glimpse
from analyzer.vocab import sections
from analyzer.vocab import series as all_series
from analyzer.web.asking import Economy, Filter, Number, Series, Year, asked_filter, part_of
from analyzer.web.counting import ORDER
from analyzer.web.desk import Desk, desk
from analyzer.web.pages.ruling import namely
from analyzer.web.views import show

router = APIRouter()
LABELS = {
    Label.OFFSET: "offsets",
    Label.AGREEMENT: "procurement agreements",
    Label.COUNTRY: "other economies",
    Label.MONEY: "amounts of money",
    Label.PERCENT: "percentages",
    Label.DATE: "dates",
    Label.MEASURE: "named measures",
}


@router.get("/economy/{series}/{year}/{economy}")
def economy(
    request: Request,
    series: Series,
    year: Year,
    economy: Economy,
    chosen: Annotated[Filter, Depends(asked_filter)],
    page: Number = 1,
) -> HTMLResponse:
    """One economy's findings in an edition, by section."""
    at = desk(request)
    code, name = queries.economy_code(economy), at.series(series)
    every = at.glimpses(name, code, year)
    part = part_of(chosen.at_a_glance(every), page)
    shown = at.shown(name, code, year, part.entries)
    seen = [g for g in every if chosen.boilerplate or not g.boilerplate]
    said = [g for g in seen if not g.left_out]
    first = year == at.years(name)[0]
    there = {g.section for g in every}
    compared = max((g.compared_with for g in every if g.compared_with), default=None)
    years = sorted({t.year for t in at.tallies(name) if t.economy == code} | {year})
    return show(
        request,
        "economy.html",
        {
            "series": name,
            "year": year,
            "code": code,
            "years": years,
            "groups": _grouped(shown),
            "part": part,
            "every": len(every),
            "boilerplate": sum(g.boilerplate for g in every),
            "order": ORDER,
            "chosen": chosen,
            "sections": {k: s.title for k, s in sections.sections().items() if k in there},
            "labels": _labels(every),
            "first": first,
            "news": [] if first or chosen != Filter() or part.number > 1 else _news(at, name, code, year, said),
            "points": sum(g.left_out for g in seen),
            "tally": {s: sum(g.status == s for g in said) for s in ORDER},
            "compared": compared,
            "missing": _gap(name, compared, year, at.years(name)),
            "notes": all_series.notes(name, year),
            "ruler": namely(request),
        },
    )


def _grouped(found: Sequence[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.passage.section, []).append(finding)
    return groups


@dataclass(frozen=True, slots=True)
class _News:
    """Passages that are new or relisted under one heading: the first of them, what they are about, their number."""

    first: Passage
    status: str
    title: str
    passages: int


def _news(at: Desk, series: str, code: str, year: int, said: Sequence[Glimpse]) -> list[_News]:
    """What a reader of a fresh edition looks for first: what is new, then what is relisted."""
    fresh = [g for g in said if g.status in (Status.NEW, Status.RELISTED) and not g.boilerplate]
    held = {f.passage.id: f.passage for f in at.shown(series, code, year, fresh)}
    found: dict[object, list[Glimpse]] = {}
    for g in sorted(fresh, key=lambda g: g.status != Status.NEW):
        found.setdefault((g.status, g.section, g.heading) if g.heading else g.passage_id, []).append(g)
    out = []
    for group in found.values():
        passage = held[group[0].passage_id]
        out.append(_News(passage, group[0].status, briefs.subject(passage), len(group)))
    return out


def _gap(series: str, compared: int | None, year: int, held: Collection[int]) -> tuple[int, ...]:
    """The editions published since the one compared with and not held: the page says so once, not each finding."""
    published = all_series.published(series)
    return tuple(y for y in published if compared is not None and compared < y < year and y not in held)


def _labels(found: Sequence[Glimpse]) -> dict[str, str]:
    there = {label for g in found for label in g.labels}
    return {label.value: words for label, words in LABELS.items() if label.value in there}
