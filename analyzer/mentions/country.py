"""COUNTRY: names of countries, customs territories and blocs, and the adjectives that stand for them.

A name inside the title of an agreement, a body, a law or a firm is no mention of the country, nor is a language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from analyzer.mentions.trie import trie_pattern
from analyzer.records import Label, Mention
from analyzer.vocab import economies

_WORD = r"(?:U\.S\.|[A-Z][\w’'&/–-]*)"
_LINK = r"(?:(?:of|on|for|and|in|to|&|against)\s+)"
_BETWEEN = rf"(?:\s*[–-]\s*|\s+)(?:{_WORD}\s+(?:{_LINK}?{_WORD}\s+){{0,6}}?{_LINK}?)?"

# A title that ends in one of these is an agreement, whoever stands in front.
_AGREEMENT = (
    r"Agreements?|Treaty|Treaties|Accords?|Pact|Protocol|Memorandum|FTAA?|FTAs|TPA|TPAs|BIT|EPA|CTPA|MOU|TIFA"
    r"|Framework|Initiative|Dialogue|Arrangements?|Economic\s+Partnership|Free\s+Trade\s+Area|(?:free"
    r"|preferential)\s+trade\s+(?:agreement|area)"
)
# Firms, associations and brands: no mention even after an adjective ("Korean Air").
_FIRM = (
    r"Airlines?|Airways|Unicom|Netcom|Network\s+Communications|Air|Aerospace|Telecom|Telekom|Company|Co\.|Corporation|Corp\b\.?|Inc\b|Ltd\b|Limited|Chambers?(?!\s+of\s+(?:Deputies|Representatives))"
    r"|Association|Federation|Confederation|College|University|Motors?|Railways?|Petroleum|Tobacco|Electric|Online"
    r"|Express|Depositary|Depository|National\s+Standards\s+Institute|Society|Times|Post\b(?!\s+Office)"
    r"|(?<=American\s)Institute|Institute\s+of\s+(?:Chartered|Certified|Accountants|Architects)"
)
# Bodies and laws: no mention after the country's own name ("Korea Fair Trade Commission").
_BODY = (
    r"Commission|Council|Institute|Institution|Bank|Agency|Authority|Board|Bureau|Center|Centre|Exchange"
    r"|Group|Holdings?"
    r"|Committee|Consortium|Post|Act|Laws?|Code|Decree|Ordinance|Fund|Forum|Trust|Insurance|Broadcasting|Television"
    r"|Oil|Gas|Steel|Power|Organi[sz]ation|Foundation|Union|Service|Services|Corporation|Administration"
    r"|Office|Standards?"
    r"|Specifications?|Pharmacopoeia|Plan|Energy|Tourism|Investment|Enterprise|Police|Alliance|Certification|Mobile|Telecommunications?"
)
_GOVERNMENT = re.compile(
    r"\s+(?:Government|Ministr|Parliament|Customs|Embassy|Consulate|Chamber\s+of\s+Deputies|Congress|Cabinet|National\s+Assembly|Supreme|President|Prime"
    r"|Department|Senate|House|Federal|Legislat|Member|Trade\s+Representative)"
)
_MINISTRY = re.compile(
    r"\s+(?:Government|Ministr|Parliament|Embassy|Congress|Cabinet|President|Prime|Member|Department\s+of"
    r"|National\s+Assembly)"
)
_TO_JOINT = re.compile(
    rf"\s?[–-]\s?{_WORD}\s+(?:{_WORD}\s+(?:{_LINK}?{_WORD}\s+){{0,5}}?{_LINK}?)?(?:Commission|Committee"
    rf"|Council|Forum|Working\s+Group)\b"
)
_TO_AGREEMENT = re.compile(rf"{_BETWEEN}(?:{_AGREEMENT})\b")
_TO_FIRM = re.compile(rf"\s+(?:{_WORD}\s+(?:{_LINK}?{_WORD}\s+){{0,4}}?{_LINK}?)?(?:{_FIRM})(?![a-z])")
_TO_BODY = re.compile(rf"\s+(?:{_WORD}\s+(?:{_LINK}?{_WORD}\s+){{0,5}}?{_LINK}?)?(?:{_BODY})\b")
_FROM_BODY = re.compile(
    r"(?:Bank|[A-Z]\w+\s+Administration|Office|[A-Z]\w+\s+Service|Communist[\s\"]+Party|Gazette|Tender\s+Chamber|Society|University|Chambers?\s+of\s+Commerce(?:\s+and\s+Industry)?|Association|Federation|Confederation"
    r"|Institute|Board|Authority|Corporation|Council|Exchange|Commission|Agency|(?<!European\s)Union|Company|Institution|Standards?)"
    rf"\s+(?:{_WORD}\s+)?(?:of|for)\s+(?:the\s+)?$"
    rf"|(?:Administration|Service)\s+of\s+{_WORD}\s+of\s+(?:the\s+)?$"
    r"|American\s+Chambers?\s+of\s+Commerce\s+in\s+(?:the\s+)?$"
)
_LANGUAGE_AFTER = re.compile(r"[-\s]+(?:and\s+\w+\s+)?(?:language|text|script|translation|characters|version|letters)")
_IN_LANGUAGE = re.compile(r"\b(?:in|into|and|or|English,?)\s+(?:the\s+)?[“\"]?$")
_AFTER_LANGUAGE = re.compile(
    r"\s*(?:[.,;:)”\"]|$|(?:and|or|as|on|to|before|with|is|only|by|at|for|but|which|rather)\b)"
)
_LANGUAGES = frozenset({
    "Arabic", "Bulgarian", "Chinese", "Czech", "Danish", "Dutch", "Finnish", "French", "German", "Greek", "Hungarian",
    "Indonesian", "Italian", "Japanese", "Kazakh", "Korean", "Norwegian", "Polish", "Portuguese", "Romanian",
    "Russian", "Spanish", "Swedish", "Thai", "Turkish", "Ukrainian", "Uzbek", "Vietnamese",
})  # fmt: skip
# Places and things that only borrow a name.
_BORROWED_BEFORE = re.compile(
    r"(?:\b(?:Latin|North|Central|South|Pan|Inter|Native|African|Meso|Ibero)[\s-]|\b(?:Gulf|Sea)\sof\s|\bde\s)$"
)
# Firms and offices that put the country behind their own name: "Telecom Egypt", "Health Canada".
_NAMED_BEFORE = re.compile(
    r"\b(?:Telecom|TELECOM|Telkom|Telekom|Vodafone|Celtel|Airtel|Nextel|Wireless|Orange|Zain|Cola|Toyota|Bursa|Negara"
    r"|Radio|Air(?:\s+Services)?|Invest|Food\s+Standards(?:\s+Australia)?"
    r"|(?:Technology\s+)?Partnerships?|Bahasa|Self-\s?Reliant|[Ee]-)\s*$"
)
_CANADIAN = re.compile(
    r"\b(?:Health|Heritage|Investment|Industry|Statistics|Transport|Environment|Revenue|Creative|Development)\s+$"
)
_INDONESIAN = re.compile(r"(?<!World\s)(?<!Development\s)\bBank(?:\s+Export)?\s+$")
_BORROWED_PAIRS = re.compile(
    r"(?:South China Sea|New Mexico|Northern Ireland|(?:Sea Island|Atlanta|Savannah),? Georgia|Supreme Soviet"
    r"|Bank of America|American (?:Samoa|Indians?)|Michael Jordan)"
)
_BORROWED_AFTER = re.compile(
    r"\s(?:Round\b|Industrial\s+Cooperation\b|States\b|S\.A\.|City\b|Delta\b|Canal\b|Ocean\b|Samoa\b"
    r"|Columbia\b|Indians?\b|nuts?\b|fries\b|encephalitis|beetle"
    r"|Papers\b|Shell\b|[Cc]hallenge\b|Virgin\b|Times\b)|[-–]Pacific\b|\s?\$|\s\d"
)
_STATE_BEFORE = re.compile(
    r"(?:(?:Federal|Islamic|Arab|Democratic|Socialist|Bolivarian|Hashemite|Federative|Cooperative|United)\s+)?"
    r"(?:Republic|Kingdom|Sultanate|State|Commonwealth)\s+of\s+(?:the\s+)?$"
)


def _vocabulary(year: int | None) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return the pattern of the names and, by folded name, code and role.

    An abbreviation that had gone out of use by then stands for something else ("EC", the Commission, after 2009).
    """
    return _compiled(_outlived(year))


