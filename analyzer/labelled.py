"""What files of labels made by reading have in common: one JSON object a line, and sentences named by a hash.

The labels stand in `corpora/gold`, and hold no text of a report: a sentence is named by `fingerprint`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from analyzer.errors import AnalyzerError

T = TypeVar("T")
_OUTSIDE = re.compile(r"[^a-z0-9]+")


def read(path: Path, label: Callable[[dict[str, Any]], T], *, needs: str, remedy: str | None = None) -> tuple[T, ...]:
    """The labels of a file, in its order, as `label` makes one of each line's object; empty lines hold none.

    Raises AnalyzerError with the line's number, what a label `needs` and the remedy where a line is no JSON object or
    `label` refuses it (KeyError, TypeError, ValueError).
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(label(_object(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise AnalyzerError(needs, where=f"{path.name}, line {number}", remedy=remedy) from error
    return tuple(found)


def _object(line: str) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise TypeError(f"{type(row).__name__} instead of an object")
    return row


def letters(text: str) -> str:
    """The lower-case letters and digits of a text alone."""
    return _OUTSIDE.sub("", text.lower())


def fingerprint(sentence: str) -> str:
    """The hash by which a sentence is named (12 hex digits): its lower-case letters and digits alone count."""
    return hashlib.blake2b(letters(sentence).encode(), digest_size=6).hexdigest()
