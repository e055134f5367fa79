"""What a question names, made out against what is held: the economy, the series, the year."""

from __future__ import annotations

from analyzer.errors import NothingHeld, UnknownChoice
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab.years import ranges


def economy_code(name: str) -> str:
    """The code of an economy named by code, by any of its names or its people. Raises UnknownChoice with near names."""
    upper = name.strip().upper()
    if upper in economies.codes():
        return upper
    code = economies.code_of(name) or economies.code_of_people(name)
    if code is None:
        names = {entry.name for entry in economies.names() if entry.role != "demonym"}
        raise UnknownChoice("economy", name, names, hint="Give its name or its code of three letters: Korea, or KOR.")
    return code


def series_held(store: Store, series: str | None = None) -> str:
    """The series asked for, or the only (or the largest) one held. Raises NothingHeld or UnknownChoice."""
    held = [name for name, _ in store.editions()]
    if not held:
        raise NothingHeld("no report is held yet.", where=store.where, remedy="Add one: analyzer add REPORT...")
    if series is None:
        return max(sorted(set(held)), key=held.count)
    if series not in held:
        raise UnknownChoice("series", series, set(held), among="held")
    return series


def years_held(store: Store, series: str) -> tuple[int, ...]:
    """The years of the editions held, ascending."""
    return tuple(year for name, year in store.editions() if name == series)


def span_held(store: Store, series: str | None, first: int | None, last: int | None) -> None:
    """Nothing where an edition of these years is held (of a series, or of any). Raises NothingHeld."""
    held = sorted({year for name, year in store.editions() if series in (None, name)})
    if not any((first or 0) <= year <= (last or year) for year in held):
        asked = f"of {first}" if first == last else f"from {first or 'the first'} to {last or 'the last'}"
        raise NothingHeld(f"no edition {asked} is held.", remedy=f"Held: {ranges(held) or 'none'}.")


def year_held(store: Store, series: str, year: int | None = None) -> int:
    """The year asked for, or the latest held of a series that is held. Raises NothingHeld."""
    held = years_held(store, series)
    if year is None:
        return held[-1]
    if year not in held:
        raise NothingHeld(
            f"the {series.upper()} edition of {year} is not held.",
            remedy=f"Held: {ranges(held)}. Add it: analyzer add FILE --year {year}",
        )
    return year
