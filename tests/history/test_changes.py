from __future__ import annotations

import pytest

from analyzer.history import changes
from analyzer.records import ChangeKind

DUTY = "The duty on imported tractors is 20 percent of their value."


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ([DUTY], [DUTY], ChangeKind.NONE),
        ([DUTY], [DUTY, "In March 2024 the parliament adopted a new customs law."], ChangeKind.LAW),
        ([DUTY], ["The duty on foreign tractors now stands at 35 percent of the price."], ChangeKind.RATE),
        ([DUTY], [DUTY, "Exports of tractors were worth 80 million."], ChangeKind.FIGURES),
        ([DUTY], [DUTY, "Motorcycles and boats are covered, too."], ChangeKind.SCOPE),
        (["Ports stamp all crates since 2023."], ["Ports have stamped all crates since 2024."], ChangeKind.DATE),
        ([DUTY.replace("20", "15")], ["The tariff on tractors is now 5 percent of value."], ChangeKind.RATE),
    ],
)
def test_kinds_of_change(before, after, kind):
    assert changes.between(before, after).kind is kind


def test_added_and_removed_sentences_are_listed():
    change = changes.between([DUTY, "Boats are exempt."], [DUTY, "Motorcycles need a licence."])
    assert change.added == ("Motorcycles need a licence.",)
    assert change.removed == ("Boats are exempt.",)


@pytest.mark.parametrize("run", ["1," * 100_000, "1" * 200_000])
def test_endless_figures_are_read_once(run):
    assert changes.between([DUTY], [f"Boats pay {run} as well."]).kind is ChangeKind.SCOPE


MOVED = "Boats of more than nine metres are exempt from the duty until the end of the season."


@pytest.mark.parametrize(
    ("elsewhere", "removed"),
    [
        ([], (MOVED,)),
        ([MOVED], ()),
        (["Boats longer than nine metres are exempt from this duty until the end of the season."], ()),
        (["Barges of some towns are exempt from the fee of the harbour until they leave."], (MOVED,)),
    ],
)
def test_a_sentence_that_stands_in_another_passage_was_not_removed(elsewhere, removed):
    change = changes.between([DUTY, MOVED], [DUTY], elsewhere=elsewhere)
    assert (change.removed, change.added, change.kind) == (removed, (), ChangeKind.NONE)


def test_a_sentence_with_another_percentage_elsewhere_is_not_the_one_removed():
    rate = "Importers of leather shoes from Ruritania pay a fee of 5 percent of the value to the port office."
    change = changes.between([DUTY, rate], [DUTY], elsewhere=[rate.replace("5", "7")])
    assert change.removed == (rate,)
