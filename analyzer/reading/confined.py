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
from enum import Enum, EnumType
from pathlib import Path
from typing import Any

from analyzer.errors import AnalyzerError, BrokenFile, LimitExceeded
from analyzer.reading.limits import Limits
from analyzer.records import Paged, SourceFile, Table
from analyzer.records import source as records

_PROGRAM = "from analyzer.reading.confined import serve; serve()"
_ALLOWED = frozenset({"analyzer.records.source", "analyzer.errors"})


def confined(path: Path, source: SourceFile, *, limits: Limits) -> Paged | Table:
    """What `read_here` gives, computed in a child process.

    Raises its errors, LimitExceeded, or BrokenFile where the child ends without an answer.
    """
    answer = ask("read", (path.absolute(), source), name=source.name, limits=limits)
    if not isinstance(answer, Paged | Table):
        raise _no_answer(source.name)
    return answer


def ask(task: str, request: tuple[object, ...], *, name: str, limits: Limits) -> object:
    """The child's answer to a task ("read" or "render") on the file of that name.

    Raises the task's errors, LimitExceeded, or BrokenFile where the child ends without an answer.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    try:
        child = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM],
            input=pickle.dumps((task, request, name, limits), protocol=5),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LimitExceeded(
            f"reading took longer than {limits.seconds:.0f} seconds.",
            where=name,
            remedy="The file may be damaged on purpose; raise the limit if you trust it.",
        ) from error
    answer = _Answer(io.BytesIO(child.stdout)).load() if child.stdout else None
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
    """Unpickles records and errors, and nothing else."""

    def find_class(self, module: str, name: str) -> object:
        found = super().find_class(module, name) if module in _ALLOWED and "." not in name else None
        if found is None or getattr(found, "__module__", None) != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return found

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
    task, request, name, limits = pickle.load(sys.stdin.buffer)  # noqa: S301  written by our own parent
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
