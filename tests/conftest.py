"""A store with the sample editions, made once and copied for tests that write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analyzer import assets
from analyzer.pipeline import add
from analyzer.store import Store


@pytest.fixture(scope="session")
def sample_paths() -> list[Path]:
    return sorted((assets.corpora() / "sample").glob("*.pdf"))


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory, sample_paths) -> Path:
    path = tmp_path_factory.mktemp("store") / "sample.sqlite"
    with Store.open(path, create=True) as store:
        summary = add(store, sample_paths, jobs=1)
    assert not summary.failed
    return path


@pytest.fixture(scope="session")
def sample_store(sample_file):
    with Store.open(sample_file) as store:
        yield store


@pytest.fixture
def own_store(sample_file, tmp_path):
    """A copy of the sample store that the test may change."""
    path = tmp_path / "own.sqlite"
    shutil.copy(sample_file, path)
    with Store.open(path) as store:
        yield store
