"""Which publication a text speaks of: a report on trade barriers, or some other report or list."""

from __future__ import annotations

import re

from analyzer.claims.cues import SPEAKS

# What the press calls the report, and what it holds.
_BOOK = (
    r"(?:reports?|lists?|catalogue|catalog|inventory|register|registry|roll|roster|survey|tally|round-?up|compendium|"
    r"dossier|digest|ledger|stocktake|stocktaking|rundown|litany|overview|books?)"
)
_WOES = (
    r"(?:irritants?|grievances?|complaints?|gripes?|barriers|obstacles|hurdles|bugbears?|woes|objections|sore points?|"
    r"trade sins|quarrels|wrongs|unfair practices|trade practices|trade restrictions)"
)
# Names that leave no doubt.
_OURS = re.compile(
    rf"\b{_BOOK} (?:of|on) (?:\w+ ){{0,3}}?{_WOES}\b|"
    r"\b(?:(?:US|American|Washington['’]s|America['’]s) (?:\w+ )?(?:czar|tsar|chief|envoy|negotiator|representative|"
    rf"ambassador|office)|Washington|America)['’]s (?:\w+ ){{0,3}}?{_BOOK}\b|"
    r"\bNTE\b|\bNational Trade Estimate\b|\btrade estimate\b|\bUSTR\b|\btrade[- ]barriers?\b|\bbarriers to trade\b|"
    r"\bbarriers? (?:report|list|survey|inventory|catalogue|book|dossier|tally)s?\b|\btrade obstacles\b|"
    r"\b(?:list|report|catalogue|inventory)s? (?:of|on) (?:\w+ ){0,3}?barriers\b|"
    r"\b(?:(?:US|American) trade (?:report|office)|(?:Washington|America|Greer|Tai|Lighthizer|Froman|Kirk|Schwab|"
    r"Portman|Zoellick|Barshefsky|Kantor)['’]s (?:\w+ ){0,2}"
    r"(?:report|list|catalogue|inventory|books))\b"
)
_ANY = re.compile(
    r"\b(?:reports?|lists?|listed|listing|delisted|NTE|estimates?|editions?|chapters?|USTR|barriers|document|catalogue|"
    r"trade representative)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:reports?|lists?|NTE|estimates?|editions?|chapters?|barriers|document|catalogue|survey|volumes?|"
    rf"{_BOOK} of (?:\w+ ){{0,3}}?{_WOES}|"
    r"barrier (?:book|dossier|tally)|USTR['’]s (?:books|radar|agenda))\b",
    re.I,
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d (?:reports?|lists?|editions?)\b|\b(?:report|list|edition)s? (?:of|for) (?:19|20)\d\d\b"
)
_THE_REPORT = re.compile(
    r"\b(?:the|this|its|USTR['’]s|Washington['’]s|American|U\.?S\.?) (?:\w+ ){0,3}?"
    r"(?:report|list|NTE|edition|survey|catalogue|inventory|chapter|pages)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Others who publish reports and keep lists; the list of something that is no barrier.
_OTHERS = re.compile(
    r"\b(?:central |development |world )?banks?['’]?s? (?:\w+ )?report\b|"
    r"\b(?:IMF|OECD|WTO|UN|World Bank|Fed)['’]?s? (?:\w+ ){0,2}(?:report|list)\b|"
    r"\b(?:report|list|survey)s? of (?:its|their|his|her|our) own\b|"
    r"\b(?:index|ranking|rating|league table) of\b|\bwatch list\b|\bnotorious markets?\b|"
    r"\b(?:Special 301|competitiveness|human rights|trafficking|investment climate|trade policy) (?:\w+ )?"
    r"(?:report|review|list)\b|"
    r"\b(?:airline|company|firm|carmaker|bank|retailer|university|club|team)['’]s (?:\w+ ){0,3}(?:report|list)\b|"
    r"\bits (?:\w+ )?(?:report|list),? the (?:airline|company|firm|carmaker|bank|retailer|university|club|team)\b",
    re.IGNORECASE,
)
_SISTERS = re.compile(r"\b(?:Special 301|watch list|notorious markets?)\b", re.IGNORECASE)  # of the same issuer
_ISSUER = re.compile(r"\bUSTR\b")
_LIST_OF_OTHERS = re.compile(
    r"\blists? of (?!(?:\w+ ){0,3}?(?:barriers|obstacles|complaints|grievances|irritants|issues|concerns|measures|"
    r"items|practices|restrictions|targets|"
    r"countries (?:covered|with barriers|criticised|criticized|faulted|blamed|named|cited|accused|rebuked)|trade|"
    r"(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:launch|initiat|open|start|conclud|suspend|request)\w* (?:an? |the |its |new )*(?:\w+ ){0,3}?"
    r"(?:investigation|dispute|case|consultations|negotiations|talks|inquiry|probe)s?\b",
    re.IGNORECASE,
)
_NO_LIST = re.compile(r"\b(?:reports?|NTE|estimates?|editions?|barriers)\b", re.I)


def ours(text: str) -> bool:
    """Whether a text speaks of a report on trade barriers, as far as can be seen.

    Whoever issues it keeps other lists, too: of a text on one of them his name tells nothing.
    """
    plain = text.replace("U.S.", "US")
    sister = _SISTERS.search(plain) is not None
    known = _OURS.search(_ISSUER.sub(" ", plain) if sister else plain)
    return bool(known) or (bool(_ANY.search(plain)) and none_other(plain))


def meant(text: str) -> bool:
    """Whether a sentence surely speaks of such a report: by its name, or by the year of an edition."""
    plain = text.replace("U.S.", "US")
    return bool(_NOUN.search(plain)) and bool(_OURS.search(plain) or _DATED.search(plain)) and none_other(plain)


def hinted(text: str) -> bool:
    """Whether a sentence seems to speak of such a report: of "the report", with a year."""
    return bool(_THE_REPORT.search(text) and _YEAR.search(text)) and none_other(text)


def acts(text: str) -> bool:
    """Whether a sentence tells what an office does, not what it writes: it opens a case, or holds talks."""
    return bool(_ACTS.search(text))


def none_other(text: str) -> bool:
    """Whether a text names no other publisher's report and no list of other things."""
    return not _OTHERS.search(text) and (not _LIST_OF_OTHERS.search(text) or bool(_NO_LIST.search(text)))


def named(text: str) -> bool:
    """Whether a sentence names a publication, or whoever issues it with what is said there."""
    return bool(_NOUN.search(text)) or (bool(_ANY.search(text)) and bool(SPEAKS.search(text)))
