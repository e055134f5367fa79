"""Statuses follow from links by plain rules."""

from __future__ import annotations

from collections.abc import Collection

from analyzer.records import Status


def status_of(*, listed: Collection[int], compared_with: int | None, changed: bool) -> Status:
    """The status of a matter that stands in an edition, from the earlier years in which it is listed.

    `listed` holds the earlier editions with a link to the matter, `compared_with` the latest earlier edition held (with
    the section in scope), None where there is none. A later one that has the matter shows as well that it goes on.
    `changed` counts only where it does.
    """
    if compared_with is not None and any(year >= compared_with for year in listed):
        return Status.CHANGED if changed else Status.CONTINUED
    if listed:
        return Status.RELISTED
    return Status.NEW


def reference(year: int, *, held: Collection[int], in_scope: Collection[int]) -> int | None:
    """The edition to compare with: the latest earlier one held that covered the section, else the latest."""
    earlier = [y for y in held if y < year]
    scoped = [y for y in earlier if y in in_scope]
    return max(scoped, default=max(earlier, default=None))


def missing(
    year: int, *, compared_with: int | None, held: Collection[int], published: Collection[int]
) -> tuple[int, ...]:
    """The editions published between the one compared with and this one that are not held."""
    if compared_with is None:
        return tuple(sorted(y for y in published if y < year and y not in held))
    return tuple(sorted(y for y in published if compared_with < y < year and y not in held))


def gaps(years: Collection[int], *, held: Collection[int]) -> tuple[int, ...]:
    """The editions held between a thread's first and last year in which it is absent."""
    if not years:
        return ()
    first, last = min(years), max(years)
    return tuple(sorted(y for y in held if first < y < last and y not in years))


def first_and_last(listed: Collection[int]) -> tuple[int | None, int | None]:
    """The first and the last earlier year in which a matter is listed; None where there is none."""
    return (min(listed), max(listed)) if listed else (None, None)
