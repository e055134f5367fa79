"""The regression that tells whether an edition speaks of a matter."""

from __future__ import annotations

import pytest

from analyzer.claims import learning, presence, scoring
from analyzer.claims.signs import NAMES
from analyzer.errors import AnalyzerError, ModelError


def _signs(words):
    return [words, *([0.0] * (len(NAMES) - 1))]


def test_what_separates_labelled_editions_is_learnt():
    model = presence.fit([_signs(n / 10) for n in range(11)] * 20, [n > 5 for n in range(11)] * 20, [1.0] * 220)
    assert model.likely(_signs(1.0)) > 0.8 > 0.2 > model.likely(_signs(0.0))


def test_factors_are_written_and_read(tmp_path):
    model = presence.Presence(tuple(n / 4 for n in range(len(NAMES))), -1.5)
    presence.write(model, tmp_path)
    assert presence.read(tmp_path) == model


@pytest.mark.parametrize("text", ["", "[factors]\nwords = 1.0\nconstant = 0.0\n", "[factors]\nconstant = 'x'\n", "["])
def test_factors_for_other_signs_are_refused(tmp_path, text):
    (tmp_path / presence.FILE).write_text(text)
    with pytest.raises(ModelError, match="factors for claims"):
        presence.read(tmp_path)


def test_the_shipped_factors_fit():
    held, lacking = [1.0] * len(NAMES), [0.0] * len(NAMES)
    assert presence.shipped().likely(held) > 0.9 > 0.1 > presence.shipped().likely(lacking)


def test_kept_apart_claims_are_never_learnt_from(sample_store):
    claim = "The 2025 report lists Korea's defense offsets for the first time."
    gold = [scoring.Gold("1", "kept apart", claim, "KOR", 2025, "offsets", "relisted")]
    with pytest.raises(AnalyzerError, match="no claim to learn from"):
        learning.learn(gold, sample_store)
