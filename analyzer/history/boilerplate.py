"""Sentences that are no barriers: trade figures, promises to watch and urge, orders of our own, agreements, members."""

from __future__ import annotations

import re
from functools import lru_cache

from analyzer.records import Passage

# What the United States is doing about a matter, or will do. A promise is a formula whatever it is about, and so is
# watching; an urging may be all that is said of a concern.
_WATCHING = re.compile(
    r"\b(?:The )?(?:United States|U\.S\. Government|U\.S\. officials|Administration|USTR|"
    r"Office of the United States Trade Representative)(?: and [^.]{3,60})? "
    r"(?:(?P<promise>will)\b[^.]{0,60}?|(?:ha(?:s|ve)|continues? to|is|are|remains?)(?! not)\b[^.]{0,25}?)"
    r"\b(?:(?P<watch>monitor|work|follow|watch|review|study|examin|evaluat|assess|meet)|"
    r"urg|press(?!ur)|engag|encourag|rais|seek|consult|pursu|discuss)\w*"
)
_WHEN = r"^\W*(?:(?:In|During|For|As of|Between|Since|On|Following|Finally|Additionally|Under)\b[^,.]{0,40}?,? )?"
_TRADED = re.compile(
    _WHEN + r"(?:(?!to\b|that\b)[\w.’'-]+ ){0,7}?"
    r"(?:exports?|imports?|trade (?:deficit|surplus|balance|with|between)|(?:foreign|direct) investment|FDI|"
    r"sales of services)\b.{0,120}?"
    r"\b(?:was|were|is|are|totaled|amounted|reached|rose|fell|grew|increased|decreased|declined|shifted)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\d.,])\d[\d.,]* ?(?:percent|billion|million|trillion)|\$ ?\d|\bby an? (?:half|third|quarter|fifth|tenth)\b|"
    r"\b(?:led by|concentrated|(?:mostly|largely) in)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:is|was|as|making \w+)\b[^.]{0,50}?(?:\W{1,3}largest|\btop)\W{1,3}(?:[\w.]+ ){0,3}"
    r"(?:market|partner|supplier|destination)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:United States|U\.S\.|our)(?!\w)")
