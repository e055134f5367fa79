from __future__ import annotations

import pickle

from history_made import CHEESE, CLOUD, passage

from analyzer.pipeline.packed import Packed


def test_what_is_packed_is_the_same_each_time_it_is_unpacked():
    records = [passage(2020, CHEESE), passage(2021, CLOUD)]
    packed = Packed(records)
    assert (len(packed), list(packed), list(packed)) == (2, records, records)
    assert records[1] in packed
    assert passage(2022, CLOUD) not in packed
    assert list(pickle.loads(pickle.dumps(packed))) == records  # as it goes to another process


def test_pieces_that_are_unpacked_one_by_one_keep_their_order(monkeypatch):
    monkeypatch.setattr("analyzer.pipeline.packed._PIECE", 3)
    assert [list(Packed(range(size))) for size in (0, 3, 7)] == [list(range(size)) for size in (0, 3, 7)]
    assert len(Packed(iter("abcd"))) == 4
