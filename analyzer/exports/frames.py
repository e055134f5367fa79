"""Answers as pandas DataFrames, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from analyzer.errors import MissingExtra
from analyzer.exports.flat import example, finding_row, listing_row
from analyzer.records import Finding, Listing

if TYPE_CHECKING:
    import pandas


def frame(records: Iterable[object], *, of: type | None = None) -> pandas.DataFrame:
    """Findings, listings, standings, regimes or any rows as a DataFrame, a record a row.

    A record inside another has its fields beside the others, as `evidence_year`. Where there are none, `of` is the kind
    of record (Finding, Listing, queries.Regime) whose columns the table has. Whole numbers with gaps are Int64.
    Raises MissingExtra without pandas, TypeError for what is no record or row.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra("a DataFrame needs pandas.", remedy="Install analyzer[pandas].") from error
    rows = [_spread(_row(record)) for record in records]
    known = rows if rows or of is None else [_spread(example(of))]
    names = dict.fromkeys(name for row in known for name in row)
    table = pandas.DataFrame.from_records(rows, columns=list(names))
    return table.astype({name: "Int64" for name in names if _whole([row.get(name) for row in rows])})


def _row(record: object) -> Mapping[str, Any]:
    if isinstance(record, Finding):
        return finding_row(record)
    if isinstance(record, Listing):
        return listing_row(record)
    if isinstance(record, Mapping):
        return record
    if is_dataclass(record) and not isinstance(record, type):
        return asdict(record)
    raise TypeError(f"no row can be made of {type(record).__name__}: findings, listings, records or mappings can.")


def _spread(row: Mapping[str, Any]) -> dict[str, Any]:
    spread: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, Mapping) and value and name != "attrs":
            spread |= {f"{name}_{inner}": one for inner, one in value.items()}
        else:
            spread[name] = value
    return spread


def _whole(values: list[object]) -> bool:
    """Whether a column holds whole numbers and gaps: pandas would make fractions of years with a gap between."""
    held = [value for value in values if value is not None]
    return bool(held) and all(isinstance(value, int) and not isinstance(value, bool) for value in held)
