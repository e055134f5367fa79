"""The words of a question with all ways to write them."""

from __future__ import annotations

import pytest

from analyzer.queries.asked_words import asked_words


def _ways(store, query):
    return {word.typed: word.ways for word in asked_words(store, query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("the localisation of data", {"localisation": ("localisation", "localization"), "data": ("data",)}),
        ("e-commerce", {"e-commerce": ("e commerce", "ecommerce", "electronic commerce")}),
        ("e commerce", {"e-commerce": ("e commerce", "ecommerce", "electronic commerce")}),
        ("antidumping", {"antidumping": ("antidumping", "anti dumping")}),
        ("anti-dumping", {"anti-dumping": ("anti dumping", "antidumping")}),
        ('"core technology" list', {"core-technology": ("core technology", "coretechnology"), "list": ("list",)}),
        ("IT services", {"IT": ("it",), "services": ("services",)}),
        ("it and the", {}),
        ("labour labour", {"labour": ("labour", "labor")}),
    ],
)
def test_spellings(sample_store, query, expected):
    assert _ways(sample_store, query) == expected


def test_terms_that_mean_the_same_stand_for_one_another(sample_store):
    assert "geographical indication" in _ways(sample_store, "GIs wine")["GIs"]
    assert all("GI" in ways for ways in _ways(sample_store, "geographical indications").values())
    assert "genetically modified" in _ways(sample_store, "biotech maize")["biotech"]
    assert _ways(sample_store, "biotech maize")["maize"] == ("maize",)
    assert all("SPS" in ways for ways in _ways(sample_store, "sanitary and phytosanitary").values())
