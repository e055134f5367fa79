"""The scorer of claims, and the goal on the real editions."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from analyzer import assets
from analyzer.claims import scoring
from analyzer.errors import AnalyzerError
from analyzer.store import Store

GOLD = assets.corpora() / "gold" / "claims.jsonl"


def _row(**changes):
    row = {"id": "1", "half": "looked at", "economy": "KOR", "year": 2025, "matter": "offsets", "verdict": "relisted"}
    return json.dumps(row | {"claim": "The 2025 report lists Korea's defense offsets for the first time."} | changes)


def test_the_shipped_claims_can_be_read_and_hold_every_verdict():
    gold = scoring.read(GOLD)
    assert len({g.id for g in gold}) == len(gold) >= 80
    for half in ("looked at", "kept apart"):
        assert {g.verdict for g in gold if g.half == half} == set(scoring.VERDICTS)


@pytest.mark.parametrize("line", ["{", "[]", _row(verdict="true"), '{"id": "1"}'])
def test_a_line_that_is_no_claim_is_named(tmp_path, line):
    path = tmp_path / "claims.jsonl"
    path.write_text(_row() + "\n" + line)
    with pytest.raises(AnalyzerError, match="line 2"):
        scoring.read(path)


def test_right_and_wrong_are_counted_by_verdict(sample_store, tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text(
        "\n".join([_row(), _row(id="2", verdict="new"), _row(id="3", claim="It rained in Seoul. It was warm.")])
    )
    outcomes = scoring.score(scoring.read(path), sample_store)
    assert [o.verdict for o in outcomes] == ["relisted", "relisted", "no claim"]
    rows = {r["verdict"]: r for r in scoring.table(outcomes)}
    assert (rows["all"]["right"], rows["all"]["claims"], rows["all"]["accuracy"]) == (1, 3, 0.333)
    assert rows["new"]["judged instead"] == "1 relisted"


@pytest.mark.real
@pytest.mark.slow
def test_claims_about_the_real_editions_are_rightly_judged():
    address = os.environ.get("ANALYZER_REAL_STORE", "")
    if not address or not Path(address).is_file():
        pytest.skip("needs a store of the real editions, named by ANALYZER_REAL_STORE")
    with Store.open(address) as held:
        outcomes = scoring.score(scoring.read(GOLD), held)
    right = Counter(o.gold.half for o in outcomes if o.right)
    whole = Counter(o.gold.half for o in outcomes)
    assert right["looked at"] >= 0.84 * whole["looked at"]
    assert right["kept apart"] >= 0.72 * whole["kept apart"]
