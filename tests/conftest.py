"""A store with the sample editions, made once in a run and copied for tests that write."""

from __future__ import annotations

import csv
import fcntl
import os
import pickle
import shutil
from pathlib import Path

import pytest

from analyzer import assets
from analyzer.pipeline import add
from analyzer.store import Store, judgements


@pytest.fixture(scope="session")
def sample_paths() -> list[Path]:
    return sorted((assets.corpora() / "sample").glob("*.pdf"))


def _once(tmp_path_factory, name, make) -> Path:
    """A file that `make` writes, given its path; of the processes of a run (-n) the first that asks makes it."""
    base = tmp_path_factory.getbasetemp()
    made = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with made.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = made.with_name(f"{name}.making")
            make(making)
            making.rename(made)
    return made


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory, sample_paths) -> Path:
    """A store of the sample editions: each process has a copy."""

    def make(path):
        with Store.open(path, create=True) as store:
            assert not add(store, sample_paths, jobs=1).failed

    path = tmp_path_factory.mktemp("store") / "sample.sqlite"
    shutil.copy(_once(tmp_path_factory, "sample.sqlite", make), path)
    return path


@pytest.fixture(scope="session")
def real_table_editions(tmp_path_factory):
    """The editions of 1995–2022 out of the real table."""
    from analyzer.outline import lay_out
    from analyzer.reading import read

    table = Path(__file__).resolve().parents[2] / "shared" / "data" / "nteText.rda"
    if not table.is_file():
        pytest.skip("nteText.rda is not in ../shared/data")
    made = _once(tmp_path_factory, "table.pickle", lambda path: path.write_bytes(pickle.dumps(lay_out(read(table)))))
    return pickle.loads(made.read_bytes())


@pytest.fixture(scope="session")
def sample_store(sample_file):
    with Store.open(sample_file) as store:
        yield store


@pytest.fixture
def verdicts_read(monkeypatch):
    """The passages whose verdicts are read from a store, one entry for each verdict."""
    read, convert = [], judgements.to_verdict

    def noted(row):
        read.append(row["passage_id"])
        return convert(row)

    monkeypatch.setattr(judgements, "to_verdict", noted)
    return read


@pytest.fixture
def own_store(sample_file, tmp_path):
    """A copy of the sample store that the test may change."""
    path = tmp_path / "own.sqlite"
    shutil.copy(sample_file, path)
    with Store.open(path) as store:
        yield store


@pytest.fixture
def reports(tmp_path):
    """Makes a store of editions from (year, economy, text of a procurement section)."""
    held = []

    def make(*rows):
        table = tmp_path / "nte.csv"
        with table.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows(
                [("year", "country", "section", "text")] + [(y, c, "Government Procurement", t) for y, c, t in rows]
            )
        store = Store.open(tmp_path / "nte.sqlite", create=True)
        held.append(store)
        assert not add(store, [table], jobs=1).failed
        return store

    yield make
    for store in held:
        store.close()
