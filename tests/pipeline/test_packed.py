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
