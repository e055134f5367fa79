"""Ground that is kept for several texts."""

from __future__ import annotations

import pytest

from analyzer import assets, claims, pipeline, queries
from analyzer.claims import signs, statements
from analyzer.records import Ruling
from analyzer.store import Store

OFFSETS = "The 2025 report lists Korea's defence offset programme for the first time."


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "sample.sqlite", create=True) as held:
        pipeline.add(held, sorted((assets.corpora() / "sample").glob("*.pdf")), jobs=1)
        yield held


def test_rulings_made_meanwhile_count(store):
    ground = claims.ground(store)
    (said,) = statements(OFFSETS, among=ground.economies)
    through = signs.NAMES.index("listing")
    assert ground.signs(said)[1996].values[through] == 1.0
    (row,) = queries.findings(store, "KOR", year=2025, status=["relisted"])
    against = row.verdict.evidence.passage_id
    pipeline.rule(store, Ruling(row.passage.id, "KOR", "different", "Ann", "2025-04-01T09:00:00Z", against=against))
    assert ground.signs(said)[1996].values[through] == 0.0


def test_the_chapters_asked_for_last_are_kept(store):
    ground = claims.ground(store)
    for economy in ("Korea", "Brazil", "Korea"):
        claims.judged(f"Import licences of {economy} are listed for the first time.", ground)
    assert list(ground._chapters) == ["BRA", "KOR"]


def test_an_economy_that_is_not_named_is_told_by_rare_words(store):
    found = claims.check("Licences for remanufactured scanners are still on the 2025 list of barriers.", store)
    assert [j.economy for j in found] == ["BRA"]
    assert claims.check("Weather and wine are still on the 2025 list of barriers.", store) == ()


def test_a_claim_that_says_too_little_is_read_with_the_sentence_before(store):
    claim = "Such wares are listed in the 2025 report once more."
    (found,) = claims.check("Licences for remanufactured scanners irk Brazil's hospitals. " + claim, store)
    assert "remanufactured" in found.here[0].text
    (alone,) = claims.check(claim.replace("wares", "wares of Brazil"), store)
    assert alone.verdict == "cannot be told"


def test_words_of_trade_at_large_name_no_measure(store):
    (found,) = claims.check("Brazil's trade and market access policies remain in the 2025 report.", store)
    assert found.verdict == "cannot be told"
