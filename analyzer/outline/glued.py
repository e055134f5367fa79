"""Headings that stand glued before the first sentence of their paragraph, as flattened text has them."""

from __future__ import annotations

import re
from functools import lru_cache

from analyzer.vocab import months

_OPENING = (
    r"(?:The|In|On|Since|As|Under|While|Although|U\.S\.|Foreign|Importers|There|Despite|Many|Most|Multiple|Some|"
    r"Several|All|A|An|Exporters|Companies)\s"
)
_HEADING = r"(?P<heading>[A-Z][\w’/()-]*(?:\s+(?:[A-Z][\w’/()-]*|and|of|for|on|the|in|to|&)){1,8})\s+"
_NO_HEADING = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|To|Of|With|Under|Over|Since|During|After|Before|Until|Following|Despite|Unlike|"
    r"Like|As|If|When|While|Although|Though|Because|Both|Neither|Prior|Effective|Through|Pursuant|According|Due|But|"
    r"And|Beginning|Starting|Last|Other|U\.S\.|Many|Most|Some|Several|All|Per|Among|Between|Within|Outside|Along|"
    rf"Based|Given|Except|Additionally|However|{months.ANY})\b"
)
_OPENS = re.compile(r"\s+(?:Many|Most|Multiple|Some|Several|All|A|An|The|In|On|Foreign|Currently|Only)$")


def glued_heading(sentence: str, *, names: tuple[str, ...] = ()) -> str | None:
    """The heading that stands glued before a sentence, or None.

    "Import Licensing The law requires ..." gives "Import Licensing"; with the economy's names so does "Import
    Licensing Ruritania requires ...".
    """
    match = _pattern(names).match(sentence)
    if match is None or _NO_HEADING.match(sentence):
        return None
    heading = _OPENS.sub("", match["heading"])
    words = heading.split()
    while words and words[-1].removesuffix("’s").removesuffix("'s") in names:
        words.pop()
    heading = " ".join(words)
    capitals = sum(word[0].isupper() for word in words)
    return heading if 2 <= len(words) <= 8 and capitals >= 2 and words[-1][0].isupper() else None


@lru_cache(maxsize=512)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The heading, then a usual opening, or one of the names with a small letter after it."""
    named = "|".join(re.escape(name) for name in names)
    return re.compile(_HEADING + (rf"(?={_OPENING}|(?:{named})(?:’s|'s)?\s[a-z])" if names else rf"(?={_OPENING})"))
