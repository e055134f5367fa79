from __future__ import annotations

import copy
import hashlib
import re
import shutil

import numpy as np
import pytest
import skops.io
from sklearn.tree import DecisionTreeClassifier

from analyzer import assets
from analyzer.errors import ModelError
from analyzer.history import features, model


@pytest.fixture
def folder(tmp_path):
    for name in (f"{model.NAME}.skops", f"{model.NAME}.toml", "words.tsv", "meanings.npy"):
        shutil.copy(assets.models() / name, tmp_path)
    return tmp_path


def test_the_shipped_model_loads_and_its_card_names_its_features(folder):
    loaded = model.load(folder)
    assert loaded.card["features"]["matter"] == list(features.names())
    chosen = {
        "listed",
        "listed_before",
        "relisted",
        "changed",
        "dropped",
        "tie",
        "own",
        "before",
        "after",
        "last",
        "shift",
    }
    assert set(loaded.thresholds) == chosen


def test_a_model_of_other_features_is_refused(folder):
    card = folder / f"{model.NAME}.toml"
    card.write_text(card.read_text(encoding="utf-8").replace('"cover"', '"colour"'), encoding="utf-8")
    with pytest.raises(ModelError, match="other features"):
        model.load(folder)


def test_an_altered_model_file_is_refused(folder):
    path = folder / f"{model.NAME}.skops"
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(ModelError, match="not the one"):
        model.load(folder)


def test_types_that_are_not_trusted_are_refused(folder, tmp_path):
    path = tmp_path / "strange.skops"
    skops.io.dump({"matter": _Strange(), "latest": None, "relisting": None, "substance": None}, path)
    with pytest.raises(ModelError, match="not trusted"):
        model._trusted(path.read_bytes(), path)


class _Strange(DecisionTreeClassifier):
    """A type that no model of ours holds."""


@pytest.mark.parametrize("name", [f"{model.NAME}.skops", f"{model.NAME}.toml", "words.tsv", "meanings.npy"])
def test_a_missing_file_is_named_with_a_remedy(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError, match="Install the package again"):
        model.load(folder)


def test_every_feature_has_a_sentence_for_readers():
    for name in features.names():
        assert features.reason(name).endswith(".")


def test_equal_models_are_saved_as_equal_bytes(tmp_path):
    held = model.shipped()
    for name, one in (("a", held), ("b", copy.deepcopy(held))):
        (tmp_path / name).mkdir()
        model.save(one, tmp_path / name)
    written = [(tmp_path / name / "history.skops").read_bytes() for name in ("a", "b")]
    assert written[0] == written[1]
    shutil.copy(assets.models() / "history.toml", tmp_path / "a")
    card = (tmp_path / "a" / "history.toml").read_text()
    sha = hashlib.sha256(written[0]).hexdigest()
    (tmp_path / "a" / "history.toml").write_text(re.sub(r'(?m)^sha256 = ".*"', f'sha256 = "{sha}"', card))
    rows = np.linspace(-1, 2, 3 * len(features.names())).reshape(1, 3, -1)
    assert np.array_equal(model.load(tmp_path / "a").listed(rows), held.listed(rows))


def test_trees_asked_directly_say_what_the_library_says():
    held = model.shipped()
    rows = np.random.default_rng(7).normal(size=(50, len(features.names()))).astype(np.float32)
    assert np.allclose(model._by_trees(held.latest, rows), held.latest.predict_proba(rows)[:, 1], atol=1e-6)
