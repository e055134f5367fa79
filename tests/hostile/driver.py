"""Sends damaged and crafted files through `add` and `check`, and says what became of each.

The inputs are numbered; input n is the same bytes on every machine. As a program:

    python tests/hostile/driver.py --first 0 --count 5000

prints a line for each input that broke a rule, and a table of outcomes.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from unittest.mock import patch

import crafted_pdfs
import crafted_texts
import hostile_seeds
import mutations

from analyzer import claims, pipeline, reading
from analyzer.errors import AnalyzerError
from analyzer.store import Store

LIMITS = reading.Limits(seconds=15.0, memory=2**30, characters=2_000_000, pages=2000)
HANG = 60  # seconds for one input, reading and all that follows
MEMORY = 2 * 2**30  # bytes that this process and any child may reach
_MOST_OF_AN_ARTICLE = 1_000_000  # characters, as `analyzer check` reads


@dataclass(frozen=True)
class Input:
    """One file: its number, the way it was made, its name and its content."""

    number: int
    way: str
    name: str
    content: bytes


def make(number: int) -> Input:
    """Input `number`: 52 in a hundred PDFs, 20 tables, 10 web pages, 6 plain texts, 12 articles."""
    chance, slot = Random(f"hostile {number}"), number * 37 % 100
    if slot < 20:
        return _crafted_pdf(number, chance)
    if slot < 52:
        return _mutated(number, chance, "pdf", hostile_seeds.pdf(compressed=chance.random() < 0.3), mutations.PDF)
    if slot < 60:
        return _crafted(number, chance, chance.choice(crafted_texts.TABLES))
    if slot < 72:
        suffix = chance.choice(("jsonl", "csv", "parquet", "rda"))
        seeds = {
            "jsonl": hostile_seeds.jsonl,
            "csv": hostile_seeds.comma,
            "parquet": hostile_seeds.parquet,
            "rda": hostile_seeds.rda,
        }
        return _mutated(number, chance, suffix, seeds[suffix](), mutations.ANY)
    if slot < 82:
        if slot < 76:
            return _crafted(number, chance, crafted_texts.web_pages)
        return _mutated(number, chance, "html", hostile_seeds.html(), mutations.ANY)
    if slot < 88:
        if slot < 85:
            return _crafted(number, chance, crafted_texts.plain_texts)
        return _mutated(number, chance, "txt", hostile_seeds.text(), mutations.ANY)
    if slot < 94:
        made = _crafted(number, chance, crafted_texts.articles)
    else:
        made = _mutated(number, chance, "txt", hostile_seeds.article(), mutations.ANY)
    return Input(number, f"article {made.way}", made.name, made.content)


def _crafted_pdf(number: int, chance: Random) -> Input:
    maker = crafted_pdfs.MAKERS[chance.randrange(len(crafted_pdfs.MAKERS))]
    content = maker(chance)
    return Input(number, f"pdf {maker.__name__}", f"hostile-{number}.pdf", content)


def _crafted(number: int, chance: Random, maker: crafted_texts.Maker) -> Input:
    suffix, content = maker(chance)
    return Input(number, maker.__name__, f"hostile-{number}{suffix}", content)


def _mutated(number: int, chance: Random, suffix: str, content: bytes, ways: tuple[mutations.Mutation, ...]) -> Input:
    chosen = [chance.choice(ways) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    for way in chosen:
        content = way(content, chance) if len(content) > 1 else content
    return Input(number, f"{suffix} {chosen[0].__name__}", f"hostile-{number}.{suffix}", content)


class Hung(BaseException):
    """Raised by the alarm: no handler of ordinary errors may swallow it."""


@contextmanager
def alarm(seconds: int) -> Iterator[None]:
    """Raise Hung in the main thread after that many seconds."""

    def ring(signum: int, frame: object) -> None:
        raise Hung

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class Driver:
    """A store that hostile inputs are sent at; `broken` holds what broke a rule."""

    def __init__(self, folder: Path, template: Path) -> None:
        self._folder, self._template = folder, template
        self._path = folder / "store.sqlite"
        self.outcomes: Counter[str] = Counter()
        self.broken: list[str] = []
        self._reset()

    def _reset(self) -> None:
        for old in self._folder.glob("store.sqlite*"):
            old.unlink()
        shutil.copy(self._template, self._path)
        self._before = self._state()

    def _state(self) -> str:
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    def send(self, item: Input) -> str:
        """What became of the input: "added", "judged", or the kind of the error; broken rules are noted."""
        start = time.monotonic()
        try:
            with alarm(HANG):
                outcome = self._check(item) if item.way.startswith("article") else self._add(item)
        except Hung:
            outcome = self._break(item, f"took longer than {HANG} seconds")
        except Exception as error:
            outcome = self._break(item, f"raised {type(error).__name__}: {str(error)[:200]}")
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024
        if peak > MEMORY:
            outcome = self._break(item, f"some process reached {peak / 2**20:.0f} MiB by now")
        if outcome == "added":
            self._reset()
        elif self._state() != self._before:
            outcome = self._break(item, "the store has changed")
            self._reset()
        self.outcomes[f"{item.way.split()[0]}: {outcome}"] += 1
        self.slowest = max(getattr(self, "slowest", (0.0, 0)), (time.monotonic() - start, item.number))
        return outcome

    def _break(self, item: Input, rule: str) -> str:
        self.broken.append(f"{item.number} ({item.way}): {rule}")
        return "BROKEN"

    def _add(self, item: Input) -> str:
        path = self._folder / item.name
        path.write_bytes(item.content)
        try:
            with (
                patch.object(pipeline.reading, "read", partial(reading.read, limits=LIMITS)),
                Store.open(self._path) as store,
            ):
                summary = pipeline.add(store, [path], jobs=1)
        except AnalyzerError as error:
            return self._told(item, error)
        finally:
            path.unlink()
        if summary.failed:
            return self._told(item, summary.failed[0][1])
        return summary.editions[0].outcome if summary.editions else self._break(item, "nothing said of the file")

    def _told(self, item: Input, error: AnalyzerError) -> str:
        if item.name not in str(error) or len(error.what) < 10 or not error.remedy:
            return self._break(item, f"an error that does not help: {error!s:.200}")
        if len(str(error)) > 1000:
            return self._break(item, f"an error of {len(str(error))} characters")
        return type(error).__name__

    def _check(self, item: Input) -> str:
        text = item.content.decode("utf-8-sig", "replace")[:_MOST_OF_AN_ARTICLE]
        with Store.open(self._path) as store:
            claims.render_rows(claims.check(text, store))
        return "judged"


def template(path: Path) -> Path:
    """A store at this path with one edition, whose successor the inputs pretend to be."""
    rows = hostile_seeds.jsonl().replace(b"2031", b"2029")
    source = path.with_name("held.jsonl")
    source.write_bytes(rows)
    with Store.open(path, create=True) as store:
        summary = pipeline.add(store, [source], jobs=1)
    assert not summary.failed
    source.unlink()
    return path


def main() -> int:
    """Run a range of inputs and print the outcomes; 1 where a rule was broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=5000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        driver = Driver(Path(folder), template(Path(folder) / "template.sqlite"))
        for number in range(given.first, given.first + given.count):
            known = len(driver.broken)
            driver.send(make(number))
            for line in driver.broken[known:]:
                print("BROKEN", line, flush=True)
            if (number - given.first) % 100 == 99:
                print(number + 1, f"{driver.slowest[0]:.1f} s at most (input {driver.slowest[1]})", flush=True)
        for outcome, count in sorted(driver.outcomes.items()):
            print(f"{count:6}  {outcome}")
    return 1 if driver.broken else 0


if __name__ == "__main__":
    sys.exit(main())
