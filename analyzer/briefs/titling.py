"""Names for matters: the printed heading, the heading that a text table ran into the first sentence, or a law."""

from __future__ import annotations

import re
from functools import lru_cache

from analyzer.records import Passage
from analyzer.vocab import economies

_CAPITAL = r"(?!No?\b)[A-Z][\w’'&/\-]*"
_JOIN = r"(?:and|of|for|the|in|to|on|with|or|&)"
_STARTS = r"In|The|As|On|Since|Under|Although|While|An|However|For|According|U\.S\.|There|Many|Most|Foreign|Effective"
_RUN = rf"^(?!(?:{_STARTS})\b)((?:{_CAPITAL})(?:\s+(?:{_JOIN}\s+)?{_CAPITAL})"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:{_JOIN})\s+){{0,2}}{_CAPITAL}){{1,18}}(?:\s+N(?:o?[.˚°º]|umber))?(?:\s+\d[\w/\-]*(?:[.,]\d+)*)?"
    rf"(?:\s+\([A-Z][\w&/\-]{{1,9}}\)(?:\s+{_CAPITAL}){{0,3}})?"
)
_LISTED = re.compile(
    rf"(?:(?!(?:{_STARTS})\b){_CAPITAL}(?:\s+{_CAPITAL})*,\s+)+(and\s+)?$"
)  # "Soap, Salt, and" before "Tax Act"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_LONGEST = 120
_NEVER = re.compile(
    r"^(?:United States|U\.S\.|The United|European Union|World Trade|WTO|Special 301|Watch List|Internet Protocol|"
    rf"Trade (?:Expansion )?Act|{MONTHS})\b|^\w+ (?:Decrees?|Orders?|Laws?|Bills?|Regulations?|Standards?)$"
)
_LEADING = re.compile(rf"^(?:(?:{_STARTS}|A|Also|If|When|Some|Both|These|Although|Because|Established)\s+)+")
_INSTRUMENT = re.compile(
    r"\b(?:Acts?|Laws?|Decrees?|Orders?|Regulations?|Directives?|Resolutions?|Codes?|Program(?:me)?s?|Polic(?:y|ies)|"
    r"Plans?|Initiatives?|Mechanisms?|Tax|Standards?|Strategy|Schemes?|System|List|Framework|Agreement|Convention|"
    r"Protocol|Treaty|Quotas?|Fees?|Rules?|Bills?|Project)$"
)
_HEAD = re.compile(r"\s+(?:of|on|for|to|in|with|N(?:o?[.˚°º]|umber)|\d)")
_SHORT = re.compile(r"\s+\([^)]*\)")
_ONE_WORD = re.compile(rf"{_RUN}{{0}})\s+(?=(?:In|The|On|Since|Under)\s+\w)")
_REST = re.compile(r"(?:’s|'s)?(?:\s+\w+)?")
_CUT = re.compile(rf"\s+(?:In|On|As|The|Since|Under|Although|While|An|However|For)\s|\s+(?:in|of|on)\s+(?:{MONTHS})\b")


def run_in(passage: Passage) -> int:
    """The length of the heading with which the passage's text begins, 0 where it has none.

    Text tables print headings and sentences in one run: "Import Licensing Bolivia maintains a broad ...".
    """
    if passage.pdf_page is not None:
        return 0
    if passage.heading:
        return len(passage.heading[-1]) if passage.text.startswith(f"{passage.heading[-1]} ") else 0
    found = _before_subject(_names(passage)).match(passage.text) or _ONE_WORD.match(passage.text)
    if found is None or _NEVER.match(found.group(1)) or found.group(1) in _names(passage):
        return 0
    return found.end(1)


def title(passage: Passage, said: str) -> str:
    """The passage's printed heading, else its run-in heading, else the subject named in what is quoted, else ""."""
    if passage.heading:
        return passage.heading[-1].strip()
    length = run_in(passage)
    return passage.text[:length] if length else subject(said, passage)


def subject(text: str, passage: Passage) -> str:
    """The first law, programme or plan that the text names in capitals, or "".

    An agency is no subject: that it is named for the first time does not make it new, nor gone where it is not named.
    """
    own = _names(passage)
    for match in _NAME.finditer(text):
        listed = _LISTED.search(text, max(0, match.start() - 2 * _LONGEST), match.start())
        if listed and not listed.group(1) and " and " not in match.group():
            listed = None
        whole = text[listed.start() if listed else match.start() : match.end()]
        name = _CUT.split(_LEADING.sub("", whole), maxsplit=1)[0].strip()
        bare = re.sub(r"’s?$|'s?$", "", name)
        if len(name.split()) < 2 or len(name) > _LONGEST or not name[0].isupper() or bare in own:
            continue
        if _NEVER.match(name) or not _INSTRUMENT.search(_HEAD.split(_SHORT.sub("", name), maxsplit=1)[0]):
            continue
        if any(bare.startswith(one) and _REST.fullmatch(bare, len(one)) for one in own):
            continue
        return name
    return ""


@lru_cache(maxsize=256)
def _before_subject(names: tuple[str, ...]) -> re.Pattern[str]:
    """A run of capitals before a sentence that begins with one of these names or one of the usual first words."""
    subjects = "|".join(map(re.escape, names))
    return re.compile(rf"{_RUN}{{1,9}}?)\s+(?=(?:{_STARTS})\s+\w|(?:{subjects})(?:’s)?\s+[a-z\d])")


def _names(passage: Passage) -> tuple[str, ...]:
    return _spoken((passage.chapter, *passage.economies), passage.year)


@lru_cache(maxsize=256)
def _spoken(codes: tuple[str, ...], year: int) -> tuple[str, ...]:
    names = set()
    for code in codes:
        name = economies.name_of(code, year=year)
        names |= {name, f"The {name}", *economies.demonyms(code)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
