from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs.composing import draft
from analyzer.briefs.spans import years
from analyzer.records import Status


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((1995, 1996, 1997, 2022), "1995–1997, 2022"),
        ((2023, 2024), "2023–2024"),
        ((2025,), "2025"),
        ((), "none"),
    ],
)
def test_years_in_words(given, said):
    assert years(given) == said


def test_a_matter_without_a_name_is_told_in_its_words_and_not_by_its_section(ground):
    soap = next(f for f in ground.findings if f.verdict.status is Status.DROPPED)
    bare = replace(soap, passage=replace(soap.passage, heading=(), section="other", printed_section="OTHER"))
    findings = tuple(bare if f is soap else f for f in ground.findings)
    answer = next(q.answer for q in draft(replace(ground, findings=findings)).questions if "gone" in q.ask)
    assert "“Korea demands the full recipe of soap before sale.”" in answer
