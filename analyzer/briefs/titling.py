"""Names for matters: the printed heading, the heading that a text table ran into the first sentence, or a law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from analyzer.queries import names_of
from analyzer.records import Passage
from analyzer.vocab import common, economies, months

_CAPITAL = r"(?!No?\b)[A-Z][\w’'&/\-]*"
_JOIN = r"(?:and|of|for|the|in|to|on|with|or|&)"
_STARTS = (
    r"In|The|As|On|Since|Under|Although|While|An|However|For|According|U\.S\.|There|Many|Most|Foreign|Effective|"
    r"Unlike|Despite|Following|Between|Beginning|Several|Multiple|Twenty-\w+"
)
_DASH = r"(?:[-–—•▪]\s+)?"  # before a heading in a table of texts
_RUN = rf"^{_DASH}(?!(?:{_STARTS})\b)((?:{_CAPITAL})(?:\s+(?:{_JOIN}\s+)?{_CAPITAL})"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:{_JOIN})\s+){{0,2}}{_CAPITAL}){{1,18}}(?:\s+N(?:o?[.˚°º]|umber))?"
    rf"(?:\s+\d[\w/\-]*(?:[., ]\d{{3}}\b|[.,]\d+)*)?"
    rf"(?:\s+\([A-Z][\w&/\-]{{1,9}}\)(?:\s+{_CAPITAL}){{0,3}})?"
)
_LISTED = re.compile(
    rf"(?:(?!(?:{_STARTS})\b){_CAPITAL}(?:\s+{_CAPITAL})*,\s+)+(and\s+)?$"
)  # "Soap, Salt, and" before "Tax Act"
MOST = 4000  # characters of a text that are looked at; printed paragraphs have 2,350 at most
_LONGEST = 120
_NEVER = re.compile(
    r"^(?:United States|U\.S\.|The United|European Union|World Trade|WTO|Special 301|Watch List|Internet Protocol|"
    rf"UFLPA|Uyghur|Trade (?:Expansion )?Act|{months.ANY})\b|"
    r"^\w+ (?:Decrees?|Orders?|Laws?|Bills?|Regulations?|Standards?)$"
)
_LEADING = re.compile(
    rf"^(?:(?:(?:According|Pursuant) to(?: the)?|{_STARTS}|A|Also|If|When|Some|Both|These|Although|Because|"
    r"Established|Similarly|Likewise|Specifically|Previously|Recently|Currently|Subsequently|Additionally)\s+)+"
)
_INSTRUMENT = re.compile(
    r"\b(?:Acts?|Laws?|Decrees?|Orders?|Regulations?|Directives?|Resolutions?|Codes?|Program(?:me)?s?|Polic(?:y|ies)|"
    r"Plans?|Initiatives?|Mechanisms?|Tax|Standards?|Strategy|Schemes?|System|List|Framework|Agreement|Convention|"
    r"Protocol|Treaty|Quotas?|Fees?|Rules?|Bills?|Project)$"
)
_OF_STATE = re.compile(
    r" of [A-Z][\w’'-]+ (?:Acts?|Laws?|Codes?|Decrees?|Bills?|Regulations?)$"
)  # "Council of Chile Act"
_NUMBERLESS = re.compile(r"\s+N(?:o?[.˚°º]|umber)$")  # "Law No. (21)"
_OPENS = re.compile(rf"\s+(?:{_STARTS})$")  # the sentence's first word, which a heading has swallowed
_AGAIN = re.compile(rf"{_RUN}{{1,9}})\s+([A-Z][a-z]+\s+[a-z(].*)", re.DOTALL)
_GOES_ON = re.compile(r"^Separately\b|[’']s\b")  # a sentence, and no heading
_BODY = re.compile(
    r"(?:Acts?|Laws?|Tax|Programs?|Frameworks?|Systems?|Committees?|Corporation|Company|Agency|Authority|Boards?|"
    r"Commission|Council|Ministry|Office|Bureau|Department|Institute|Bank|Fund|Procurement)\b"
)
_SOON = 150  # characters in which a sentence comes back to the words of its heading
_NO_CORE = re.compile(
    r"law|act|bill|decree|code|regulation|order|directive|program(?:me)?|policy|plan|mechanism|tax|standard|strategy|"
    r"scheme|system|list|framework|quota|rule|project|national|federal|draft|amended|revised|proposed|implementing|"
    r"technical|general|special|public|executive|government|with|from|under"
)
_HEAD = re.compile(r"\s+(?:of|on|for|to|in|with|N(?:o?[.˚°º]|umber)|\d)")
_SHORT = re.compile(r"\s+\([^)]*\)")
_ONE_WORD = re.compile(rf"{_RUN}{{0}})\s+(?=(?:In|The|On|Since|Under)\s+\w)")
_NO_SUBJECT = re.compile(
    r"\w+(?:ly|ing)\b|(?:Altogether|Given|Because|Where|When|Whereas|Moreover|Further|Furthermore|"
    r"Nevertheless|Overall|Within|Through|Pursuant|After|Before|During|With|Without|Like|Among|Notwithstanding|Thus|Also|Each|Both|Some|Until|Against|"
    r"Beyond|Regarding|Concerning|These|This|That|Such|Therefore|Instead|Besides|Today|President|Minister|"
    rf"{months.ANY})\b"
)  # a word before "Ruritania's", and no heading
_REST = re.compile(r"(?:’s|'s)?(?:\s+\w+)?")
_CUT = re.compile(
    rf"\s+(?:In|On|As|The|Since|Under|Although|While|An|However|For)\s|\s+(?:in|of|on)\s+(?:{months.ANY})\b"
)


def run_in(passage: Passage) -> int:
    """The length of the heading with which the passage's text begins, 0 where it has none.

    Text tables print headings and sentences in one run: "Import Licensing Bolivia maintains a broad ...".
    """
    if passage.pdf_page is not None:
        return 0
    if passage.heading:
        heading = _printed(passage)
        return len(heading) if passage.text.startswith(f"{heading} ") else 0
    text = passage.text[:MOST]
    names = _names(passage)
    found = _before_subject(names).match(text) or _ONE_WORD.match(text) or _before_its_words(text)
    if found is None and _NO_SUBJECT.match(text) is None:
        found = _before_whose(names).match(text)
    if found is None or _NEVER.match(found.group(1)) or found.group(1) in names:
        return 0
    return found.end(1)


def _before_its_words(text: str) -> re.Match[str] | None:
    """The heading before a sentence that says its words again: "Postal Banks Deposits at banks are ..."."""
    found = _AGAIN.match(text)
    if found is None or _GOES_ON.search(found.group(1)) or _BODY.match(found.group(2)):
        return None
    soon = {common.beginning(word) for word in re.findall(r"\b[a-z]{5,}", found.group(2)[:_SOON])}
    return found if soon & {common.beginning(word) for word in re.findall(r"\w{5,}", found.group(1))} else None


def _printed(passage: Passage) -> str:
    heading = passage.heading[-1].strip()
    return _OPENS.sub("", heading) if passage.pdf_page is None else heading


def title(passage: Passage, said: str) -> str:
    """The passage's printed heading, else its run-in heading, else the subject named in what is quoted, else ""."""
    if passage.heading:
        return _printed(passage)
    length = run_in(passage)
    return passage.text[:length].lstrip("-–—•▪ ") if length else subject(said, passage)


