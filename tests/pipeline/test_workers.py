"""The same bytes whoever does the work: one process, several, or a cluster that loses a worker midway."""

import json
import subprocess
import sys
import threading
import time

import pytest

from analyzer.errors import AnalyzerError, MissingExtra
from analyzer.exports import finding_row, listing_row
from analyzer.pipeline import add
from analyzer.pipeline.workers import Workers, workers
from analyzer.store import Store


def _export(store):
    rows = [finding_row(f) for f in store.findings("ite")]
    for code in store.economies("ite"):
        rows += [listing_row(entry) for entry in store.listings("ite", code)]
    return json.dumps(rows, ensure_ascii=False).encode()


@pytest.fixture
def cluster():
    """The address of a real scheduler with two real workers on loopback, and the workers' processes."""
    pytest.importorskip("distributed")
    started = []

    def start(*arguments):
        started.append(
            subprocess.Popen([sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        )
        return started[-1]

    scheduler = start(
        "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"
    )
    address = ""
    for line in scheduler.stderr:
        if b"Scheduler at:" in line:
            address = line.split()[-1].decode()
            break
    threading.Thread(target=scheduler.stderr.read, daemon=True).start()
    hands = [
        start("distributed.cli.dask_worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard", *more)
        for more in (["--no-nanny"], ["--no-nanny"])
    ]
    for hand in hands:
        threading.Thread(target=hand.stderr.read, daemon=True).start()
    yield address, hands
    for process in started:
        process.kill()
        process.wait()


def _wait_for(count, address):
    from distributed import Client

    with Client(address, timeout=30) as client:
        client.wait_for_workers(count, timeout=60)


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_midway_gives_the_same_bytes(cluster, tmp_path, sample_paths, sample_store):
    address, hands = cluster
    _wait_for(2, address)
    killed = []

    def watch(step, done, total):
        if step == "history" and done >= 1 and not killed:
            hands[0].kill()
            killed.append((done, total))

    with Store.open(tmp_path / "cluster.sqlite", create=True) as store:
        assert not add(store, sample_paths, scheduler=address, progress=watch).failed
        assert _export(store) == _export(sample_store)
        assert store.integrity() == []
    assert hands[0].wait() == -9 and hands[1].poll() is None
    ((done, total),) = killed
    assert done < total


@pytest.mark.slow
def test_several_processes_give_the_same_bytes(tmp_path, sample_paths, sample_store):
    with Store.open(tmp_path / "processes.sqlite", create=True) as store:
        assert not add(store, sample_paths, jobs=2).failed
        assert _export(store) == _export(sample_store)


def test_small_work_is_done_here_unless_a_number_of_processes_is_told(tmp_path, sample_paths, monkeypatch):
    asked = []

    def run(workers, function, what, *more):
        asked.append(workers.count)
        return map(function, what, *more)

    monkeypatch.setattr(Workers, "run", run)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with Store.open(tmp_path / "small.sqlite", create=True) as store:
        assert not add(store, sample_paths[:2]).failed
        assert asked == [1, 1]  # reading, histories
        assert not add(store, sample_paths[2:], jobs=2).failed
        assert asked[2:] == [2, 2]


def test_results_come_in_the_order_of_the_arguments():
    for count in (1, 2):
        assert list(Workers(count, cluster=False).run(_slept, (0.2, 0.1, 0.0))) == [0.2, 0.1, 0.0]


def _slept(seconds):
    time.sleep(seconds)
    return seconds


def test_one_report_for_a_large_store_is_read_beside(tmp_path, sample_paths, sample_store, monkeypatch):
    monkeypatch.setattr("analyzer.pipeline.adding.SMALL", 1)
    begun = []
    monkeypatch.setattr(
        Workers, "beside", lambda _, function, *arguments: begun.append(arguments[0]) or _Begun(function, arguments)
    )
    with Store.open(tmp_path / "late.sqlite", create=True) as store:
        assert not add(store, sample_paths[:-1]).failed
        assert not add(store, sample_paths[-1:]).failed
        assert begun == sample_paths[-1:]
        assert _export(store) == _export(sample_store)


class _Begun:
    def __init__(self, function, arguments):
        self.result = lambda: function(*arguments)


def test_a_scheduler_that_is_not_there_is_named(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("analyzer.pipeline.workers._PATIENCE", 0.5)
    with pytest.raises(AnalyzerError, match=r"tcp://127\.0\.0\.1:1: the Dask scheduler cannot be reached"):  # noqa: SIM117
        with workers(0, "tcp://127.0.0.1:1"):
            pass


def test_without_dask_its_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"analyzer\[dask\]"), workers(0, "tcp://127.0.0.1:1"):
        pass
