"""Adding is killed at any moment, and nothing is lost.

ANALYZER_KILLS sets how often, for each database (3 unless told).
"""

import json
import os
import random
import subprocess
import sys
import time

import pytest

from analyzer.exports import finding_row, listing_row
from analyzer.pipeline import add
from analyzer.store import Store

KILLS = int(os.environ.get("ANALYZER_KILLS", "3"))
PROGRAM = """
import sys
from pathlib import Path
import analyzer.history.tracing, analyzer.mentions.tagging, joblib, spacy
from analyzer import pipeline
from analyzer.store import Store
print("ready", flush=True)
tell = lambda step, done, total: print(step, done, flush=True)
with Store.open(sys.argv[1], create=True) as store:
    pipeline.add(store, [Path(p) for p in sys.argv[2:]], jobs=1, progress=tell)
print("done", flush=True)
"""


def _export(store):
    rows = [finding_row(f) for f in store.findings("ite")]
    for code in store.economies("ite"):
        rows += [listing_row(entry) for entry in store.listings("ite", code)]
    return json.dumps([rows, store.reports(), sorted(store.sources().items())], ensure_ascii=False).encode()


def _adding(address, paths):
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, address, *map(str, paths)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "ready\n"
    return child


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost(empty_address, sample_paths, sample_store):
    steps = _adding(empty_address, sample_paths[:2]).communicate()[0].splitlines()
    assert steps[-1] == "done"
    draw, cut_short, whole = random.Random(6), 0, _export(sample_store)
    for _ in range(KILLS):
        with Store.open(empty_address) as store:
            held = len(store.editions())
        child = _adding(empty_address, sample_paths[2:])
        for _ in range(draw.randrange(len(steps))):
            child.stdout.readline()
        time.sleep(draw.uniform(0, 0.1))
        child.kill()
        cut_short += "done\n" not in child.communicate()[0]
        with Store.open(empty_address) as store:
            assert store.integrity() == []
            assert len(store.editions()) in (held, 4)
            add(store, sample_paths, jobs=1)
            assert _export(store) == whole
            with store.writing() as writer:
                for year in (2024, 2025):
                    writer.remove("ite", year)
            assert store.integrity() == []
    assert cut_short > 0
