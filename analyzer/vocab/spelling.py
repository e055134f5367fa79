"""American spelling, in which the reports are written, and the other ways in which a word stands there."""

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
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e[sdr]?|ing|ations?)$)", re.IGNORECASE)  # localisation, harmonised
# Beginnings that reports write together with a word, with a hyphen, or apart: anti-dumping, nontariff, cyber security.
_BEGINNINGS = ("anti", "bio", "counter", "cyber", "non", "pre")
_TOGETHER = re.compile(rf"({'|'.join(_BEGINNINGS)})(?=\w{{4}})", re.IGNORECASE)
_APART = re.compile(rf"\b({'|'.join((*_BEGINNINGS, 'e'))}) (?=\w{{4}})", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”]([^\"“”]*)[\"“”]")
_HYPHENS = re.compile(r"[‐‑‒–-]")
_WORD = re.compile(r"\w+(?:[‐‑‒–-]\w+)*")


def spellings(word: str) -> tuple[str, ...]:
    """A word (or one of several parts, with hyphens) as it was typed, and the other ways to write it.

    Parts of a way stand apart: "e-commerce" is "e commerce", "ecommerce" or "electronic commerce".
    """
    parts = _HYPHENS.split(word)
    typed = " ".join(parts)
    ways = [typed, _ISE.sub("iz", american(typed))]
    if len(parts) > 1:
        ways.append("".join(parts))
        if parts[0].lower() == "e":
            ways.append(" ".join(("electronic", *parts[1:])))
    elif _TOGETHER.match(word):
        ways.append(_TOGETHER.sub(r"\1 ", word, count=1))
    return tuple(dict.fromkeys(ways))


def words_of(text: str) -> list[str]:
    """The words of a question, without marks.

    What stands in quotation marks is one word of several parts, with hyphens, as is what reports write together, too:
    "anti dumping".
    """
    joined = _QUOTED.sub(lambda found: f" {'-'.join(_WORD.findall(found.group(1)))} ", text)
    return _WORD.findall(_APART.sub(r"\1-", joined))


def american(text: str) -> str:
    """The text with words of British spelling in American; a word changed stands in small letters."""
    return _ANY.sub(lambda found: _AMERICAN[found.group().lower()], text)
