"""How much a file may ask for before reading stops."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file: bytes on disk, pages, characters on all pages, seconds, and bytes of memory of the reader."""

    size: int = 512 * 2**20
    pages: int = 5_000
    characters: int = 60_000_000
    seconds: float = 300.0
    memory: int = 4 * 2**30


DEFAULT = Limits()
RENDERING = Limits(seconds=20.0, memory=2 * 2**30)  # one page as an image
