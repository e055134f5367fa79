"""A full disk, a read-only folder, a server that is not there: a clear error, and the old state kept."""

import contextlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from analyzer.errors import MissingExtra, StoreError, StoreMissing, StoreUnwritable, UnknownChoice
from analyzer.exports import finding_row
from analyzer.pipeline import add
from analyzer.store import Store

NOBODY = 65534


def _all(store):
    return [finding_row(f) for f in store.findings("ite")]


@contextlib.contextmanager
def _without_roots_rights():
    """Root may write anywhere; for a while we are nobody."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder(sample_file):
    """A folder with the sample store that can be read and not written."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(sample_file, folder / "store.sqlite")
    (folder / "store.sqlite").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_store_in_a_read_only_folder_answers_and_takes_nothing(locked_folder, sample_store, sample_paths):
    with _without_roots_rights(), Store.open(locked_folder / "store.sqlite") as store:
        assert _all(store) == _all(sample_store)
        assert store.search("cloud") and store.integrity() == []
        with pytest.raises(StoreUnwritable, match="Check rights"), store.writing() as writer:
            writer.remove("ite", 2025)
    assert [p.name for p in locked_folder.iterdir()] == ["store.sqlite"]


def test_a_new_store_in_a_read_only_folder_is_refused(locked_folder):
    with _without_roots_rights():
        for name in ("new.sqlite", "deeper/new.sqlite"):
            with pytest.raises(StoreUnwritable):
                Store.open(locked_folder / name, create=True)


def test_a_full_disk_keeps_the_old_state(own_store, sample_paths, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(sample_paths[-1].read_bytes() + b"\n% another copy\n")
    before, path = _all(own_store), tmp_path / "own.sqlite"
    own_store.close()
    run = subprocess.run(
        [sys.executable, "-m", "analyzer", "add", other, "--replace", "--jobs", "1", "--store", path],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024)),
    )
    assert run.returncode == 1
    assert run.stderr.startswith(f"analyzer: {path}: the store cannot be written") and "free space" in run.stderr
    assert "Traceback" not in run.stderr
    with Store.open(path) as store:
        assert _all(store) == before and store.integrity() == []
        add(store, [other], jobs=1, replace=True)  # once there is room again
        assert _all(store) == before


def test_a_url_of_another_database_lists_the_kinds():
    with pytest.raises(UnknownChoice, match="postgresql, sqlite"):
        Store.open("mysql://someone@localhost/reports")


def test_a_url_of_a_file_is_a_file(sample_file):
    with Store.open(f"sqlite:///{sample_file}") as store:
        assert len(store.editions()) == 4


def test_no_message_shows_a_password():
    with pytest.raises(StoreMissing, match="cannot be reached") as caught:
        Store.open("postgresql://someone:secret@127.0.0.1:1/reports")
    assert "secret" not in str(caught.value) and "someone:***@127.0.0.1" in str(caught.value)
    with pytest.raises(StoreError) as caught:
        Store.open("postgresql://someone:secret@host:nonsense/reports")
    assert "secret" not in str(caught.value)


def test_without_the_driver_its_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"analyzer\[postgres\]"):
        Store.open("postgres://someone@127.0.0.1:1/reports")


@pytest.mark.postgres
def test_a_user_without_rights_changes_nothing(server, filled_database):
    url = server.database(filled_database.rsplit("/", 1)[1])
    name = url.rsplit("/", 1)[1]
    server.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with Store.open(url) as store:
        with pytest.raises(StoreUnwritable, match="rights"), store.writing() as writer:
            writer.remove("ite", 2025)
        assert len(store.editions()) == 4


@pytest.mark.postgres
def test_a_server_that_goes_away_is_said_so_and_nothing_is_half_written(server, filled_database):
    url = server.database(filled_database.rsplit("/", 1)[1])
    name = url.rsplit("/", 1)[1]
    with Store.open(url) as store:
        with pytest.raises(StoreMissing, match="cannot be reached"), store.writing() as writer:
            writer.remove("ite", 2025)
            server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            writer.remove("ite", 2024)
        assert len(store.editions()) == 4 and store.integrity() == []
