"""Work done in forks of this process: what it has imported and read is there at once, and need not be sent."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_AHEAD = 1  # calls per process that wait for one that is free


def possible() -> bool:
    """Whether this process can be forked: on Linux, and where no other thread may hold a lock that nobody releases."""
    return sys.platform == "linux" and threading.active_count() == 1 and not multiprocessing.current_process().daemon


class Call(Generic[T]):
    """A call that a fork is at work on."""

    def __init__(self, function: Callable[..., T], *arguments: object) -> None:
        self._pool = _pool(1, function, arguments[:1])
        self._found = _submitted(self._pool, [(0, arguments[1:])])[0]

    def result(self) -> T:
        """What the function gives. Raises what it raises, and BrokenProcessPool where the fork is killed."""
        try:
            found: T = self._found.result()
            return found
        finally:
            self._pool.shutdown(cancel_futures=True)


def run(function: Callable[..., T], what: Sequence[Any], more: Iterable[tuple[Any, ...]], *, count: int) -> Iterator[T]:
    """`function(what[k], *more[k])` for each k in order, by `count` forks that begin at once.

    `what` is in the forks as it is here; `more` is sent. Raises BrokenProcessPool where a fork is killed.
    """
    pool, calls, most = _pool(count, function, what), enumerate(more), _AHEAD * count
    return _in_order(pool, deque(_submitted(pool, islice(calls, most))), calls, most)


def _pool(count: int, function: Callable[..., object], what: Sequence[Any]) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(count, context, initializer=_begin, initargs=(function, what, os.getpid()))


def _submitted(pool: ProcessPoolExecutor, calls: Iterable[tuple[int, tuple[Any, ...]]]) -> list[Future[Any]]:
    """The first calls, with which the processes begin."""
    gc.freeze()  # no fork looks for cycles in what was here before it
    try:
        with warnings.catch_warnings():  # of threads that are not Python's: those of a library for linear algebra
            warnings.simplefilter("ignore", DeprecationWarning)
            return [pool.submit(_do, k, rest) for k, rest in calls]
    finally:
        gc.unfreeze()


def _in_order(
    pool: ProcessPoolExecutor, waiting: deque[Future[T]], calls: Iterator[tuple[int, tuple[Any, ...]]], most: int
) -> Iterator[T]:
    try:
        while waiting:
            while not waiting[0].done():  # nobody is idle for one that takes long
                at_work = [call for call in waiting if not call.done()]
                begun = [pool.submit(_do, k, rest) for k, rest in islice(calls, max(0, most - len(at_work)))]
                waiting.extend(begun)
                wait([*at_work, *begun], return_when=FIRST_COMPLETED)
            found = waiting.popleft().result()
            waiting.extend(pool.submit(_do, k, rest) for k, rest in islice(calls, max(0, most - len(waiting))))
            yield found
    finally:
        pool.shutdown(cancel_futures=True)


_function: Callable[..., Any]
_what: Sequence[Any]


def _begin(function: Callable[..., Any], what: Sequence[Any], parent: int) -> None:
    """What a fork does first."""
    global _function, _what
    _function, _what = function, what
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)


def _do(k: int, rest: tuple[Any, ...]) -> Any:  # noqa: ANN401  whatever the function gives
    return _function(_what[k], *rest)
