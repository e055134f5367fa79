from __future__ import annotations

import importlib
import shutil
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="needs the web extra")
FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def load(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("load")


@pytest.mark.slow
def test_nothing_fails_under_load(load, sample_file):
    found = load.measure(sample_file, 1, 4, load.by_threads)
    assert len(found) == 10
    assert {kind: one.failed for kind, one in found.items() if one.failed} == {}
    assert all(0 < one.p99 <= one.seconds for one in found.values())


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is absent: install it (Debian: apt-get install wrk)")
def test_wrk_sees_what_is_refused(load, sample_file):
    held = load.limited(sample_file, 2, 4, load.by_wrk, rate=1, burst=2)  # so low that a busy machine exceeds it, too
    passed = held.requests - held.failed
    assert 0 < passed < held.requests


def test_a_page_that_is_not_there_counts_as_failed(load, sample_file):
    with load.serving(sample_file) as address:
        found = load.by_threads(f"{address}/passage/none", 1, 2)
    assert found.failed == found.requests > 0
