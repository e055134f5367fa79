"""American spelling, in which the reports are written, for words that readers spell otherwise."""

from __future__ import annotations

import re

_BRITISH = (
    ("defence", "defense"), ("programme", "program"), ("licence", "license"), ("labour", "labor"), ("centre", "center"),
    ("behaviour", "behavior"), ("favour", "favor"), ("colour", "color"), ("aluminium", "aluminum"), ("tyre", "tire"),
    ("cheque", "check"), ("labell", "label"), ("mould", "mold"), ("fibre", "fiber"), ("litre", "liter"),
    ("jewellery", "jewelry"), ("sulphur", "sulfur"), ("yoghurt", "yogurt"),
)  # fmt: skip
_AMERICAN = dict(_BRITISH)
_ANY = re.compile("|".join(british for british, _ in _BRITISH), re.IGNORECASE)


def spellings(word: str) -> tuple[str, ...]:
    """A word as it was typed and, where that is another, in American spelling."""
    return tuple(dict.fromkeys((word, american(word))))


def american(text: str) -> str:
    """The text with words of British spelling in American; a word changed stands in small letters."""
    return _ANY.sub(lambda found: _AMERICAN[found.group().lower()], text)