@cache
def _outlived(year: int | None) -> frozenset[str]:
    """Return the abbreviations that no longer stand for an economy in a text of that year."""
    return frozenset(
        entry.name
        for entry in economies.names()
        if entry.role == "abbreviation"
        and entry.code == "EUU"
        and year is not None
        and entry.valid_to is not None
        and entry.valid_to.year < year
    )


@cache
def _compiled(outlived: frozenset[str]) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    forms: set[str] = set()
    known: dict[str, tuple[str, str]] = {}
    for entry in economies.names():
        if entry.role == "label" or (entry.role == "abbreviation" and entry.code == "EUU" and entry.name in outlived):
            continue
        forms.add(entry.name)
        known.setdefault(economies.fold(entry.name), (entry.code, entry.role))
        if entry.role in {"official", "name"} and len(entry.name) > 3:
            forms.add(entry.name.upper())
    firsts = "".join(sorted({first for form in forms for first in (form[0], unicodedata.normalize("NFKD", form)[0])}))
    begins = rf"(?=[{re.escape(firsts)}])(?<![\w@.])(?<![^A-Za-z)]/)(?<!/[A-Z]/)"  # the quickest look comes first
    return re.compile(rf"{begins}(?:{trie_pattern(sorted(forms))})(?=s\b|\W|$)(?!['’]\w\w)"), known


