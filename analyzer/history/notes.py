"""What cannot be told, said in words: scope of editions and silence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from analyzer.records import Passage

# Editions that their publisher narrowed on purpose: absence from them says little.
_NARROWED = {("nte", 2024): "The 2024 edition was narrowed on purpose: absence from it is not removal of a barrier."}


class _Scope(Protocol):
    def in_scope(self, series: str, year: int, section: str) -> bool: ...
    def published(self, series: str) -> Collection[int]: ...


def of(passage: Passage, reference: int | None, held: Collection[int], scope: _Scope) -> tuple[str, ...]:
    """The notes that belong with a verdict, in plain words."""
    found = []
    earlier = sorted(y for y in held if y < passage.year)
    if reference is None:
        return ("No earlier edition with a chapter on this economy is held.",)
    skipped = [y for y in earlier if y > reference]
    if skipped:
        found.append(f"Compared with {reference}: the editions of {_years(skipped)} did not cover this section.")
    absent = [y for y in sorted(scope.published(passage.series)) if reference < y < passage.year and y not in held]
    if absent:
        found.append(f"Published in between and not held: {_years(absent)}.")
    found.extend(text for (series, year), text in _NARROWED.items() if series == passage.series and year == reference)
    return tuple(found)


def _years(years: Collection[int]) -> str:
    ordered = [str(y) for y in sorted(years)]
    return ordered[0] if len(ordered) == 1 else f"{', '.join(ordered[:-1])} and {ordered[-1]}"
