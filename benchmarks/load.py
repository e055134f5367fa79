"""Requests a second, and the time within which 99 of 100 are answered, of each kind of page.

    python benchmarks/load.py                 over the sample editions
    python benchmarks/load.py --store FILE    over another store
    python benchmarks/load.py --seconds 10 --visitors 16

The server runs in a process of its own and is asked over loopback alone, by wrk where it is there and by threads of
this program where not (which slows the server: figures of the two cannot be compared). Nothing may fail: a page that
answers with anything but 200 ends the run with status 1. At the end a server with a limit of requests is asked faster
than it allows: it must let through no more than that and refuse the rest.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from serving import BURST, serving

MOST_SECONDS = 10
UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


@dataclass(frozen=True)
class Load:
    """What a page withstood: requests answered, those of them that failed, seconds in all, p99 in seconds."""

    requests: int
    failed: int
    seconds: float
    p99: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


def by_wrk(address: str, seconds: int, visitors: int) -> Load:
    """Ask with wrk."""
    command = ["wrk", "-t1", f"-c{visitors}", f"-d{seconds}s", "--timeout", "30s", "--latency", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 60).stdout
    count, took = re.search(r"(\d+) requests in ([\d.]+)s", said).groups()
    figure, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said).groups()
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    failed = (int(refused[1]) if refused else 0) + (sum(map(int, broken.groups())) if broken else 0)
    return Load(int(count), failed, float(took), float(figure) * UNITS[unit])


def by_threads(address: str, seconds: int, visitors: int) -> Load:
    """Ask with threads of this program."""
    parts = urlsplit(address)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    taken: list[float] = []
    failed: list[int | str] = []
    started = time.perf_counter()

    def visit() -> None:
        visitor = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
        while (before := time.perf_counter()) < started + seconds:
            try:
                visitor.request("GET", path)
                answer = visitor.getresponse()
                answer.read()
                taken.append(time.perf_counter() - before)
                if answer.status != 200:
                    failed.append(answer.status)
            except (OSError, http.client.HTTPException) as error:
                failed.append(type(error).__name__)
                visitor.close()
        visitor.close()

    threads = [threading.Thread(target=visit) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken.sort()
    slow = taken[min(len(taken) - 1, int(0.99 * len(taken)))] if taken else float("inf")
    return Load(len(taken), len(failed), time.perf_counter() - started, slow)


def pages(address: str) -> dict[str, str]:
    """Kinds of pages, each with the path of one: of the latest edition's largest chapter."""
    latest = _json(f"{address}/api/v1/reports")[-1]
    series, year = latest["series"], latest["year"]
    found = _json(f"{address}/api/v1/findings?series={series}&year={year}&limit=1000")
    economy = Counter(row["economy"] for row in found).most_common(1)[0][0]
    row = next(r for r in found if r["economy"] == economy and r["status"] != "dropped")
    paths = {
        "edition": f"/edition/{series}/{year}",
        "economy": f"/economy/{series}/{year}/{economy}",
        "listing": f"/listing/{series}/{economy}/{row['listing_id']}",
        "passage": f"/passage/{row['passage_id']}",
        "image of a page": f"/passage/{row['passage_id']}/page.png",
        "search": "/search?q=offset",
        "agreements": f"/agreements/{series}",
        "offsets": f"/offsets/{series}",
        "API: findings": f"/api/v1/findings?series={series}&year={year}&economy={economy}",
        "API: search": "/api/v1/search?query=offset",
    }
    if row["pdf_page"] is None:
        del paths["image of a page"]
    return paths


def measure(store: Path, seconds: int, visitors: int, ask: Callable[[str, int, int], Load]) -> dict[str, Load]:
    """Every kind of page over a store, asked by so many visitors at once."""
    with serving(store) as address:
        return {kind: ask(address + path, seconds, visitors) for kind, path in pages(address).items()}


def limited(
    store: Path, seconds: int, visitors: int, ask: Callable[[str, int, int], Load], *, rate: int, burst: int = BURST
) -> Load:
    """A light page of a server that allows so many requests a second."""
    with serving(store, rate=rate, burst=burst) as address:
        with urlopen(f"{address}/help", timeout=60):  # what it works out at its start may keep it busy until then
            pass
        return ask(f"{address}/help", seconds, visitors)


def sample(folder: Path) -> Path:
    """A store of the sample editions."""
    from analyzer import assets
    from analyzer.pipeline import add
    from analyzer.store import Store

    path = folder / "sample.sqlite"
    with Store.open(path, create=True) as store:
        add(store, sorted((assets.corpora() / "sample").glob("*.pdf")), jobs=1)
    return path


def _json(address: str) -> list[dict]:
    with urlopen(address, timeout=60) as answer:
        return json.load(answer)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--seconds", type=int, default=5, choices=range(1, MOST_SECONDS + 1), metavar="1-10")
    parser.add_argument("--visitors", type=int, default=8)
    chosen = parser.parse_args()
    ask = by_wrk if shutil.which("wrk") else by_threads
    with tempfile.TemporaryDirectory() as folder:
        store = chosen.store or sample(Path(folder))
        found = measure(store, chosen.seconds, chosen.visitors, ask)
        held = limited(store, chosen.seconds, chosen.visitors, ask, rate=20)
    print(f"{chosen.visitors} visitors at once, {chosen.seconds} s a page, asked by {ask.__name__.removeprefix('by_')}")
    print(f"{'page':18}{'requests/s':>12}{'p99, ms':>10}{'failed':>8}")
    for kind, load in found.items():
        print(f"{kind:18}{load.rate:12.0f}{1000 * load.p99:10.0f}{load.failed:8}")
    passed = held.requests - held.failed
    print(
        f"limit of 20 a second and {BURST} at once: {passed} let through in {held.seconds:.0f} s, {held.failed} refused"
    )
    return int(any(load.failed for load in found.values()) or passed > BURST + 20 * (held.seconds + 1))


if __name__ == "__main__":
    sys.exit(main())
