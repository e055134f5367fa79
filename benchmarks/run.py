"""Every figure of speed and memory in one table.

    python benchmarks/run.py [--pdf REPORT.pdf --table EDITIONS] [--repeat 3] [--only reading,asking] [--json]

The report is an edition with several hundred pages, the table one with all earlier editions; without them, the sample
editions are measured, and nothing is said of the goals. Ratios are of one run. A second look at a figure that
surprises is worth more than the figure: other work on the machine shows in it.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import made_up
from timing import ANALYZER, command, median, percentile, spent

from analyzer import assets, queries
from analyzer.errors import NothingHeld
from analyzer.outline import lay_out
from analyzer.reading.limits import DEFAULT
from analyzer.reading.opening import describe, read_here
from analyzer.store import Store

MATTERS = (
    "bribery corruption", "biotechnology", "counterfeit goods", "customs valuation", "dairy", "data localization",
    "defense offset", "digital services tax", "export subsidies", "express delivery", "film quota", "foreign ownership",
    "franchise law", "government procurement", "halal", "import licensing", "insurance", "labeling", "local content",
    "patent protection", "pharmaceutical pricing", "poultry", "rice", "sanitary measures", "software piracy",
    "state trading", "tariff rate quota", "telecommunications interconnection", "used cars", "wheat",
)  # fmt: skip
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    work: str
    value: float
    unit: str
    goal: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Setting:
    """What is measured, how often, and where."""

    pdf: Path
    tables: tuple[Path, ...]
    year: int
    repeat: int
    folder: Path
    real: bool
    times: tuple[int, ...] = (1, 4, 16)  # growth


def reading(setting: Setting) -> Iterator[Row]:
    """A report from file to passages on one core, beside programs that only take its text."""
    pdf, repeat = setting.pdf, setting.repeat

    def ours() -> None:
        lay_out(read_here(pdf, describe(pdf), limits=DEFAULT), series=None, year=None)

    def plumber() -> None:
        import pdfplumber

        with pdfplumber.open(pdf) as opened:
            for page in opened.pages:
                page.extract_text()
                page.close()

    taken = median(ours, repeat)
    theirs = median(plumber, 1 if setting.real else repeat)
    yield Row("report: file to passages, one core", taken, "s")
    yield Row("report: pdfplumber, text alone", theirs, "s", "at least 20 ×", f"{theirs / taken:.1f} × ours")
    if shutil.which("pdftotext"):
        bare = median(lambda: subprocess.run(["pdftotext", "-layout", pdf, os.devnull], check=True), repeat)
        yield Row("report: pdftotext, text alone", bare, "s", "ours at most 3 ×", f"ours {taken / bare:.2f} ×")


def adding(setting: Setting) -> Iterator[Row]:
    """All editions from files to findings, and the last one alone on a store that holds the others."""
    every, most, alone, least = [], 0.0, [], 0.0
    for _ in range(max(1, setting.repeat // 3) if setting.real else 1):
        whole, others = setting.folder / "whole.sqlite", setting.folder / "others.sqlite"
        for store in (whole, others):
            store.unlink(missing_ok=True)
        used = spent(["add", *setting.tables, setting.pdf, "--store", whole])
        every.append(used.seconds)
        most = max(most, used.memory)
        spent(["add", *setting.tables, "--store", others])
        for _ in range(setting.repeat):
            shutil.copy(others, setting.folder / "one.sqlite")
            used = spent(["add", setting.pdf, "--store", setting.folder / "one.sqlite"])
            alone.append(used.seconds)
            least = max(least, used.memory)
    with Store.open(setting.folder / "whole.sqlite") as store:
        held = len(store.editions())
    yield Row(f"{held} editions: files to findings", sorted(every)[len(every) // 2], "s", "90 s")
    yield Row(f"{held} editions: most memory, all processes", most, "MiB", "1,536 MiB")
    yield Row(f"report to all findings, {held - 1} editions held", sorted(alone)[len(alone) // 2], "s", "10 s")
    yield Row("the same: most memory, all processes", least, "MiB")


def asking(setting: Setting) -> Iterator[Row]:
    """Questions to the full store, in process and as whole commands, beside grep."""
    path = setting.folder / "whole.sqlite"
    if not path.exists():
        spent(["add", *setting.tables, setting.pdf, "--store", path])
    year, many = setting.year, 20 * setting.repeat
    with Store.open(path) as store:
        asked = {
            "findings": lambda: queries.findings(store, "KOR", year=year),
            "history": lambda: queries.history(store, "KOR", "defense offset"),
            "search": lambda: queries.search(store, "import licensing"),
        }
        for name, ask in asked.items():
            yield Row(f"{name}: p95 in process", 1000 * percentile(ask, many), "ms", "50 ms")
        taken = _histories(store, year)
        yield Row(f"{len(taken)} histories: median in process", 1000 * taken[len(taken) // 2], "ms")
        yield Row(f"{len(taken)} histories: p95 in process", 1000 * taken[int(0.95 * len(taken))], "ms", "50 ms")
        texts = setting.folder / "texts.txt"
        texts.write_text(
            "\n".join(p.text for s in {s for s, _ in store.editions()} for p in store.passages(s)), encoding="utf-8"
        )
    wanted = ["grep", "-ciE", "import.*licensing", texts]  # into a pipe: grep looks no further where nobody reads it
    grep = median(lambda: subprocess.run(wanted, capture_output=True), setting.repeat)
    yield Row("grep -i over the texts", 1000 * grep, "ms")
    for name, arguments in (
        ("findings", ("findings", "KOR", "--year", str(year))),
        ("history", ("history", "KOR", "defense offset")),
        ("search", ("search", "import licensing")),
    ):
        yield Row(
            f"{name}: whole command", median(command(*arguments, "--store", path), 3 * setting.repeat), "s", "0.5 s"
        )


def _histories(store: Store, year: int) -> list[float]:
    """Seconds of histories of many matters, each of three economies of the edition drawn by chance, in order."""
    (series,) = {series for series, held in store.editions() if held == year}
    draw, spoken = random.Random(6), [chapter.economy for chapter in store.chapters(series, year)]
    taken = []
    for matter in MATTERS:
        for economy in draw.choices(spoken, k=3):
            begun = time.perf_counter()
            with contextlib.suppress(NothingHeld):  # to find nothing takes its time, too
                queries.history(store, economy, matter)
            taken.append(time.perf_counter() - begun)
    return sorted(taken)


def starting(setting: Setting) -> Iterator[Row]:
    """Starting up."""
    yield Row("analyzer --help", median(command("--help"), 3 * setting.repeat), "s", "0.3 s")
    imported = [ANALYZER[0], "-c", "import analyzer"]
    yield Row(
        "import analyzer", median(lambda: subprocess.run(imported, check=True), 3 * setting.repeat), "s", "0.15 s"
    )


def growth(setting: Setting) -> Iterator[Row]:
    """One more edition added to a store that holds 1 ×, 4 × and 16 × as many, all made up."""
    base = 4 if setting.real else 1
    paths = made_up.editions(setting.folder, max(setting.times) * base + 1, passages=120 if setting.real else 2)
    first = None
    for times in setting.times:
        held, store = times * base, setting.folder / f"growth-{times}.sqlite"
        store.unlink(missing_ok=True)
        spent(["add", *paths[:held], "--series", "nte", "--store", store])
        used = spent(["add", paths[held], "--series", "nte", "--store", store])
        first = first or used
        beside = f"{used.seconds / first.seconds:.2f} × the first" if times > 1 else ""
        yield Row(f"one edition added where {held} are held", used.seconds, "s", "near-linear", beside)
        yield Row(f"the same ({held} held): most memory", used.memory, "MiB", "flat")


PARTS = {"starting": starting, "reading": reading, "adding": adding, "asking": asking, "growth": growth}


def measure(setting: Setting, parts: tuple[str, ...] = tuple(PARTS)) -> Iterator[Row]:
    """The rows of the parts asked for, as they come."""
    for part in parts:
        yield from PARTS[part](setting)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Speed and memory in one table.")
    parser.add_argument("--pdf", type=Path, default=DATA / "2025NTE.pdf")
    parser.add_argument("--table", type=Path, action="append", default=None)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    tables, real = tuple(given.table or [DATA / "nteText.rda"]), True
    if not (given.pdf.exists() and all(t.exists() for t in tables)):
        *earlier, last = sorted((assets.corpora() / "sample").glob("*.pdf"))
        given.pdf, tables, real = last, tuple(earlier), False
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(given.pdf, tables, 2025, given.repeat, Path(folder), real)
        for row in measure(setting, tuple(given.only.split(","))):
            if given.json:
                print(json.dumps(asdict(row), ensure_ascii=False), flush=True)
            else:
                print(f"{row.work:48} {row.value:9,.2f} {row.unit:4} {row.goal:18} {row.beside}", flush=True)


if __name__ == "__main__":
    main()
