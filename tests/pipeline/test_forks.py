"""Forks of this process: the same results in the same order, and none left behind."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from analyzer.errors import AnalyzerError
from analyzer.pipeline import forks
from analyzer.pipeline.workers import workers

PROGRAM = """
import os, sys, time
from analyzer.pipeline import forks
from analyzer.pipeline.workers import workers

assert forks.possible()
"""


def _program(lines):
    """Run lines in a Python of its own: this one may have threads (pytest's own workers do), and so no forks."""
    if sys.platform != "linux":
        pytest.skip("forks are used on Linux only")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM + textwrap.dedent(lines)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_results_come_in_order_and_what_cannot_be_sent_is_there():
    found = _program("""
        what = [lambda n, k=k: (k, n, os.getpid()) for k in range(20)]  # functions like these cannot be pickled
        with workers(2, None) as hands:
            found = list(hands.run(lambda f, n: f(n), what, range(100, 120)))
        assert [(k, n) for k, n, _ in found] == [(k, 100 + k) for k in range(20)]
        print(len({pid for *_, pid in found} - {os.getpid()}))
    """)
    assert found in (["1"], ["2"])


def test_nobody_is_idle_for_one_that_takes_long(tmp_path):
    _program(f"""
        from pathlib import Path
        last = Path({str(tmp_path / "last")!r})

        def work(k):
            if k == 39:
                last.touch()
            while k == 0 and not last.exists():  # the first is done when all others are
                time.sleep(0.01)
            return k

        with workers(2, None) as hands:
            assert list(hands.run(work, range(40))) == list(range(40))
    """)


def test_a_call_beside_is_at_work_while_this_process_goes_on():
    _program("""
        with workers(2, None) as hands:
            begun = hands.beside(lambda _: (os.getpid(), time.monotonic()), None)
            time.sleep(0.5)
            asked = time.monotonic()
            who, when = begun.result()
            assert who != os.getpid() and when < asked
        assert forks.possible()  # its threads are gone
    """)


def test_errors_of_the_function_are_raised_here():
    _program("""
        with workers(2, None) as hands:
            found = hands.run(lambda n: 1 // n, [1, 0, 1])
            assert next(found) == 1
            try:
                next(found)
            except ZeroDivisionError:
                pass
            else:
                raise AssertionError
        assert forks.possible()
    """)


def test_results_that_nobody_asks_for_any_more_leave_no_process():
    _program("""
        with workers(2, None) as hands:
            found = hands.run(lambda n: os.getpid(), range(50))
            pid = next(found)
            found.close()
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            pass
        else:
            raise AssertionError("the fork still runs")
    """)


def test_a_fork_that_is_killed_is_told():
    _program("""
        import signal
        from analyzer.errors import AnalyzerError
        try:
            with workers(2, None) as hands:
                list(hands.run(lambda n: os.kill(os.getpid(), signal.SIGKILL), range(4)))
        except AnalyzerError as error:
            assert "ended from outside" in str(error) and "--jobs 1" in str(error)
        else:
            raise AssertionError
    """)


def test_forks_end_with_their_parent():
    program = PROGRAM + textwrap.dedent("""
        found = forks.run(lambda n: (os.write(1, b"%d\\n" % os.getpid()), time.sleep(n)), [60, 60], [(), ()], count=2)
        next(found)
    """)
    if sys.platform != "linux":
        pytest.skip("forks are used on Linux only")
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        pids = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    deadline = time.monotonic() + 30
    while any(map(_lives, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    try:
        assert not any(map(_lives, pids))
    finally:
        for pid in filter(_lives, pids):
            os.kill(pid, signal.SIGKILL)


def _lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_process_with_threads_is_not_forked():
    wait = threading.Event()
    thread = threading.Thread(target=wait.wait)
    thread.start()
    try:
        assert not forks.possible()
        with workers(2, None) as hands:
            assert list(hands.run(abs, (-1, -2, -3))) == [1, 2, 3]
            begun = hands.beside(abs, -4)
            assert begun.result() == 4
    finally:
        wait.set()
        thread.join()


def test_a_worker_that_is_killed_without_forks_is_told(monkeypatch):
    monkeypatch.setattr(forks, "possible", lambda: False)
    with pytest.raises(AnalyzerError, match="ended from outside"), workers(2, None) as hands:
        list(hands.run(_die, (1, 2, 3)))


def _die(_):
    os.kill(os.getpid(), signal.SIGKILL)
