"""Claims on offsets are judged by the mentions of offsets about the economy, and by nothing else."""

from __future__ import annotations

import csv

import pytest

from analyzer import claims
from analyzer.pipeline import add
from analyzer.store import Store

ROWS = (
    (1996, "Kuwait", "The army wants offsets of 30 percent."),
    (1996, "Japan", "Greece insists on offset agreements in army contracts."),
    (2019, "Greece", "Wine is taxed."),
    (2019, "Kuwait", "Farms must follow new requirements on seeds."),
    (2019, "Japan", "Requirements for tyres are opaque, and firms cut prices to offset a tax."),
    (2019, "Israel", "The health ministry demands offsets in purchases of hospital goods."),
    (2019, "Norway", "Private services, except military ones, are listed, and requirements for plants are new."),
    (2025, "Kuwait", "A supplier has to sign a countertrade agreement with the ministry."),
    (2025, "Japan", "Requirements for tyres are opaque."),
    (
        2025,
        "Israel",
        "Foreign makers of weapons are bound by offset obligations, set by the army.",
    ),
    (2025, "Norway", "Requirements for plants are strict."),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("practice")
    with (folder / "nte.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = [(year, economy, "Government Procurement", text) for year, economy, text in ROWS]
        csv.writer(lines).writerows([("year", "country", "section", "text"), *rows])
    with Store.open(folder / "nte.sqlite", create=True) as held:
        assert not add(held, [folder / "nte.csv"], jobs=1).failed
        yield held


@pytest.mark.parametrize(
    ("claim", "verdict", "holds", "years"),
    [
        ("Kuwait's defence offset programme is listed in the NTE of 2025 for the first time.", "relisted", False, 2),
        ("The NTE of 2025 lists Kuwait's countertrade policy again.", "relisted", True, 2),
        ("The NTE of 2019 no longer lists Kuwait's offset requirements.", "dropped", True, 1),
        ("Norway's defence offsets are no longer listed in the NTE of 2025.", "cannot be told", False, 0),
        ("Norway's offset requirements are still listed in the NTE of 2025.", "cannot be told", False, 0),
        ("Japan's offset requirements are no longer listed in the NTE of 2025.", "cannot be told", False, 0),
        ("Israel's defence offsets are listed in the NTE of 2025 for the first time.", "new", True, 1),
        ("The NTE of 2025 takes up Kuwait's 'offset trade' again.", "relisted", True, 2),
        ("Israel's offset rules are listed in the NTE of 2025 for the first time.", "already listed", False, 2),
    ],
)
def test_only_what_is_said_of_its_offsets_counts(store, claim, verdict, holds, years):
    (found,) = claims.check(claim, store)
    assert (found.verdict, found.holds, len(found.years_listed)) == (verdict, holds, years)
    assert all("offset" in p.text or "countertrade" in p.text for p in (*found.here, *found.before))


def test_a_row_that_strayed_counts_for_the_economy_that_it_names(store):
    (found,) = claims.check("The NTE of 2019 no longer lists Greece's offset requirements.", store)
    assert (found.verdict, found.years_listed) == ("dropped", (1996,))


def test_the_verb_names_no_practice(store):
    claim = "Japan's requirements for tyres, meant to offset a tax, are still listed in the NTE of 2025."
    (found,) = claims.check(claim, store)
    assert (found.verdict, "offset" in found.matter) == ("already listed", False)
