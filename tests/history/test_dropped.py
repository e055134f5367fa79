"""What an edition no longer holds: matters, and points of matters that go on."""

from __future__ import annotations

from history_made import CHEESE, OFFSET, TARIFF, Everything, edition

from analyzer.history.tracing import trace
from analyzer.records import Status

POINT = "This tariff on imported tractors is twice as high in the weeks of the harvest."
OTHER = "This spring the customs office of the port began to weigh lorries by night, which costs hauliers a day."
FORMULA = "The United States will continue to raise the tariff on tractors with Freedonia at every opportunity."


def gone(*editions):
    passages = [p for one in editions for p in one]
    found = trace("KOR", passages, held={p.year for p in passages}, scope=Everything())
    return [v for v in found.verdicts if v.status is Status.DROPPED]


def test_a_point_missing_from_a_matter_that_goes_on_is_told_apart_from_a_matter_that_is_gone():
    old = edition(2022, TARIFF.format(rate=20), POINT, OFFSET)
    new = edition(2025, TARIFF.format(rate=20), CHEESE)
    point, matter = gone(old, new)
    assert (point.passage_id, point.follows, point.left_out) == (old[1].id, old[0].id, True)
    assert point.listing_id == f"L-{old[0].id}"
    assert (matter.passage_id, matter.follows, matter.left_out) == (old[2].id, None, False)


def test_what_follows_on_a_matter_that_is_gone_is_no_point_of_one_that_goes_on():
    old = edition(2022, OFFSET, TARIFF.format(rate=20), POINT)
    new = edition(2025, OFFSET, CHEESE)
    found = gone(old, new)
    assert [v.passage_id for v in found] == [old[1].id, old[2].id]
    assert {v.listing_id for v in found} == {f"L-{old[1].id}"}
    assert not any(v.left_out for v in found)


def test_what_surely_stands_nowhere_is_gone_even_beside_a_matter_that_goes_on():
    old = edition(2022, TARIFF.format(rate=20), OTHER, OFFSET)
    found = gone(old, edition(2025, TARIFF.format(rate=20), CHEESE, OFFSET))
    assert [(v.passage_id, v.left_out) for v in found] == [(old[1].id, False)]


def test_a_formula_is_not_told_as_dropped():
    old = edition(2022, TARIFF.format(rate=20), FORMULA)
    assert gone(old, edition(2025, TARIFF.format(rate=20), CHEESE)) == []
