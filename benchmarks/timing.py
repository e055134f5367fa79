"""Seconds and memory of work, in this process and in others."""

from __future__ import annotations

import contextlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ANALYZER = (sys.executable, "-m", "analyzer")


@dataclass(frozen=True)
class Spent:
    """Seconds from start to end, and the most memory that a program and its children held together, in MiB."""

    seconds: float
    memory: float


def median(work: Callable[[], object], repeat: int) -> float:
    """The median of the seconds that the work takes."""
    return statistics.median(_seconds(work) for _ in range(repeat))


def percentile(work: Callable[[], object], repeat: int, share: float = 0.95) -> float:
    """The seconds within which that share of the runs ends; the first run warms up and is not counted."""
    work()
    taken = sorted(_seconds(work) for _ in range(repeat))
    return taken[min(repeat - 1, int(share * repeat))]


def command(*arguments: str | Path) -> Callable[[], object]:
    """A whole command, from starting Python to its end, its output thrown away."""
    return lambda: subprocess.run([*ANALYZER, *map(str, arguments)], stdout=subprocess.DEVNULL, check=True)


def spent(arguments: Sequence[str | Path]) -> Spent:
    """What a command takes, its memory looked at twenty times a second (shared pages counted once)."""
    started = time.perf_counter()
    child = subprocess.Popen([*ANALYZER, *map(str, arguments)], stdout=subprocess.DEVNULL)
    most = 0
    while child.poll() is None:
        most = max(most, sum(map(_proportional, _family(child.pid))))
        time.sleep(0.05)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return Spent(time.perf_counter() - started, most / 1024)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def _proportional(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
