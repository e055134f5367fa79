import pickle
from dataclasses import FrozenInstanceError

import pytest

from analyzer.records import Account, Label, Mention, Segment


@pytest.mark.parametrize(
    "record",
    [Segment(0, 5, 2, 3, 4, (0.0, 1.0, 2.0, 3.0)), Account("page", 3, 2), Mention(0, 3, Label.OFFSET, "offset")],
)
def test_a_record_travels_and_stays_frozen(record):
    back = pickle.loads(pickle.dumps(record))
    assert back == record and type(back) is type(record)
    with pytest.raises(FrozenInstanceError):
        setattr(back, type(back).__slots__[0], 1)
