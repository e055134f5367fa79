"""Reports that visitors upload: read one after the other, each in a process of its own, with their progress."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict, deque
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from analyzer.errors import AnalyzerError

_KEPT = 50  # jobs remembered
_PROGRAM = "from analyzer.web.reader import serve; serve()"


class Busy(AnalyzerError):
    """Too many uploads wait already."""


@dataclass
class Job:
    """One uploaded file on its way into the store."""

    id: str
    file: str
    size: int
    state: str = "waiting"  # waiting | running | done | failed | stopped
    step: str = ""  # reading | tagging | history | saving
    done: int = 0
    total: int = 0
    editions: list[dict[str, Any]] = field(default_factory=list)  # what became of each, as `pipeline.Added` says it
    error: str | None = None
    remedy: str | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "stopped")

    def as_row(self) -> dict[str, Any]:
        """The job as plain values."""
        return {**asdict(self), "over": self.over}


class Jobs:
    """The queue of uploads of one server."""

    def __init__(self, address: str, *, waiting: int) -> None:
        self._address, self._most = address, waiting
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: deque[tuple[Job, dict[str, Any]]] = deque()
        self._lock, self._wake = threading.Lock(), threading.Condition()
        self._worker: threading.Thread | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._files: tempfile.TemporaryDirectory[str] | None = None  # from the first upload to the end

    def get(self, key: str) -> Job | None:
        """The job of that id, if it is remembered."""
        return self._jobs.get(key)

    def all(self) -> list[Job]:
        """The jobs remembered, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def place(self, name: str) -> Path:
        """A new path of that file name, which only this server knows."""
        with self._lock:
            if self._files is None:
                self._files = tempfile.TemporaryDirectory(prefix="analyzer-uploads-", ignore_cleanup_errors=True)
            folder = Path(self._files.name) / secrets.token_hex(8)
            folder.mkdir()
        return folder / name

    def add(self, path: Path, *, series: str | None, year: int | None, replace: bool) -> Job:
        """Put a file (at a path that `place` gave) into the queue. Raises Busy."""
        job = Job(secrets.token_hex(8), path.name, path.stat().st_size)
        task = {"path": str(path), "series": series, "year": year, "replace": replace}
        with self._lock:
            if self._closed or len(self._queue) >= self._most:
                raise Busy("other reports wait to be read already.", remedy="Try again when they are done.")
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
            self._queue.append((job, task))
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="uploads", daemon=True)
                self._worker.start()
        with self._wake:
            self._wake.notify()
        return job

    def stop(self, job: Job) -> None:
        """End a job that waits or runs; the store stays as it was."""
        with self._lock:
            if job.over:
                return
            running = job.state == "running"
            job.state = "stopped"
            if running:
                self._end_child()

    def close(self) -> None:
        """End everything and throw the files away."""
        with self._lock:
            self._closed = True
            for job, _ in self._queue:
                job.state = "stopped"
            self._queue.clear()
            self._end_child()
            files, self._files = self._files, None
        with self._wake:
            self._wake.notify()
        if files is not None:
            files.cleanup()

    def _work(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._queue or self._closed)
            with self._lock:
                if self._closed:
                    return
                job, task = self._queue.popleft()
            try:
                if job.state == "waiting":
                    self._run(job, task)
            except Exception as error:  # the queue must go on
                job.state, job.error = "failed", f"the report could not be read ({type(error).__name__})."
            finally:
                shutil.rmtree(Path(task["path"]).parent, ignore_errors=True)

    def _run(self, job: Job, task: dict[str, Any]) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        with self._lock:
            self._child = child
            if job.state == "waiting":
                job.state = "running"
            else:
                self._end_child()
        assert child.stdin is not None and child.stdout is not None
        with suppress(BrokenPipeError):
            child.stdin.write(json.dumps({**task, "store": self._address}).encode())
            child.stdin.close()
        for line in child.stdout:
            with suppress(ValueError):
                _tell(job, json.loads(line))
        child.wait()
        with self._lock:
            self._child = None
            if job.state == "running":
                job.state, job.error = "failed", "reading ended without an answer; the store is as it was."

    def _end_child(self) -> None:
        if self._child is not None and self._child.poll() is None:
            with suppress(OSError):
                os.killpg(self._child.pid, signal.SIGKILL)


def _tell(job: Job, said: dict[str, Any]) -> None:
    if job.over:
        return
    if "step" in said:
        job.step, job.done, job.total = said["step"], said["done"], said["total"]
    elif "editions" in said:
        job.editions = said["editions"]
        job.error, job.remedy = said["error"], said["remedy"]
        job.state = "failed" if job.error else "done"
