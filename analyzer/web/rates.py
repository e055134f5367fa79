"""How often one visitor may ask: a bucket that fills at a steady rate and is emptied by requests."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_MOST = 10_000  # visitors remembered


class Rate:
    """A limit for each visitor: `rate` requests a second on average, and `burst` at once. A rate of 0 is no limit."""

    def __init__(self, rate: float, burst: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, float(burst), clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # visitor -> (left, when)
        self._lock = threading.Lock()

    def allows(self, visitor: str) -> bool:
        """Whether the visitor may ask once more now; if so, that is counted."""
        if self._rate <= 0:
            return True
        with self._lock:
            left = self._left(visitor)
            allowed = left >= 1
            self._keep(visitor, left - 1 if allowed else left)
        return allowed

    def exhausted(self, visitor: str) -> bool:
        """Whether the visitor has no request left; nothing is counted."""
        with self._lock:
            return self._rate > 0 and self._left(visitor) < 1

    def _left(self, visitor: str) -> float:
        now = self._clock()
        left, when = self._buckets.get(visitor, (self._burst, now))
        return min(self._burst, left + (now - when) * self._rate)

    def _keep(self, visitor: str, left: float) -> None:
        self._buckets[visitor] = (left, self._clock())
        self._buckets.move_to_end(visitor)
        while len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
