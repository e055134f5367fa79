"""Words of like meaning: made, kept, read, and used."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import numpy as np
import pytest

from analyzer.claims import ground, kinship, looking, statements
from analyzer.claims.kinship import Encoder
from analyzer.errors import AnalyzerError, ModelError

# One direction a meaning, with a little of a fourth that all share.
_MEANINGS = {
    "beef": (1, 0, 0), "cattle": (0.9, 0.1, 0), "lawyer": (0, 1, 0), "attorney": (0, 0.95, 0.05), "drone": (0, 0, 1),
    "aircraft": (0.1, 0, 0.9),
}  # fmt: skip


def _encode(words):
    return np.array([(*_MEANINGS.get(w, (0, 0, 0)), 1.0) for w in words], np.float32)


@pytest.fixture
def encoder():
    return Encoder("made-up", ("drone", "[PAD]", "##ing"), _encode)


@pytest.fixture
def table(encoder):
    texts = ["Beef and cattle and attorney.", "Beef, cattle; a lawyer, the attorney", "lawyer aircraft aircraft"]
    return kinship.distil(kinship.seen(texts, encoder.words), encoder)


def test_words_seen_twice_or_known_to_the_encoder_are_kept(encoder, table):
    assert set(table.words) == {"aircraft", "and", "attorney", "beef", "cattle", "drone", "lawyer"}
    assert list(table.words) == sorted(table.words)


def test_kin_are_told_both_ways_with_how_near_they_come(table):
    assert table.near("beef")["beef"] == 1.0
    assert table.near("beef")["cattle"] == table.near("cattle")["beef"] > 0.9
    assert "drone" not in table.near("beef") and "aircraft" in table.near("drone")
    assert table.near("tariff") == {"tariff": 1.0}


def test_a_table_is_read_as_it_was_written(table, tmp_path):
    kinship.write(table, tmp_path, encoder="made-up")
    held = kinship.read(tmp_path)
    assert held.words == table.words
    assert np.array_equal(held.vectors, table.vectors)
    card = tomllib.loads((tmp_path / kinship.CARD).read_text())
    assert (card["encoder"], card["words"]) == ("made-up", len(table.words))


def test_the_same_words_give_the_same_bytes(encoder, tmp_path):
    kept = []
    for order in (1, -1):
        seen = kinship.seen(["cattle beef", "beef cattle"][::order], encoder.words)
        kinship.write(kinship.distil(seen, encoder), tmp_path, encoder="made-up")
        kept.append((tmp_path / kinship.VECTORS).read_bytes())
    assert kept[0] == kept[1]


@pytest.mark.parametrize("name", [kinship.VECTORS, kinship.WORDS, kinship.CARD])
@pytest.mark.parametrize("content", [None, b"", b"\x00\xff garbage"])
def test_a_damaged_table_is_refused(table, tmp_path, name, content):
    kinship.write(table, tmp_path, encoder="made-up")
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match="kin of words"):
        kinship.read(tmp_path)


@pytest.mark.parametrize("rows", [np.zeros((2, 3), np.int8), np.zeros((6, 3), np.float32), np.zeros(6, np.int8)])
def test_vectors_that_do_not_fit_their_words_are_refused(table, tmp_path, rows):
    kinship.write(table, tmp_path, encoder="made-up")
    np.save(tmp_path / kinship.VECTORS, rows)
    card = (tmp_path / kinship.CARD).read_text()
    old = tomllib.loads(card)["sha256"]
    (tmp_path / kinship.CARD).write_text(card.replace(old, kinship._sha256(tmp_path)))
    with pytest.raises(ModelError, match="do not fit their list"):
        kinship.read(tmp_path)


def test_objects_are_never_loaded(table, tmp_path):
    kinship.write(table, tmp_path, encoder="made-up")
    np.save(tmp_path / kinship.VECTORS, np.array([{"a": 1}]), allow_pickle=True)
    with pytest.raises(ModelError):
        kinship.read(tmp_path)


def test_the_shipped_table_knows_the_words_of_the_press():
    assert kinship.near("lawyers")["attorneys"] > 0.7
    assert kinship.near("lorries")["trucks"] > 0.4
    assert max(kinship.near("beef"), key=kinship.near("beef").get) == "beef"


def test_without_the_encoders_library_the_way_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(AnalyzerError, match="sentence-transformers"):
        kinship.encoder("anything")


def test_what_is_said_in_other_words_is_found(sample_store):
    held = ground(sample_store)
    chapter = held.chapter("KOR")
    (named,) = statements("Korea's defense offset program is new in the 2025 report.")
    (other,) = statements("Korea's military compensation scheme is new in the 2025 report.")
    (none,) = statements("Korea's rabbit fur quota is new in the 2025 report.")
    shares = [looking.told(chapter, said.matter, [2025])[2025].share for said in (named, other, none)]
    assert shares[0] > shares[1] > shares[2]
    assert looking.told(chapter, named.matter, [1066]) == {1066: looking.Told()}


def test_of_a_long_text_the_rarest_words_are_looked_at(sample_store, monkeypatch):
    asked = []
    monkeypatch.setattr(kinship, "near", lambda word: asked.append(word) or {word: 1.0})
    words = " ".join(sorted(kinship.shipped().words)[:: 31005 // 200])
    (said, *_) = statements(f"Korea's {words} are new in the 2025 report."[:1400])
    held = ground(sample_store)
    looking.told(held.chapter("KOR"), said.matter, [2025])
    assert len(said.matter.words) > len(asked) == 16


def test_claims_are_judged_without_the_libraries_that_learning_needs():
    code = (
        "import sys\nfrom analyzer.claims import checking, kinship\nfrom analyzer.history import background\n"
        "kinship.shipped(), background.shipped()\n"
        "assert not {'sklearn', 'scipy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
