"""Records as bytes."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterator
from typing import TypeVar

T = TypeVar("T")


class Packed(Collection[T]):
    """Records as bytes, unpacked whenever they are gone through.

    Bytes are shared by processes that are forks of one another, and quick to send to others. Of the records themselves
    each fork would come to have its own copy: whoever looks at a Python object writes to it, for it counts who does.
    """

    def __init__(self, records: Collection[T]) -> None:
        self._size, self._bytes = len(records), pickle.dumps(tuple(records), pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        return iter(pickle.loads(self._bytes))  # noqa: S301  our own bytes

    def __contains__(self, record: object) -> bool:
        return any(record == one for one in self)
