"""Reading in a process of its own, under limits of time and memory: what a hostile file can reach is one reader."""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from analyzer.errors import AnalyzerError, BrokenFile, LimitExceeded
from analyzer.reading.limits import Limits
from analyzer.records import Paged, SourceFile, Table


def confined(path: Path, source: SourceFile, *, limits: Limits) -> Paged | Table:
    """What `read_here` gives, computed in a child process.

    Raises its errors, LimitExceeded, or BrokenFile where the child crashes.
    """
    context = multiprocessing.get_context("spawn" if sys.platform == "darwin" else "forkserver")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(sender, path, source, limits), daemon=True)
    child.start()
    sender.close()
    try:
        return _await(receiver, source, limits)
    finally:
        receiver.close()
        if child.is_alive():
            child.kill()
        child.join()


def _await(receiver: Connection, source: SourceFile, limits: Limits) -> Paged | Table:
    if not receiver.poll(limits.seconds):
        raise LimitExceeded(
            f"reading took longer than {limits.seconds:.0f} seconds.",
            where=source.name,
            remedy="The file may be damaged on purpose; raise the limit if you trust it.",
        )
    try:
        answer: Paged | Table | AnalyzerError = receiver.recv()
    except (EOFError, OSError) as error:
        raise BrokenFile(
            "the reader ended without an answer: the file is damaged, or asks for more memory than the limit.",
            where=source.name,
            remedy="Fetch the file again; raise the memory limit if you trust it.",
        ) from error
    if isinstance(answer, AnalyzerError):
        raise answer
    return answer


def _child(sender: Connection, path: Path, source: SourceFile, limits: Limits) -> None:
    from analyzer.reading.opening import read_here

    _restrain(limits)
    try:
        answer: Paged | Table | AnalyzerError = read_here(path, source, limits=limits)
    except AnalyzerError as error:
        answer = error
    except MemoryError:
        answer = LimitExceeded("reading needs more memory than the limit.", where=source.name, remedy="Split the file.")
    except Exception as error:
        answer = BrokenFile(
            f"the file cannot be read ({type(error).__name__}).", where=source.name, remedy="Fetch it again."
        )
    sender.send(answer)
    sender.close()


def _restrain(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # macOS refuses a bound on the address space
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (int(limits.seconds) + 1, int(limits.seconds) + 5))
