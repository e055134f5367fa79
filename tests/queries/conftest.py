from __future__ import annotations

import csv

import pytest

from analyzer.pipeline import add
from analyzer.store import Store


@pytest.fixture
def reports(tmp_path):
    """Makes a store of editions from (year, economy, text of a procurement section)."""
    held = []

    def make(*rows):
        table = tmp_path / "nte.csv"
        with table.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows(
                [("year", "country", "section", "text")] + [(y, c, "Government Procurement", t) for y, c, t in rows]
            )
        store = Store.open(tmp_path / "nte.sqlite", create=True)
        held.append(store)
        assert not add(store, [table], jobs=1).failed
        return store

    yield make
    for store in held:
        store.close()
