"""No crash, no hang, bounded memory, a clear error each, the store as it was: over thousands of hostile inputs.

CI takes every 33rd of 5,000; `ANALYZER_HOSTILE=all` takes them all, some 20 to 40 minutes.
"""

from __future__ import annotations

import os

import pytest

pytest.importorskip("reportlab", reason="needs the dev extra")
pytest.importorskip("pyarrow", reason="needs the dev extra")
pytest.importorskip("pandas", reason="needs the dev extra")

from driver import Driver, make, template

ALL = 5000
STEP = 1 if os.environ.get("ANALYZER_HOSTILE") == "all" else 33
BATCHES = 10


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    return template(tmp_path_factory.mktemp("held") / "template.sqlite")


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_hostile_files_break_no_rule(held, tmp_path, batch):
    driver = Driver(tmp_path, held)
    numbers = range(batch * STEP, ALL, BATCHES * STEP)
    for number in numbers:
        driver.send(make(number))
    assert driver.broken == []
    assert sum(driver.outcomes.values()) == len(numbers)
    refused = sum(n for outcome, n in driver.outcomes.items() if outcome.split(": ")[1] not in ("added", "judged"))
    assert refused >= 3


def test_inputs_are_the_same_every_time():
    first, again = ([make(n) for n in range(count)] for count in (90, 40))
    assert [item.content for item in first[:40]] == [item.content for item in again]
    assert len({item.way for item in first}) > 40


def test_a_broken_rule_is_seen(held, tmp_path, monkeypatch):
    """The driver itself: a store that changes, an error without a remedy, and an exception of no known kind."""
    from analyzer import pipeline
    from analyzer.errors import BrokenFile

    def refuse(store, paths, *, jobs):
        raise BrokenFile("something is the matter with it.", where=paths[0].name)

    def crash(store, paths, *, jobs):
        raise KeyError("gone")

    driver = Driver(tmp_path, held)
    item = next(make(n) for n in range(100) if not make(n).way.startswith("article"))
    for broken, rule in ((refuse, "does not help"), (crash, "KeyError")):
        monkeypatch.setattr(pipeline, "add", broken)
        assert driver.send(item) == "BROKEN"
        assert rule in driver.broken[-1]

    def scribble(store, paths, *, jobs):
        with (tmp_path / "store.sqlite").open("ab") as file:
            file.write(b"x")
        raise BrokenFile("something is the matter.", where=paths[0].name, remedy="Try again.")

    monkeypatch.setattr(pipeline, "add", scribble)
    assert driver.send(item) == "BROKEN"
    assert "store has changed" in driver.broken[-1]
