from __future__ import annotations

from analyzer.history.breakdown import groups, mistakes
from analyzer.history.evaluation import Scored
from analyzer.records import Status


def scored(year, truth, found, section="ip"):
    return Scored("x", "KOR", year, truth, found, 0.5, {}, section, "table")


ITEMS = [
    scored(2001, Status.NEW, Status.NEW),
    scored(2002, Status.CHANGED, Status.NEW),
    scored(2015, Status.RELISTED, Status.CONTINUED, section="procurement"),
    scored(2025, Status.CONTINUED, None),
]


def test_figures_of_a_group_count_its_own_passages_alone():
    by_name = {(one.by, one.name): one for one in groups(ITEMS)}
    early, late = by_name["era", "to 2009"], by_name["era", "2010-2022"]
    assert (early.items, early.anew, early.precision, early.recall, early.f1) == (2, 1, 0.5, 1.0, 0.6667)
    assert (late.precision, late.recall, late.f1) == (None, 0.0, 0.0)
    assert by_name["section", "ip"].items == 3


def test_mistakes_name_what_was_taken_for_what():
    assert mistakes(ITEMS) == [("changed", "new", 1), ("relisted", "continued", 1), ("continued", "lost", 1)]
