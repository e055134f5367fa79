"""Glimpses say of every finding what the finding itself says."""

from __future__ import annotations

import pytest

from analyzer.store import Glimpse, Store, glimpses


@pytest.mark.parametrize("year", [1996, 2024, 2025])
def test_glimpses_are_those_of_the_findings_in_their_order(filled_address, year):
    with Store.open(filled_address) as store:
        found = store.findings("ite", economy="KOR", year=year)
        seen = glimpses(store, "ite", "KOR", year)
    expected = [
        Glimpse(
            f.passage.id,
            f.verdict.status.value,
            f.verdict.boilerplate,
            f.verdict.left_out,
            f.verdict.compared_with,
            f.passage.section,
            f.passage.heading,
            tuple(sorted({m.label.value for m in f.mentions})),
            f.passage.text,
            f.passage.pdf_page,
            f.passage.printed_page,
        )
        for f in found
    ]
    assert seen == expected
    assert expected
