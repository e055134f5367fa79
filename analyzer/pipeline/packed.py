"""Records as bytes."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_PIECE = 1000  # records unpacked at a time


class Packed(Collection[T]):
    """Records as bytes, unpacked whenever they are gone through, a few at a time.

    Bytes are shared by processes that are forks of one another, and quick to send to others. Of the records themselves
    each fork would come to have its own copy: whoever looks at a Python object writes to it, for it counts who does.
    """

    def __init__(self, records: Iterable[T]) -> None:
        self._size, self._pieces, rest = 0, [], iter(records)
        while piece := tuple(islice(rest, _PIECE)):
            self._size += len(piece)
            self._pieces.append(pickle.dumps(piece, pickle.HIGHEST_PROTOCOL))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        for piece in self._pieces:
            yield from pickle.loads(piece)  # noqa: S301  our own bytes

    def __contains__(self, record: object) -> bool:
        return any(record == one for one in self)
