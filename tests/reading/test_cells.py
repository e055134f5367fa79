"""Cells are those of pdfplumber, whatever the rules drawn on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table

from analyzer.reading import ruled

PLACES = st.integers(0, 6)
RULES = st.lists(st.tuples(st.sampled_from("hv"), PLACES, PLACES, PLACES), max_size=24)


def crossings(rules):
    edges = []
    for way, at, start, end in rules:
        a, b = 10.0 * min(start, end), 10.0 * max(start, end) + 1
        x0, x1, top, bottom = (a, b, 10.0 * at, 10.0 * at) if way == "h" else (10.0 * at, 10.0 * at, a, b)
        edges.append(ruled._edge(way, x0, x1, top, bottom))
    return table.edges_to_intersections(table.merge_edges(edges, 3, 3, 3, 3), 3, 3)


@given(RULES)
def test_whatever_the_rules_the_cells_are_those_of_pdfplumber(rules):
    found = crossings(rules)
    assert ruled.cells_of(found) == table.intersections_to_cells(found)


@pytest.mark.parametrize("rows", [1, 2, 5])
def test_a_full_grid_has_all_its_cells(rows):
    rules = [("h", at, 0, 3) for at in range(rows + 1)] + [("v", at, 0, rows) for at in range(4)]
    assert len(ruled.cells_of(crossings(rules))) == 3 * rows
