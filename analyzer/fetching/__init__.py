"""Published reports from their publishers: `known` reads the catalogue, `fetch` downloads and checks a file."""

from __future__ import annotations

from analyzer.fetching.catalogue import Entry, find, known
from analyzer.fetching.download import fetch

__all__ = ["Entry", "fetch", "find", "known"]
