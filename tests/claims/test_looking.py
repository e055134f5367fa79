"""Passages weighed by a claim's words."""

from __future__ import annotations

import pytest

from analyzer.claims import ground, looking, statements
from analyzer.claims.words import like, stem


@pytest.mark.parametrize(
    "text",
    [
        "Korea's defense offset rules are new in the 2025 report.",
        "Korea's limits on the export of map data are new in the 2025 report.",
    ],
)
def test_passages_that_are_not_read_could_not_be_among_the_best(sample_store, text):
    held = ground(sample_store)
    (said,) = statements(text)
    chapter = held.chapter("KOR")
    weights = held.weights(said.matter, chapter)
    every = looking.by_year(looking.speaking(chapter, weights, chapter.years, 0.0))
    best = looking.by_year(looking.look(chapter, weights, chapter.years))
    assert best.keys() == every.keys()
    for year, found in best.items():
        ranked = sorted(every[year], key=lambda f: (-f.score, -f.wide, f.passage.ordinal))
        assert [f.passage.id for f in found] == [f.passage.id for f in ranked[: looking.TRIED]]


def test_words_of_like_meaning_are_known_both_ways():
    assert stem("phones") in like(stem("telecom"))
    assert stem("telecom") in like(stem("phones"))
    assert like(stem("xylophone")) == ()


def test_a_word_of_like_meaning_counts_in_part(sample_store):
    held = ground(sample_store)
    (said,) = statements("Korea's offsets in armament buying are new in the 2025 report.")
    chapter = held.chapter("KOR")
    found = looking.look(chapter, held.weights(said.matter, chapter), chapter.years)
    assert all(f.wide >= f.score for f in found) and found
