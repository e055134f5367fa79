"""The reports' categories, normalised to one vocabulary over the years."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.errors import UnknownChoice

UNSECTIONED = "unsectioned"
_FILE = Path(__file__).with_name("sections.toml")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A category: its key, its title today, its family and the other headings that stand for it."""

    key: str
    title: str
    family: str
    printed: tuple[str, ...]


@cache
def sections() -> dict[str, Section]:
    """Every category by key, in the order of the file."""
    with _FILE.open("rb") as file:
        entries = tomllib.load(file)
    return {
        key: Section(key, entry["title"], entry["family"], tuple(entry["printed"]))
        for key, entry in entries.items()
        if isinstance(entry, dict)
    }


def _fold(heading: str) -> str:
    return _NOT_WORD.sub("", heading.casefold())


@cache
def _by_heading() -> dict[str, str]:
    found: dict[str, str] = {}
    for section in sections().values():
        for heading in (section.title, section.key, *section.printed):
            found.setdefault(_fold(heading), section.key)
    return found


def section_key(printed: str) -> str | None:
    """The key of a printed heading, whatever its case and punctuation; None where it is no known category."""
    return _by_heading().get(_fold(printed))


def title(key: str) -> str:
    """Today's title of a category. Raises UnknownChoice."""
    return _section(key).title


def family(key: str) -> str:
    """The family of a category: the same matters stood in its members in different eras. Raises UnknownChoice."""
    return _section(key).family


def _section(key: str) -> Section:
    try:
        return sections()[key]
    except KeyError:
        raise UnknownChoice("section", key, sections()) from None