def subject(text: str, passage: Passage) -> str:
    """The first law, programme or plan that the text names in capitals, or ""."""
    return next(instruments(text, passage), "")


def instruments(text: str, passage: Passage) -> Iterator[str]:
    """The laws, programmes and plans that the text names in capitals.

    An agency is no subject: that it is named for the first time does not make it new, nor gone where it is not named.
    """
    own, text = _names(passage), text[:MOST]
    for match in _NAME.finditer(text):
        listed = _LISTED.search(text, max(0, match.start() - 2 * _LONGEST), match.start())
        if listed and not listed.group(1) and " and " not in match.group():
            listed = None
        whole = text[listed.start() if listed else match.start() : match.end()]
        name = _NUMBERLESS.sub("", _CUT.split(_LEADING.sub("", whole), maxsplit=1)[0].strip())
        bare = re.sub(r"’s?$|'s?$", "", name)
        if len(name.split()) < 2 or len(name) > _LONGEST or not name[0].isupper() or bare in own:
            continue
        head = _HEAD.split(_SHORT.sub("", name), maxsplit=1)[0]
        if _NEVER.match(name) or not (_INSTRUMENT.search(head) or _OF_STATE.search(name)):
            continue
        if not any(bare.startswith(one) and _REST.fullmatch(bare, len(one)) for one in own):
            yield name


def core(name: str, passage: Passage) -> frozenset[str]:
    """What a law is about: the words of its name, in the singular, without its kind, its state and its numbers."""
    own = {word.casefold() for name in _names(passage) for word in name.split()}
    words = (word.casefold() for word in re.findall(r"[^\W\d_]{4,}", _SHORT.sub("", name)))
    bare = (word.removesuffix("s") for word in words if word not in own)
    return frozenset(word for word in bare if _NO_CORE.fullmatch(word) is None)


def same(one: str, other: str) -> bool:
    """Whether two headings name the same: but for commas and the like, or for the words that name a kind of barrier."""
    if not one or not other:
        return False
    bare = tuple(" ".join(re.findall(r"\w+", heading.casefold())) for heading in (one, other))
    named = tuple({name.casefold() for name in names_of(heading)} for heading in (one, other))
    return bare[0] == bare[1] or bool(named[0] & named[1])


@lru_cache(maxsize=256)
def _before_subject(names: tuple[str, ...]) -> re.Pattern[str]:
    """A run of capitals before a sentence that begins with one of these names or one of the usual first words."""
    subjects = "|".join(map(re.escape, names))
    return re.compile(rf"{_RUN}{{1,9}}?)\s+(?=(?:{_STARTS})\s+\w|(?:{subjects})(?:(?:’s)?\s+[a-z\d]|’s\s+[A-Z]))")


@lru_cache(maxsize=256)
def _before_whose(names: tuple[str, ...]) -> re.Pattern[str]:
    """One word in capitals before what is said to be one of these names'."""
    subjects = "|".join(map(re.escape, names))
    return re.compile(rf"{_RUN}{{0}})\s+(?=(?:{subjects})’s\s)")


def _names(passage: Passage) -> tuple[str, ...]:
    return _spoken((passage.chapter, *passage.economies), passage.year)


@lru_cache(maxsize=256)
def _spoken(codes: tuple[str, ...], year: int) -> tuple[str, ...]:
    names = set()
    for code in codes:
        name = economies.name_of(code, year=year)
        names |= {name, f"The {name}", *economies.demonyms(code)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
