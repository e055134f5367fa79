"""Passages made up for the tests of the listing history."""

from __future__ import annotations

import re
from collections.abc import Collection

from analyzer.records import Passage

TARIFF = "Freedonia levies a tariff of {rate} percent on imported tractors and combines. Farmers pay it at the port."
CLOUD = (
    "Cloud providers must certify their data centres with the Freedonian Security Agency before any ministry may buy."
)
OFFSET = "The defence ministry demands offsets worth half of the price from foreign suppliers of military aircraft."
CHEESE = "Imported goat cheese is held in quarantine for ninety days, although no veterinary risk has been shown."


def passage(
    year: int, text: str, *, ordinal: int = 0, section: str = "import_policies", economy: str = "KOR"
) -> Passage:
    ends = [found.end() for found in re.finditer(r"(?<![A-Z])\.", text)]
    starts = [0, *(e + 1 for e in ends[:-1])]
    return Passage(
        id=f"nte{year}-{economy}-{ordinal:012x}", series="nte", year=year, chapter=economy, economies=(economy,),
        section=section, printed_section=None, heading=(), ordinal=ordinal, text=text,
        sentences=tuple(zip(starts, ends, strict=True)),
    )  # fmt: skip


def edition(year: int, *texts: str) -> list[Passage]:
    return [passage(year, text, ordinal=k) for k, text in enumerate(texts)]


class Everything:
    """A scope in which every edition covers every section."""

    def in_scope(self, series: str, year: int, section: str) -> bool:
        return True

    def published(self, series: str) -> Collection[int]:
        return range(1995, 2027)


class NoStandards(Everything):
    """A scope in which the editions of 2010-2014 leave out technical barriers."""

    def in_scope(self, series: str, year: int, section: str) -> bool:
        return not (2010 <= year <= 2014 and section == "tbt")
