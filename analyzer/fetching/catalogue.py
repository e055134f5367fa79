"""The catalogue of published editions and of the history table."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from analyzer import assets
from analyzer.errors import UnknownChoice

TABLE = "table"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that can be fetched; `sha256` and `size` (bytes) are None where no copy was checked by hand."""

    name: str
    title: str
    address: str
    mirrors: tuple[str, ...] = ()
    sha256: str | None = None
    size: int | None = None
    kind: str = "edition"
    notes: str = ""

    @property
    def file(self) -> str:
        """The name that the downloaded file gets: the address's last part, without any folder."""
        return PurePosixPath(unquote(urlsplit(self.address).path)).name or "report"


def known() -> tuple[Entry, ...]:
    """All that the catalogue knows how to fetch, editions by year first; the table of a series is "SERIES table"."""
    held = tomllib.loads((assets.corpora() / "catalogue.toml").read_text(encoding="utf-8"))
    editions = sorted(held["edition"], key=lambda row: (row["series"], row["year"]))
    rows = [(f"{row['series']} {row['year']}", "edition", row) for row in editions]
    rows += [(f"{row['series']} {TABLE}", TABLE, row) for row in held["table"]]
    return tuple(
        Entry(
            name,
            row["title"],
            row["address"],
            tuple(row.get("mirrors", ())),
            row.get("sha256"),
            row.get("size"),
            kind,
            row.get("notes", ""),
        )
        for name, kind, row in rows
    )


def find(series: str, which: str) -> Entry:
    """The entry of a series' edition by year, or of its history table by the word "table".

    Raises UnknownChoice, which lists what is known.
    """
    wanted = f"{series} {which}".casefold()
    entries = {entry.name: entry for entry in known()}
    if wanted not in entries:
        raise UnknownChoice("report to fetch", wanted, entries)
    return entries[wanted]
