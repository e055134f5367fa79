"""Files of words of this room: words apart by blanks, lines that begin with # for comments and + for a second kind."""

from __future__ import annotations

from importlib import resources


def lines(file: str) -> tuple[str, ...]:
    """The lines of a file but for its comments."""
    text = resources.files("analyzer.vocab").joinpath(file).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


def words(file: str, *, marked: bool = False) -> frozenset[str]:
    """The words of a file on lines without a mark, or on those marked with +."""
    chosen = (line.removeprefix("+") for line in lines(file) if line.startswith("+") is marked)
    return frozenset(word for line in chosen for word in line.split())
