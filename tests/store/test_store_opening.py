import sqlite3

import pytest

from analyzer.errors import StoreDamaged, StoreMissing, StoreTooNew
from analyzer.store import Store, snippet
from analyzer.vocab.word_forms import pattern_of


def test_a_store_that_is_not_there_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreMissing, match=r"none\.sqlite.*analyzer add"):
        Store.open(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir, this is a letter and no database at all.")
    with pytest.raises(StoreDamaged, match=r"letter\.txt"):
        Store.open(path, create=True)
    assert path.read_text().startswith("Dear Sir")


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name)")
    with pytest.raises(StoreDamaged, match="no store of analyzer"):
        Store.open(path, create=True)


def test_a_store_of_a_later_version_is_refused(tmp_path):
    path = tmp_path / "later.sqlite"
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value='99' WHERE key='version'")
    with pytest.raises(StoreTooNew, match="newer analyzer"):
        Store.open(path)


def test_a_truncated_store_gives_a_clear_error(own_store, tmp_path):
    path = tmp_path / "cut.sqlite"
    original = (tmp_path / "own.sqlite").read_bytes()
    path.write_bytes(original[: len(original) // 3])
    with pytest.raises(StoreDamaged), Store.open(path) as store:
        store.integrity()
        store.findings("ite", year=2025)


def test_work_that_fails_halfway_leaves_nothing(own_store):
    before = own_store.reports()
    with pytest.raises(RuntimeError), own_store.writing() as writer:
        writer.remove("ite", 2025)
        raise RuntimeError("halfway")
    assert own_store.reports() == before
    assert own_store.integrity() == []


def test_a_reader_sees_the_old_state_until_the_writer_is_done(own_store):
    with own_store.writing() as writer:
        writer.remove("ite", 2025)
        assert [r["year"] for r in own_store.reports()] == [1996, 2022, 2024, 2025]
    assert [r["year"] for r in own_store.reports()] == [1996, 2022, 2024]
    assert own_store.integrity() == []


def test_the_sample_store_is_sound(sample_store):
    assert sample_store.integrity() == []
    assert {r["id"] for r in sample_store.reports()} == {"ite-1996", "ite-2022", "ite-2024", "ite-2025"}


def test_the_file_itself_is_kept(sample_store, sample_paths):
    kept = {name: sha for sha, name in sample_store.sources().items()}
    assert sample_store.source_bytes(kept["ite-2025.pdf"]) == sample_paths[-1].read_bytes()


@pytest.mark.parametrize("query", ['"', "offset AND", "a* OR (", "NEAR(", "-", "'; DROP TABLE passage; --", "\0", "%"])
def test_no_query_breaks_the_search(sample_store, query):
    assert isinstance(sample_store.search(query), list)


def test_a_snippet_stands_around_the_word():
    text = "alpha " * 60 + "offsets are demanded here " + "omega " * 60
    piece = snippet(text, [pattern_of(["offset"])], width=80)
    assert "offsets are demanded" in piece
    assert piece.startswith("…") and piece.endswith("…") and len(piece) <= 82


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("x" * 100, "x" * 20 + "…"),
        ("x" * 100 + ":offset:" + "y" * 100, "…" + "x" * 5 + ":offset:" + "y" * 7 + "…"),
        ("a word, and here:offset:" + "y" * 100, "…here:offset:yyyyyyyy…"),
        ("offset" + "y" * 100, "offset" + "y" * 14 + "…"),
    ],
)
def test_a_snippet_of_text_without_blanks_is_short_and_holds_the_word(text, piece):
    assert snippet(text, [pattern_of(["offset"])], width=20) == piece
