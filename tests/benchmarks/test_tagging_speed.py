from __future__ import annotations

import importlib.util
from pathlib import Path

FILE = Path(__file__).parents[2] / "benchmarks" / "tagging.py"


def test_the_benchmark_measures_every_edition_and_rate(sample_paths):
    spec = importlib.util.spec_from_file_location("benchmark_tagging", FILE)
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    figures = benchmark.measure(sample_paths, jobs=1, sample=500)
    assert figures["editions"] == 4
    assert figures["words"] > 1000 and figures["mentions"] > 100 and figures["seconds"] > 0
    rates = [value for name, value in figures.items() if name.endswith("words/s")]
    assert len(rates) == 4 and min(rates) > 0
