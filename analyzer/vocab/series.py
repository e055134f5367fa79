"""The series of reports: how an edition is recognised, which years appeared, and what each edition covers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.errors import UnknownChoice

_FILE = Path(__file__).with_name("series.toml")
_YEAR = re.compile(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the editions of some years leave out, and why."""

    first: int
    last: int
    absent: frozenset[str]
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series of reports."""

    key: str
    title: str
    names: tuple[str, ...]
    file_names: tuple[str, ...]
    years: tuple[int, ...]
    front_matter: tuple[str, ...]
    scopes: tuple[Scope, ...]
    source: str


@cache
def all_series() -> dict[str, Series]:
    """Every series by key."""
    with _FILE.open("rb") as file:
        return {key: _series(key, entry) for key, entry in tomllib.load(file).items()}


def _series(key: str, entry: dict[str, object]) -> Series:
    def words(name: str) -> tuple[str, ...]:
        values = entry.get(name, ())
        return tuple(str(v) for v in values) if isinstance(values, list) else ()

    given = entry.get("years")
    if isinstance(given, list):
        years = tuple(sorted(int(y) for y in given))
    else:
        years = tuple(range(int(str(entry["first_year"])), int(str(entry["last_year"])) + 1))
    scopes = entry.get("scope", [])
    return Series(
        key,
        str(entry["title"]),
        words("names"),
        words("file_names"),
        years,
        words("front_matter"),
        tuple(
            Scope(s["from"], s["to"], frozenset(s["absent"]), s["note"], s["source"])
            for s in (scopes if isinstance(scopes, list) else ())
        ),
        str(entry["source"]),
    )


def get(key: str) -> Series:
    """The series of this key. Raises UnknownChoice."""
    try:
        return all_series()[key]
    except KeyError:
        raise UnknownChoice("series", key, all_series()) from None


def published(series: str) -> tuple[int, ...]:
    """The years in which the series appeared, ascending; none for a series that is not described here."""
    known = all_series().get(series)
    return known.years if known else ()


def title_of(series: str, year: int) -> str:
    """The title of a year's edition: "2025 National Trade Estimate Report ..."."""
    known = all_series().get(series)
    return f"{year} {known.title if known else series.upper()}"


@cache
def in_scope(series: str, year: int, section: str) -> bool:
    """Whether that year's edition covers the section at all."""
    known = all_series().get(series)
    return known is None or not any(s.first <= year <= s.last and section in s.absent for s in known.scopes)


def notes(series: str, year: int) -> tuple[str, ...]:
    """What a reader must know of the scope of that year's edition."""
    known = all_series().get(series)
    return tuple(s.note for s in known.scopes if s.first <= year <= s.last) if known else ()


def narrowed(series: str, year: int) -> tuple[str, ...]:
    """The same of an edition that was narrowed in all its sections: that it lacks something says little."""
    known = all_series().get(series)
    return tuple(s.note for s in known.scopes if s.first <= year <= s.last and not s.absent) if known else ()


def recognise(texts: Iterable[str]) -> tuple[str | None, int | None]:
    """The series and the year that these texts (title, first page, file name) speak of; None for what they do not say.

    A year that stands nearest to the series' name wins over others.
    """
    series: str | None = None
    year: int | None = None
    for text in texts:
        for known in all_series().values():
            at = _name_at(text, known)
            if at is None or (series is not None and series != known.key):
                continue
            series = known.key
            years = [(abs(m.start() - at), int(m[1])) for m in _YEAR.finditer(text)]
            if year is None and years:
                year = min(years)[1]
    return series, year


def _name_at(text: str, series: Series) -> int | None:
    found = [m.start() for name in series.names if (m := re.search(re.escape(name), text, re.IGNORECASE))]
    tokens = re.split(r"(\d+|[^A-Za-z0-9]+)", text) if len(text) < 80 else []
    at = 0
    for token in tokens:
        if token.casefold() in series.file_names:
            found.append(at)
        at += len(token)
    return min(found, default=None)
