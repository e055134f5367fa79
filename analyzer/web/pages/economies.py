"""An economy: its findings in an edition, by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from analyzer import queries
from analyzer.records import Finding, Label
from analyzer.vocab import sections
from analyzer.vocab import series as all_series
from analyzer.web.asking import Economy, Filter, Number, Series, Year, asked_filter, part_of
from analyzer.web.counting import ORDER
from analyzer.web.desk import desk
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
    every = at.findings(name, code, year)
    found = chosen.chosen(every)
    part = part_of(found, page)
    said = [f for f in every if not f.verdict.boilerplate]
    there = {f.passage.section for f in every}
    years = sorted({t.year for t in at.tallies(name) if t.economy == code} | {year})
    return show(
        request,
        "economy.html",
        {
            "series": name,
            "year": year,
            "code": code,
            "years": years,
            "groups": _grouped(part.entries),
            "part": part,
            "every": len(every),
            "boilerplate": sum(f.verdict.boilerplate for f in every),
            "order": ORDER,
            "chosen": chosen,
            "sections": {k: s.title for k, s in sections.sections().items() if k in there},
            "labels": _labels(every),
            "tally": {s: sum(f.verdict.status.value == s for f in said) for s in ORDER},
            "compared": sorted({f.verdict.compared_with for f in every if f.verdict.compared_with})[-1:],
            "missing": _gap(every),
            "notes": all_series.notes(name, year),
            "ruler": namely(request),
        },
    )


def _grouped(found: Sequence[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.passage.section, []).append(finding)
    return groups


def _gap(found: list[Finding]) -> tuple[int, ...]:
    """The editions not held before this one, as most findings name them: the page says so once."""
    gaps = Counter(f.verdict.missing_editions for f in found)
    return gaps.most_common(1)[0][0] if gaps else ()


def _labels(found: list[Finding]) -> dict[str, str]:
    there = {m.label for f in found for m in f.mentions}
    return {label.value: words for label, words in LABELS.items() if label in there}
