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
