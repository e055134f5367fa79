"""What cannot be told, said in words: scope of editions and silence."""

from __future__ import annotations

from collections.abc import Collection

from analyzer.records import Passage
from analyzer.vocab import series


def of(passage: Passage, reference: int | None, held: Collection[int], torn: Collection[int] = ()) -> tuple[str, ...]:
    """The notes that belong with a verdict, in plain words."""
    found = []
    earlier = sorted(y for y in held if y < passage.year)
    if reference is None:
        return ("No earlier edition with a chapter on this economy is held.",)
    if reference in torn:
        found.append(
            f"Of the chapter of {reference} text is missing in the source: what is called new may have stood there."
        )
    partly = [y for y in earlier if y > reference and y in torn]
    if partly:
        found.append(f"Compared with {reference}: of the chapter of {_years(partly)} text is missing in the source.")
    skipped = [y for y in earlier if y > reference and y not in torn]
    if skipped:
        found.append(f"Compared with {reference}: the editions of {_years(skipped)} did not cover this section.")
    found.extend(f"Of the {reference} edition: {note}." for note in series.narrowed(passage.series, reference))
    return tuple(found)


def _years(years: Collection[int]) -> str:
    ordered = [str(y) for y in sorted(years)]
    return ordered[0] if len(ordered) == 1 else f"{', '.join(ordered[:-1])} and {ordered[-1]}"
