"""Cities, provinces and agencies that belong to one state: `places.csv`, one name a line.

They tell of which member a bloc's chapter speaks where it names no state. A name that several states' agencies bear
(TRA) does not belong there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from analyzer.vocab import economies

_FILE = Path(__file__).with_name("places.csv")


@cache
def states() -> dict[str, str]:
    """Name -> the code of the state that it lies in or belongs to."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["code"] for row in csv.DictReader(lines)}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(("".join(economies.pieces(name)) for name in states()), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(forms) + r")(?!\w)")


@cache
def _by_fold() -> dict[str, str]:
    return {economies.fold(name): code for name, code in states().items()}


def states_of(text: str, *, among: Collection[str]) -> tuple[str, ...]:
    """The codes among those given whose places the text names, each once, in order of first naming."""
    found = (_by_fold()[economies.fold(match.group())] for match in _pattern().finditer(text))
    return tuple(dict.fromkeys(code for code in found if code in among))