# Words with which a figure of trade tells of a barrier or its effect.
_EFFECT = re.compile(
    r"\b(?:because|due to|result|despite|although|affect|block|prohibit|restrict|requir|ban(?:s|ned)?\b|barrier|"
    r"tariff|quota|dut(?:y|ies)\b|tax|licens|subsid|piracy|pirated|counterfeit|loss|commitment|only\b|if\b|could\b|"
    r"would\b|should\b|must\b|shall\b|less than\b|no\b|not\b|polic|measure|limit|caps?\b|ceiling|cost|price|"
    r"control|exempt|subject to\b|rates?\b)\w*",
    re.IGNORECASE,
)
_DEAL = (
    r"(?:agreements?|deals?|treat(?:y|ies)|conventions?|protocols?|(?:trade|agreement|accession|partnership|FTA|TPP) "
    r"negotiations|accession|dialogues?|partnership|free trade area|customs union|TIFA|BIT|FTAs?|TPP|CPTPP|RCEP|KORUS|"
    r"NAFTA|USMCA|CAFTA|WTO|World Trade Organization)"
)
_EXISTS = re.compile(
    _WHEN + rf"(?:\S+ ){{0,12}}?\W*{_DEAL}\b.{{0,90}}?\b(?:(?:entered|came|enter) into force|took effect|"
    r"(?:was|were) (?:signed|concluded|launched|completed)|is the (?:primary|main|principal) (?:mechanism|forum)|"
    r"(?:also |will )?(?:covers|includes?) (?:\w+ )?(?:disciplines|commitments))\b"
    rf"|{_WHEN}(?:\S+ ){{0,9}}?(?:signed|concluded(?! that)|announced plans|launched|initiated|completed|finalized|"
    r"negotiat(?:ed|ing)|joined|acceded|applied for|entered into|participat(?:es|ed|ing)|"
    r"(?:is|was|are) (?:\w+ )?(?:party|parties|signatory|signatories) (?:to|of)|"
    rf"(?:has|have|had) (?:also )?(?:an?|[\w-]+teral))\b.{{0,90}}?\b{_DEAL}\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"^(?:\S+ ){0,12}?(?:(?:is|are|was|were|became) (?:also )?(?:an? )?(?:founding |full |associate )?"
    r"(?:members?|participants?) (?:of|in)\b|comprises?\b|is (?:made up|composed) of\b|consists? of\b|"
    r"members?(?: states| countries)?(?: of (?:\S+ ){1,8}?)? ?(?:are|include) (?-i:[A-Z]))",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Council|Union|Association|Community|Organization|Area|Market|Forum|Cooperation|Convention|Agreement|"
    r"[A-Z]{3,})\b"
)
_MEETING = re.compile(
    r"\bmeet (?:regularly|periodically)\b|\bmeet to review (?:the )?implementation\b"
    r"|^(?:\S+ ){0,12}?(?:hosted|held|convened) (?:[\w-]+ ){0,4}(?:meetings?|dialogues?|discussions|rounds?)\b"
)
# Relief from burdens, which agreements promise, is none.
_RELIEF = re.compile(
    r"\b(?:duty|tariff|quota)[- ]free\b|\bbarriers? to trade\b|\btariffs? and trade\b"
    r"|\b(?:eliminat|remov|reduc|liberaliz)\w* (?:[\w-]+ ){0,4}?(?:tariffs?|duties|barriers?|taxes)\b",
    re.IGNORECASE,
)
_BURDEN = re.compile(
    r"\b(?:prohibit|restrict|requir|must|shall|ban(?:s|ned)?\b|limit|impos|exclu|discriminat|barrier|burden|"
    r"tariff|quota|dut(?:y|ies)\b|tax|fees?\b|licens|subsid|monopol|obstacle|problem|difficult|delay|fail|lack|"
    r"inadequate|incomplete|unclear|however|although|despite|but\b|not\b|no\b|nor\b|never\b|yet\b|unable|ineligib|"
    r"pira|counterfeit|infring|corrupt|procurement|GPA\b|offset|notif|laws?\b|legislat|decree|regulat|propos|dispute|"
    r"arbitra|challeng|rates?\b|question|suspend|commit(?:ted|s) to|standard|contract)\w*",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"\b(?:this|these|those|such)(?: [\w-]+){1,3}", re.IGNORECASE)  # told before, not here
# What the United States orders itself, told in many chapters.
_ORDERS = re.compile(
    r"^(?:On \w+ \d+, \d{4}, )?(?:\w+ ){0,5}(?:Secretary of the Treasury|Treasury Department|United States Trade "
    r"Representative|U\.S\. (?:[A-Z]\w+ ){0,3}(?:Delegation|Mission|Representative|Department))\b"
    r".*\b(?:shall|provided (?:\w+ )?notice)\b"
    r"|^(?:On \w+ \d+, \d{4},? )?[Tt]he United States issued an? (?:\w+ ){0,3}"
    r"(?:Memorandum|Executive Order|Proclamation)\b"
)
# Others speak of a concern, beside what the United States does about it.
_SAID = re.compile(r"\b(?:rais|express|report|complain|claim|alleg|challeng)\w*", re.IGNORECASE)
_CONCERN = re.compile(r"\bconcern", re.IGNORECASE)


# Words without which no sentence is a formula of a kind: a look for them is far less work than the patterns.
_WATCHERS = ("United States", "U.S.", "Administration", "USTR")
_TRADE_WORDS = ("export", "import", "trade", "investment", "fdi", "sales of services")
_AGREEMENT_WORDS = (
    "agreement", "deal", "treat", "convention", "protocol", "negotiation", "accession", "dialogue", "partnership",
    "free trade area", "customs union", "tifa", "bit", "fta", "tpp", "rcep", "korus", "nafta", "usmca", "wto",
    "world trade organization", "member", "participant", "compris", "made up of", "composed of", "consist", "meet",
    "hosted", "held", "convened",
)  # fmt: skip


def is_boilerplate(passage: Passage) -> bool:
    """Whether the passage as a whole describes no measure, practice or concern of the economy."""
    parts = [passage.text[start:end] for start, end in passage.sentences] or [passage.text]
    return all(_no_barrier(part) for part in parts)


@lru_cache(maxsize=50_000)  # much is printed again word for word, year by year
def _no_barrier(sentence: str) -> bool:
    ordered = _ORDERS.match(sentence) is not None
    return ordered or _watches(sentence) or _tells_trade(sentence) or _tells_agreement(sentence)


def _watches(sentence: str) -> bool:
    """Whether all that the sentence tells is what the United States does or will do about a matter told elsewhere."""
    found = _WATCHING.search(sentence) if any(word in sentence for word in _WATCHERS) else None
    if found is None:
        return False
    formula = found["promise"] or found["watch"]
    before = sentence[: found.start()]
    if _SAID.search(before) is not None:
        return False
    beside = before + ("" if formula else _REFERRED.sub(" ", sentence[found.end() :]))
    return _BURDEN.search(_RELIEF.sub(" ", beside)) is None


def _tells_trade(sentence: str) -> bool:
    """Whether all that the sentence tells is how much is traded or invested."""
    traded = _has(sentence, _TRADE_WORDS) and _TRADED.search(sentence) is not None
    figures = traded and _FIGURE.search(sentence) is not None
    ranked = _OURS.search(sentence) is not None and _RANK.search(sentence) is not None
    return (figures or ranked) and _EFFECT.search(sentence) is None


def _tells_agreement(sentence: str) -> bool:
    """Whether all that the sentence tells is that an agreement, talks or a bloc exist, and among whom."""
    if not _has(sentence, _AGREEMENT_WORDS):
        return False
    if _BURDEN.search(_RELIEF.sub(" ", sentence)) is not None or _CONCERN.search(sentence) is not None:
        return False
    members = _MEMBERS.search(sentence) is not None and _BODY.search(sentence) is not None
    return members or _EXISTS.search(sentence) is not None or _MEETING.search(sentence) is not None


def _has(sentence: str, words: tuple[str, ...]) -> bool:
    low = sentence.lower()
    return any(word in low for word in words)
