"""Reading in a process of its own, under limits of time and memory: what a hostile file can reach is one reader.

A plain child program and no fork of this one: it works from scripts without a main guard, from notebooks and from
daemonic workers. Its answer is unpickled with nothing but the records and errors of this package allowed, so that a
reader taken over by its file cannot take over its caller.
"""

from __future__ import annotations

import contextlib
import copyreg
import gc
import io
import os
import pickle
import subprocess
import sys
import threading
from enum import Enum, EnumType
from functools import partial
from pathlib import Path
from typing import Any

from analyzer.errors import AnalyzerError, BrokenFile, LimitExceeded
from analyzer.reading.limits import Limits
from analyzer.records import Paged, SourceFile, Table
from analyzer.records import source as records

_PROGRAM = "from analyzer.reading.confined import serve; serve()"
_READY = f"from analyzer.reading.rendering import load; load(); {_PROGRAM}"
_ALLOWED = frozenset({"analyzer.records.source", "analyzer.errors"})


def confined(path: Path, source: SourceFile, *, limits: Limits) -> Paged | Table:
    """What `read_here` gives, computed in a child process.

    Raises its errors, LimitExceeded, or BrokenFile where the child ends without an answer.
    """
    answer = ask("read", (path.absolute(), source), name=source.name, limits=limits)
    if not isinstance(answer, Paged | Table):
        raise _no_answer(source.name)
    return answer


class Ready:
    """From `open` to `close` a child that has started before it is asked: drawing need not wait for its imports.

    Each still answers one request and ends: no file meets a process that another file has been in.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._open = False

    def open(self) -> None:
        """Start the first child."""
        self._open = True
        self.prepare()

    def take(self) -> subprocess.Popen[bytes]:
        """The child that is ready, or a new one where none is."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None and child.poll() is not None:
            _end(child)
            child = None
        return child or _started(_READY)

    def prepare(self) -> None:
        """Start the next child, unless there is one or none is wanted."""
        with self._lock:
            if self._open and self._child is None:
                self._child = _started(_READY)

    def close(self) -> None:
        """End the child that waits; no other is started."""
        with self._lock:
            child, self._child, self._open = self._child, None, False
        if child is not None:
            _end(child)


def _started(program: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    with child:
        child.kill()


def ask(task: str, request: tuple[object, ...], *, name: str, limits: Limits, ready: Ready | None = None) -> object:
    """The child's answer to a task ("read" or "render") on the file of that name.

    `ready` has a child for drawing. Raises the task's errors, LimitExceeded, or BrokenFile where the child ends without
    an answer.
    """
    child = _started(_PROGRAM) if ready is None else ready.take()
    try:
        said, _ = child.communicate(pickle.dumps((task, request, name, limits), protocol=5), limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise LimitExceeded(
            f"reading took longer than {limits.seconds:.0f} seconds.",
            where=name,
            remedy="The file may be damaged on purpose; raise the limit if you trust it.",
        ) from error
    finally:
        if child.poll() is None:
            _end(child)
        if ready is not None:
            ready.prepare()
    answer = _Answer(io.BytesIO(said)).load() if said else None
    if isinstance(answer, AnalyzerError):
        raise answer
    if answer is None:
        raise _no_answer(name)
    return answer


def _no_answer(name: str) -> BrokenFile:
    return BrokenFile(
        "the reader ended without an answer: the file is damaged, or asks for more memory than the limit.",
        where=name,
        remedy="Fetch the file again; raise the memory limit if you trust it.",
    )


class _Answer(pickle.Unpickler):
    """Unpickles records and errors, and nothing else.

    Classes are given to be called, not themselves: a pickle may set attributes of whatever it holds.
    """

    def find_class(self, module: str, name: str) -> object:
        found = super().find_class(module, name) if module in _ALLOWED and "." not in name else None
        if found is None or getattr(found, "__module__", None) != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return partial(found)

    def load(self) -> object:
        """The answer, or None where it is cut short or holds what it must not."""
        try:
            return super().load()
        except Exception:  # damaged pickles raise nearly anything
            return None


def written(answer: object) -> bytes:
    """The answer as a child writes it: enums by their value, since Python before 3.11.4 writes a call of getattr."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    enums = [found for found in vars(records).values() if isinstance(found, EnumType)]
    pickler.dispatch_table = copyreg.dispatch_table | dict.fromkeys(enums, _by_value)
    pickler.dump(answer)
    return out.getvalue()


def _by_value(member: Enum) -> tuple[type[Enum], tuple[object]]:
    return type(member), (member.value,)


def serve() -> None:
    """Answer the one request on standard input: the child's whole life."""
    try:
        task, request, name, limits = pickle.load(sys.stdin.buffer)  # noqa: S301  written by our own parent
    except EOFError:  # nobody needs this child any more
        return
    _restrain(limits)
    gc.disable()  # a life of seconds, and half a million objects that stay
    answer = _answer(task, request, name, limits)
    sys.stdout.buffer.write(written(answer))
    sys.stdout.buffer.flush()


def _answer(task: str, request: tuple[Any, ...], name: str, limits: Limits) -> object:
    try:
        if task == "render":
            from analyzer.reading.rendering import render_here

            return render_here(*request, name=name)
        from analyzer.reading.opening import read_here

        return read_here(*request, limits=limits)
    except AnalyzerError as error:
        return error
    except MemoryError:
        return LimitExceeded("reading needs more memory than the limit.", where=name, remedy="Split the file.")
    except Exception as error:
        return BrokenFile(f"the file cannot be read ({type(error).__name__}).", where=name, remedy="Fetch it again.")


def _restrain(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # macOS refuses a bound on the address space
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (int(limits.seconds) + 1, int(limits.seconds) + 5))