def find_countries(text: str, *, year: int | None = None) -> list[Mention]:
    """Return the COUNTRY mentions of a text of that year, in order."""
    pattern, known = _vocabulary(year)
    found = []
    for match in pattern.finditer(text):
        entry = known.get(economies.fold(match.group()))
        if entry is None:
            continue
        code, role = entry
        start, end = match.span()
        if role in {"official", "name"} and code != "USA":
            state = _STATE_BEFORE.search(text, max(0, start - 40), start)
            start = state.start() if state else start
        if (
            not _borrowed(text, start, end)
            and not _language(text, match)
            and not _in_title(text, start, end, code, role)
        ):
            found.append(Mention(start, end, Label.COUNTRY, code))
    return found


def _borrowed(text: str, start: int, end: int) -> bool:
    if _BORROWED_BEFORE.search(text, max(0, start - 16), start) or _NAMED_BEFORE.search(
        text, max(0, start - 40), start
    ):
        return True
    if text.startswith("Indonesia", start) and _INDONESIAN.search(text, max(0, start - 14), start):
        return True
    if text.startswith("Canada", start) and _CANADIAN.search(text, max(0, start - 14), start):
        return True
    pair = _BORROWED_PAIRS.search(text, max(0, start - 12), end + 4)
    if pair and pair.end() >= end:
        return True
    after = _BORROWED_AFTER.match(text, end)
    if after is None:
        return False
    # "US 5 million" in text that lost its dollar signs is money; "Korea 5 million" is not.
    money = after.group().lstrip()[0] in "$0123456789"
    return not money or text[start:end] == "US"


def _language(text: str, match: re.Match[str]) -> bool:
    name, end = match.group(), match.end()
    if name not in _LANGUAGES:
        return False
    if _LANGUAGE_AFTER.match(text, end):
        return True
    before = _IN_LANGUAGE.search(text, max(0, match.start() - 12), match.start())
    return bool(before and _AFTER_LANGUAGE.match(text, end))


def _in_title(text: str, start: int, end: int, code: str, role: str) -> bool:
    if text.startswith(("'", "’", "‘"), end):  # "Tunisia's 2018 Finance Law" names the country outside the title
        return _of_body(text, start)  # but "the Bank of Ghana's rules" does not
    window = min(len(text), end + 110)
    own_name = role in {"official", "name", "abbreviation"} and code != "USA" and code not in economies.blocs()
    if (_MINISTRY if own_name else _GOVERNMENT).match(text, end, window):
        return False
    if (
        _TO_AGREEMENT.match(text, end, window)
        or _TO_FIRM.match(text, end, window)
        or _TO_JOINT.match(text, end, window)
    ):
        return True
    if own_name and _TO_BODY.match(text, end, window):
        return True
    return _of_body(text, start)


def _of_body(text: str, start: int) -> bool:
    if not text[max(0, start - 70) : start].rstrip().endswith(("of", "for", "in", "the")):
        return False  # as most are, and this is quicker told
    return _FROM_BODY.search(text, max(0, start - 70), start) is not None
