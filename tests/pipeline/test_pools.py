"""The passages of one economy's history, fetched alone, are those found among all."""

from __future__ import annotations

from analyzer.pipeline.pools import by_economy, spoken_of


def test_an_economys_passages_are_the_same_fetched_alone(sample_store):
    every = by_economy(sample_store.passages("ite", placed=False))
    assert "GCC" in every
    for code, passages in every.items():
        assert spoken_of(sample_store, "ite", code) == passages
    assert spoken_of(sample_store, "ite", "NZL") == []
