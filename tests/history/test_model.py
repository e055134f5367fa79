from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest
import skops.io
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.tree import DecisionTreeClassifier

from analyzer import assets
from analyzer.errors import ModelError
from analyzer.history import archive, background, features, model, training
from analyzer.history.classifiers import Line, Trees


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


def test_types_that_are_not_trusted_are_refused():
    content = skops.io.dumps({"matter": _Strange(), "latest": None, "relisting": None, "substance": None})
    with pytest.raises(ModelError, match=r"not trusted: .*_Strange"):
        model.of(content, {}, background.shipped())


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b'"steps"', b'"stops"'),
        lambda content: content.replace(b'"TreeNode"', b'"EvilNode"'),
        lambda content: b"",
    ],
)
def test_a_damaged_file_is_called_so(spoilt):
    content = (assets.models() / f"{model.NAME}.skops").read_bytes()
    with pytest.raises(ModelError, match="damaged"):
        model.of(spoilt(content), {}, background.shipped())


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


def _classifiers():
    """Small ones that have learnt, by name, with the rows that they learnt from."""
    rows = np.random.default_rng(5).normal(size=(90, 3)).astype(np.float32).round(4)
    truth = rows[:, 0] * rows[:, 1] + rows[:, 2] > 0
    made = {name: training.estimator().fit(rows.astype(np.float64), truth) for name in model.PARTS}
    return {**made, "latest": ExtraTreesClassifier(7, random_state=1).fit(rows, truth)}, rows


def test_equal_classifiers_are_written_as_equal_bytes():
    first, second = archive.written(_classifiers()[0]), archive.written(_classifiers()[0])
    assert hashlib.sha256(first).hexdigest() == hashlib.sha256(second).hexdigest()


def test_what_is_written_is_read_again_and_says_what_the_library_says():
    made, rows = _classifiers()
    held = model.of(archive.written(made), {}, background.shipped())
    assert np.allclose(held.listed(rows), made["matter"].predict_proba(rows.astype(np.float64))[:, 1], atol=1e-6)
    for count in (1, 2, 90):  # to the bit, however many rows are asked about at once
        said = sum(tree.tree_.predict(rows[:count])[:, 1] for tree in made["latest"].estimators_)
        assert np.array_equal(held.latest.chances(rows[:count]), (said / 7).astype(np.float32))


def test_no_rows_get_no_chances():
    held = model.shipped()
    assert held.listed(np.zeros((0, 4, len(features.names())), np.float32)).shape == (0, 4)
    assert held.latest_odds(np.zeros((0, len(features.names())), np.float32)).shape == (0,)


@pytest.mark.parametrize(
    ("right", "feature", "said"),
    [([0, -1, -1], 0, "does not end"), ([3, -1, -1], 0, "does not end"), ([2, -1, -1], 1, "other features")],
)
def test_a_tree_that_leads_nowhere_is_refused(right, feature, said):
    nodes = np.zeros(3, [("left_child", "i8"), ("right_child", "i8"), ("feature", "i8"), ("threshold", "f8")])
    nodes["left_child"], nodes["right_child"], nodes["feature"] = [1, -1, -1], right, feature
    forest = {"n_features_in_": 1, "estimators_": [{"tree_": {"nodes": nodes, "values": np.full((3, 1, 2), 0.5)}}]}
    with pytest.raises(ValueError, match=said):
        Trees.of(forest)


def test_a_line_weighs_standardised_features():
    line = Line(np.array([1.0, 0.0]), np.array([2.0, 1.0]), np.array([3.0, 1.0]), -1.0)
    assert line.scaled(np.array([[3.0, 2.0]], np.float32)).tolist() == [[1.0, 2.0]]
    assert line.chances(np.array([[3.0, 2.0]], np.float32)).tolist() == pytest.approx([1 / (1 + np.exp(-4.0))])


def test_a_model_is_read_without_the_library_that_made_it():
    code = (
        "import sys\nfrom analyzer import assets\nfrom analyzer.history import archive\n"
        f"archive.read((assets.models() / '{model.NAME}.skops').read_bytes())\n"
        "assert not {'sklearn', 'skops', 'scipy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_classifiers_of_other_features_than_their_card_says_are_refused(folder):
    content = archive.written(_classifiers()[0])
    (folder / f"{model.NAME}.skops").write_bytes(content)
    card = folder / f"{model.NAME}.toml"
    told = re.sub(r'(?m)^sha256 = ".*"', f'sha256 = "{hashlib.sha256(content).hexdigest()}"', card.read_text())
    card.write_text(told)
    with pytest.raises(ModelError, match="other features of 'matter'"):
        model.load(folder)
