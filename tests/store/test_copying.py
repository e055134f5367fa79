import sqlite3

import pytest
from typer.testing import CliRunner

from analyzer.cli.verbs import app
from analyzer.errors import StoreDamaged, StoreError, StoreMissing, StoreUnwritable
from analyzer.exports import finding_row
from analyzer.store import Store, schema, steps
from analyzer.store.copying import backup, restore


def _all(store):
    return [finding_row(f) for f in store.findings("ite")]


def _remove(store, year):
    with store.writing() as writer:
        writer.remove("ite", year)


def test_a_backup_brings_back_what_was_lost(filled_address, tmp_path):
    with Store.open(filled_address) as store:
        before = _all(store), store.sources(), store.search("cloud")
        backup(store, tmp_path / "kept.sqlite")
        _remove(store, 2025)
        assert _all(store) != before[0]
        restore(store, tmp_path / "kept.sqlite", replace=True)
        assert (_all(store), store.sources(), store.search("cloud")) == before
        assert store.integrity() == []
    assert [p.name for p in tmp_path.iterdir() if "kept" in p.name] == ["kept.sqlite"]


def test_a_backup_fills_a_new_store_of_either_kind(sample_store, empty_address, tmp_path):
    backup(sample_store, tmp_path / "kept.sqlite")
    with Store.open(empty_address, create=True) as store:
        restore(store, tmp_path / "kept.sqlite")
        assert _all(store) == _all(sample_store)
        assert [p.id for p, _, _ in store.search("offset", economies=["KOR"], year=2025)] == [
            p.id for p, _, _ in sample_store.search("offset", economies=["KOR"], year=2025)
        ]
        assert store.integrity() == []


def test_a_backup_is_one_moment_of_a_store_in_use(filled_address, tmp_path):
    with Store.open(filled_address) as store, store.writing() as writer:
        writer.remove("ite", 2025)
        backup(store, tmp_path / "kept.sqlite")
    with Store.open(tmp_path / "kept.sqlite") as kept:
        assert [year for _, year in kept.editions()] == [1996, 2022, 2024, 2025]


def test_a_backup_is_one_file_that_restoring_leaves_as_it_is(filled_address, tmp_path):
    kept = tmp_path / "kept.sqlite"
    with Store.open(filled_address) as store:
        backup(store, kept)
        written = kept.read_bytes()
        assert written[18:20] == b"\x01\x01"  # no journal beside it is needed to read it (2: write-ahead log)
        restore(store, kept, replace=True)
        assert store.integrity() == []
    assert kept.read_bytes() == written


def test_a_backup_of_an_earlier_version_is_restored_and_left_as_it_is(own_store, tmp_path, monkeypatch):
    kept = tmp_path / "kept.sqlite"
    backup(own_store, kept)
    written = kept.read_bytes()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(steps, "STEPS", {schema.VERSION: lambda c: c.exec_driver_sql("UPDATE listing SET title = 'x'")})
    with Store.open(tmp_path / "new.sqlite", create=True) as store:
        restore(store, kept)
        assert {entry.title for entry in store.listings("ite", "KOR")} == {"x"}
    assert kept.read_bytes() == written


def test_no_file_is_written_over(sample_store, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Sir")
    with pytest.raises(StoreUnwritable, match="Name a new one"):
        backup(sample_store, tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text() == "Dear Sir"


def test_a_folder_that_is_not_there_is_named(sample_store, tmp_path):
    with pytest.raises(StoreUnwritable, match="No such file"):
        backup(sample_store, tmp_path / "none" / "kept.sqlite")


def test_a_store_that_holds_reports_is_only_replaced_when_told(filled_address, tmp_path):
    with Store.open(filled_address) as store:
        before = _all(store)
        backup(store, tmp_path / "kept.sqlite")
        with pytest.raises(StoreError, match="--replace"):
            restore(store, tmp_path / "kept.sqlite")
        assert _all(store) == before


@pytest.mark.parametrize("spoil", ["no file", "text", "cut", "lost rows"])
def test_a_spoilt_backup_changes_nothing(own_store, tmp_path, spoil):
    kept = tmp_path / "kept.sqlite"
    backup(own_store, kept)
    before = _all(own_store)
    if spoil == "no file":
        kept.unlink()
    elif spoil == "text":
        kept.write_text("Dear Sir")
    elif spoil == "cut":
        kept.write_bytes(kept.read_bytes()[:20_000])
    else:
        with sqlite3.connect(kept) as connection:
            connection.execute("DELETE FROM passage_fts_docsize WHERE id = 1")
    with pytest.raises((StoreMissing, StoreDamaged)):
        restore(own_store, kept, replace=True)
    assert _all(own_store) == before and own_store.integrity() == []


def test_the_verbs_say_what_they_did(sample_file, tmp_path):
    kept, new = tmp_path / "kept.sqlite", tmp_path / "new.sqlite"
    said = CliRunner().invoke(app, ["backup", str(kept), "--store", str(sample_file)])
    assert (said.exit_code, said.output) == (0, f"4 edition(s) written to {kept}\n")
    said = CliRunner().invoke(app, ["restore", str(kept), "--store", str(new)])
    assert (said.exit_code, said.output) == (0, f"4 edition(s) restored to {new}\n")
    said = CliRunner().invoke(app, ["doctor", "--store", str(new)])
    assert "The store is sound." in said.output
