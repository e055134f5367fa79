"""Work spread over processes of this machine, or over a Dask cluster; the results are the same either way."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from analyzer.errors import AnalyzerError, MissingExtra
from analyzer.pipeline import forks

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Progress = Callable[[str, int, int], None]  # step, done, total
_PATIENCE = 30.0  # seconds to wait for the scheduler


class Later(Protocol[T_co]):
    """A call whose result is asked for later."""

    def result(self) -> T_co:
        """What the function gives."""


class _Due(Generic[T]):
    """A call that is made when its result is asked for."""

    def __init__(self, function: Callable[[], T]) -> None:
        self.result = function


class Workers:
    """Runs a function over many arguments, in processes here or on a cluster, and gives the results in order.

    `told` says that somebody chose their number, so that it holds however small the work is.
    """

    def __init__(self, count: int, *, cluster: bool, told: bool = True) -> None:
        self.count, self.cluster, self.told = count, cluster, told
        self.forking = count > 1 and not cluster and forks.possible()
        self._warming: Iterator[object] = iter(())

    def unless(self, small: bool) -> Workers:
        """These workers; this process alone where the work is too small to be worth their start (seconds each)."""
        return Workers(1, cluster=False) if small and not self.told else self

    def beside(self, function: Callable[..., T], *arguments: object) -> Later[T]:
        """A call begun in a fork of this process; without forks, one made when its result is asked for."""
        return forks.Call(function, *arguments) if self.forking else _Due(partial(function, *arguments))

    def warm(self, function: Callable[[], object]) -> None:
        """Get ready for what comes while others are at work: here if forks are to do it, else each process alone."""
        if self.forking:
            function()
        elif self.count > 1 and not self.cluster:
            self._warming = self._spread(function, itertools.repeat((), self.count))

    def rest(self) -> None:
        """Leave the getting ready where no work came."""
        self._warming = iter(())

    def run(self, function: Callable[..., T], what: Sequence[Any], *more: Iterable[Any]) -> Iterator[T]:
        """The function's results as `map` gives them, in order; of `more`, few are held ready at a time.

        Several processes begin at once, one does each when its result is asked for.
        """
        rest = zip(*more, strict=False) if more else itertools.repeat((), len(what))
        if self.forking and len(what) > 1 and forks.possible():
            return forks.run(function, what, rest, count=min(self.count, len(what)))
        calls = ((one, *others) for one, others in zip(what, rest, strict=False))
        if self.count == 1 or len(what) < 2:
            return itertools.starmap(function, calls)
        for _ in self._warming:
            pass
        return self._spread(function, calls)

    def _spread(self, function: Callable[..., T], calls: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        from joblib import Parallel, delayed

        parallel = Parallel(
            n_jobs=self.count, return_as="generator", pre_dispatch=2 * self.count, batch_size=1, max_nbytes=None
        )
        found: Iterator[T] = parallel(delayed(function)(*call) for call in calls)
        return found


@contextlib.contextmanager
def few_collections() -> Iterator[None]:
    """Inside, Python looks for unused cycles seldom: millions of records that stay would be walked again and again."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, before[1], before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextlib.contextmanager
def workers(jobs: int, scheduler: str | None) -> Iterator[Workers]:
    """Workers: `jobs` processes (0: one for each core, or this one where the work is small), or those of the Dask
    scheduler at an address.

    Raises MissingExtra where Dask is not installed, and AnalyzerError where the scheduler cannot be reached or has no
    workers.
    """
    if scheduler is None:
        with warnings.catch_warnings():
            # joblib renews a process that has grown, and leaves tasks that nobody asks about any more, and warns of
            # both as if they were faults.
            warnings.filterwarnings("ignore", message="A worker stopped", category=UserWarning)
            warnings.filterwarnings("ignore", message=r"\d+ tasks (?:have|which)", category=UserWarning)
            hands = Workers(jobs or os.cpu_count() or 1, cluster=False, told=jobs > 0)
            try:
                yield hands
            except BrokenProcessPool as error:
                raise AnalyzerError(
                    "a process at work on this was ended from outside, perhaps for lack of memory; nothing was added.",
                    remedy="Try again; with --jobs 1 less memory is needed.",
                ) from error
            finally:
                hands.rest()
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtra("--scheduler needs Dask.", remedy="Install it: pip install 'analyzer[dask]'") from error
    from joblib import parallel_config

    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise AnalyzerError(
            "the Dask scheduler cannot be reached.",
            where=scheduler,
            remedy="Check the address, such as tcp://127.0.0.1:8786, and that the scheduler runs.",
        ) from error
    with client:
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not threads:
            raise AnalyzerError("the Dask scheduler has no workers.", where=scheduler, remedy="Start one: dask worker")
        with parallel_config(backend="dask", client=client, wait_for_workers_timeout=_PATIENCE):
            yield Workers(max(2, min(threads, jobs) if jobs else threads), cluster=True)
