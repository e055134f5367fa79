"""Values as they stand in one cell of a table."""

from __future__ import annotations

import json
import re

from analyzer.office import legal

_FORMULA = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")


def flat(value: object) -> object:
    """A value for one cell: lists of words joined, records as JSON."""
    if isinstance(value, list | tuple) and all(isinstance(v, str | int) for v in value):
        return "; ".join(map(str, value))
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def harmless(value: object) -> object:
    """The value with a leading apostrophe where a spreadsheet would take it for a formula."""
    if not isinstance(value, str):
        return value
    clean = legal(value)
    return "'" + clean if _FORMULA.match(clean) else clean
