"""Threads are told by what is asked for: the rare word before the common one, offsets by their mentions."""

from __future__ import annotations

import json

import pytest

from analyzer import queries
from analyzer.errors import NothingHeld
from analyzer.pipeline import add

# Sentences of our own: a matter with two words, one of them common in the chapter, and offsets in two senses.
_ROWS = [
    (2019, "The import license for sorghum takes ninety days. Import fees are paid at the port."),
    (2020, "The import license for sorghum takes sixty days. Import fees are paid at the port."),
    (2020, "Import fees for toys are high. Import fees for shoes are high. Import papers are many."),
    (2021, "Import fees are paid at the port, and import papers are many."),
    (2021, "Military purchases require offsets of half the price. Offsets may be bought from others."),
    (2022, "Military purchases require offsets of half the price. Offsets may be bought from others."),
    (2022, "Subsidies offset the fall of import prices."),
]


@pytest.fixture
def store(own_store, tmp_path):
    rows = [{"year": y, "country": "Ghana", "section": "IMPORT POLICIES", "text": text} for y, text in _ROWS]
    (tmp_path / "nte.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert not add(own_store, [tmp_path / "nte.jsonl"], series="nte", jobs=1).failed
    return own_store


def _said(threads):
    return [(a.year, a.sentence) for t in threads for a in t.appearances if a.holds_words]


def test_the_rare_word_tells_the_matter(store):
    (first, *_) = queries.history(store, "GHA", "sorghum import", series="nte")
    assert _said([first]) == [
        (2019, "The import license for sorghum takes ninety days."),
        (2020, "The import license for sorghum takes sixty days."),
    ]
    assert (first.years_said, first.years_partly, first.years_without) == ((2019, 2020), (), (2021, 2022))


@pytest.mark.parametrize("query", ["offset", "military offsets", "defence offset requirements"])
def test_offsets_are_told_by_their_mentions(store, query):
    said = _said(queries.history(store, "GHA", query, series="nte"))
    assert {year for year, _ in said} == {2021, 2022}
    assert all("offsets" in sentence.lower() for _, sentence in said)
    assert not any("Subsidies" in sentence for _, sentence in said)


def test_the_sentence_on_the_purchases_asked_for_is_shown(store):
    threads = queries.history(store, "GHA", "military offset", series="nte")
    assert [(a.year, a.share) for t in threads for a in t.best_by_year] == [(2021, 1.0), (2022, 1.0)]
    said = _said(threads)
    assert {sentence for _, sentence in said} == {"Military purchases require offsets of half the price."}


def test_no_offsets_is_said_where_only_the_verb_stands(own_store, tmp_path):
    row = {"year": 2022, "country": "Ghana", "section": "IMPORT POLICIES", "text": _ROWS[-1][1]}
    (tmp_path / "nte.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert not add(own_store, [tmp_path / "nte.jsonl"], series="nte", jobs=1).failed
    with pytest.raises(NothingHeld, match="nothing on 'offsets' is said of Ghana"):
        queries.history(own_store, "GHA", "offsets", series="nte")
    assert queries.history(own_store, "GHA", "offset the fall", series="nte")


@pytest.mark.parametrize("query", ["license", "licence", "sorghum licence", "Import LICENCE"])
def test_british_spelling_finds_what_is_written_in_american(store, query):
    found = queries.search(store, query, economy="GHA", series="nte")
    assert {hit.passage.year for hit in found} == {2019, 2020}
    assert all("license" in hit.snippet for hit in found)


def test_words_are_counted_by_economy_and_series(store):
    held = store.holding(["sorghum", "fees", "unheard"], economy="GHA", series="nte")
    assert {word: sorted(found.values()) for word, found in held.items()} == {
        "sorghum": [2019, 2020], "fees": [2019, 2020, 2020, 2021], "unheard": [],
    }  # fmt: skip
    assert store.holding(["sorghum"], economy="KOR", series="nte") == {"sorghum": {}}
    assert store.holding(["sorghum"], economy="GHA", series="ite") == {"sorghum": {}}


def test_what_another_passage_says_is_not_denied(store):
    threads = queries.history(store, "GHA", "import papers", series="nte")
    assert threads
    assert all(t.years_said == (2020, 2021) for t in threads)


def test_what_is_said_in_part_is_not_denied(store):
    threads = queries.history(store, "GHA", "sorghum import license fees port", series="nte")
    (first, *_) = threads
    assert (first.years_said, first.years_partly, first.years_without) == ((2019, 2020), (2021,), (2022,))
