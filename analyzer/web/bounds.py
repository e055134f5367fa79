"""How much a visitor may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits on requests: sizes in bytes, times in seconds, rates for each visitor's address."""

    body: int = 1_000_000  # of an ordinary request
    upload: int = 64 * 2**20  # of a request that uploads a report
    patience: float = 30.0  # for the next piece of a body
    requests: float = 0.0  # a second, on average; 0 is no limit
    burst: int = 400  # requests at once above that average
    costly: float = 2.0  # requests a second that write, judge or compose
    costly_burst: int = 60
    guesses: float = 0.1  # wrong tokens a second
    guesses_burst: int = 10
    waiting: int = 4  # uploads that wait while one is read


ALONE = Bounds()  # where only this machine can reach the server
OPEN = Bounds(requests=50.0)  # where others can
