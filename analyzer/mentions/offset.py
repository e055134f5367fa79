"""OFFSET: the practices by which a buyer makes a foreign supplier give something back.

The noun is told from the verb and from duty, tax, carbon and film offsets by its neighbours; names of national
programmes come from the vocabulary.
"""

from __future__ import annotations

import re
from functools import cache

from analyzer.mentions import gates
from analyzer.mentions.offset_sense import domain_of, polarity_of
from analyzer.mentions.sentences import bounds_at, sentence_bounds
from analyzer.records import Label, Mention
from analyzer.vocab import offsets

_GATE = re.compile(
    r"(?i)offset|counter[-‑]?\s?(?:trade|purchas)|industrial\s(?:and\s\w+\s)?(?:cooperation|co-operation|participation"
    r"|collaboration|benefit)|\bI[CP]Ps?\b|\bIC\s|\bIP\s|economic\senhancement|international\scooperation\s\("
)
# One of these stands in whatever the gate lets through, or one of the abbreviations.
_GATE_WORDS = ("offset", "counter", "industrial", "enhancement", "cooperation")
_ABBREVIATED = re.compile(r"i(?<!\wi)[cp](?:ps?\b|\s)")  # begins with a letter: such a pattern is found quickly
_PRE = (
    r"(?:[Mm]ilitary|[Dd]efen[cs]e|[Cc]ommercial|[Dd]irect|[Ii]ndirect|[Aa]ircraft|[“\"‘―]?[Tt]rade\s+balancing[”\"’‖]?|[Pp]roduction|[Ee]conomic"
    r"|[Ii]ndustrial|[Cc]ivil(?:ian)?|[Dd]omestic|IC|[Nn]on-?[Dd]efen[cs]e|[Nn]on-?[Mm]ilitary"
    r"|[Tt]echnology|[Cc]ounter-?trade|[Rr]eciprocal|[Ll]ocal|[Nn]ational)"
)
_TITLED = (
    r"(?:(?:Defen[cs]e|Military|Technolog(?:y|ical)|Industrial|Commercial|Economic"
    r"|National),?\s+(?:and\s+)?){2,5}(?=Offset)"
)
_INSTRUMENT = (
    r"(?:(?:[Bb]usiness|[Ii]nvestment|[Cc]ontract)\s+)?(?:[Rr]equirements?|[Oo]bligations?|[Aa]greements?|[Pp]ackages?"
    r"|[Pp]roposals?|[Pp]olic(?:y|ies)|[Pp]rogram(?:me)?s?|[Pp]rovisions?|[Cc]omponents?|[Dd]eals?|[Aa]rrangements?"
    r"|[Cc]ontributions?|[Gg]uidelines?|[Rr]egulations?|[Pp]roduction|[Vv]entures?|[Cc]ommitments?|[Cc]ontracts?"
    r"|[Pp]lans?|[Ss]chemes?|[Pp]rojects?|[Rr]ules?|[Rr]egimes?|[Tt]ransactions?|[Pp]ractices?|[Cc]onditions?"
    r"|[Rr]equests?|[Uu]ndertakings?|[Oo]ffers?|[Pp]urchases|[Ll]aws?|[Ss]ystems?|[Dd]emands?|[Cc]lauses?"
    r"|[Tt]enders?|[Bb]uybacks?|[Oo]perations?)"
)
_MEASURE = (
    r"(?:percentages?|rates?|thresholds?|multipliers?|levels?|basis|values?|credits?|changes|amounts?"
    r"|partners?|shares?)"
)

# "offset(s)" as a noun with an instrument behind it, or bare.
_NOUN = re.compile(
    rf"(?:(?<![\w-])(?:{_TITLED}|(?:{_PRE}\s+){{1,2}})"
    rf"|(?<![\w-]))(?P<open>[“\"'‘―‟]\s?)?(?P<head>[Oo]ffsets?)(?P<close>\s?[”\"'’‖‟])?"
    rf"(?P<tail>\s+{_INSTRUMENT}(?![\w-]))?"
)
_VERB_BEFORE = re.compile(
    r"(?i)(?:\b(?:to|can|could|may|might|will|would|shall|should|must|been|be|being|is|are|was|were|not"
    r"|partially|partly"
    r"|largely|fully|more\sthan|only|somewhat|help|helps|helped|had|has|have|and\s(?:thus|thereby)|which"
    r"|that|often|also"
    r"|duties|taxes|companies|firms)\s+[“\"]?|[-–]\s*)$"
)
_NOUN_BEFORE = re.compile(
    r"(?i)\b(?:an?|the|any|no|its|their|such|each|this|these|of|for|on|in|his|all|some|significant"
    r"|percent|an?\s\w+|require|requires|required|requiring|seeks?|obtain|demands?)\s+[“\"]?$"
)
_OBJECT_AFTER = re.compile(
    r"(?i)\s+(?:the|a|an|any|its|their|this|these|those|some|all|part|much|most|by|against|with\sexports|foreign"
    r"|internal|adverse|government\spurchase|costs?|losses)\b"
)
_PREDICATE_AFTER = re.compile(
    r"(?i)\s+(?:is|are|was|were|has|have|had|can|may|must|will|would|allows?|appl(?:y|ies|ied)|amounts?"
    r"|requires?|equals?|for|as|on|in|to|at|with|from|and|or)\b|\s*[.,;:)]|\s*$"
)
_OTHER_SENSE_BEFORE = re.compile(
    r"(?i)(?:carbon|emissions?|dut(?:y|ies)|tax(?:es)?|subsid(?:y|ies)|screen|producer|location"
    r"|post,?\sdigital|greenhouse"
    r"|biodiversity|environmental|credit|rebate|PDV|compensatory|balance-sheet|import|trade)\s+(?:[\w-]+\s+)?$"
)
_OTHER_SENSE_AFTER = re.compile(
    r"(?i)\s+(?:print\w*|press(?:es)?|paper|lithograph\w*|plates?|machines?|against|Act\b|of\s+(?:duties"
    r"|tax)|on\s+(?:value|VAT|tax)|ink"
    r"|purchases?|Compan(?:y|ies)|Corporation|Group|Fund|Committee|Authority|Office|Department|Bureau|Unit"
    r"|Board|Secretariat)"
)
_BODY_AFTER = re.compile(r"\s+(?:Council|Division)\b")
_FISCAL = re.compile(
    r"(?i)\b(?:import dut(?:y|ies)|duty liability|tax liabilit(?:y|ies)|carbon|emissions?|greenhouse|fuel economy)\b"
)
_BUYING = re.compile(
    r"(?i)procure|tender|contract|purchase|defen[cs]e|military|bid|countertrade|counter-trade|local content|technology"
    r"\stransfer|supplier"
)

_TRADE = re.compile(
    r"(?<![\w-])(?P<open>[“\"'‘―‟]\s?)?[Cc]ounter(?:[-‑]\s?|\s)?(?:[Tt]rade|[Pp]urchas(?:es?|ing))"
    rf"(?P<close>\s?[”\"'’‖‟])?(?P<tail>\s+{_INSTRUMENT}(?![\w-]))?"
)
_COOPERATION = re.compile(
    r"(?<![\w-])(?:(?:[Nn]ational|[Dd]efen[cs]e|[Cc]ivil(?:ian)?|[Mm]ilitary)\s+)?"
    r"(?P<open>[“\"'‘―]\s?)?"
    r"(?:[Ii]ndustrial\s+(?:[Cc]o-?operation|[Pp]articipation|[Cc]ollaboration|[Bb]enefits)"
    r"|[Ii]nternational\s+[Cc]ooperation(?=\s*\(IC\)))"
    r"(?P<close>\s?[”\"'’‖])?"
    r"(?:\s*\((?:IC|IP)\))?"
    rf"(?P<tail>\s+{_INSTRUMENT}(?![\w-]))?"
    r"(?:\s*\((?:ICPs?|NIPP|NIP|DIP|SIP|ICs?|IPP)\))?"
)
_COOPERATION_NOT = re.compile(
    r"\s+(?:Authority|Company|Council|Committee|Agency|Department|Office|in\s+the\s+A\d|Enhancement"
    r"|\(AICO\)|[Zz]one)"
)
_SHORT = re.compile(
    rf"(?<![\w-])(?:IC|IP)\s+(?:{_INSTRUMENT})(?![\w-])|(?<![\w-])(?:ICPs?|NIPP|TEPAs?|ITBs?|IRBs?)(?![\w-])"
)
_INTERNET = re.compile(
    r"(?i)internet|content\sproviders?|\bweb|\bISPs?\b|telecom|\bMII\b|integrated\scircuit"
    r"|intellectual\sproperty|patent"
    r"|copyright|trademark|TRIPS|piracy|counterfeit|enforcement\sof\sIP"
)
_IMPORTED = re.compile(r"(?i)imported\scontent|parastatal")
_INDUSTRIAL = re.compile(
    r"(?i)procure|\bGPA\b|tender|bidd|vendor|offset|aircraft|technology\stransfer|industrial|countertrade"
    r"|parastatal|imported\scontent"
    r"|local\s(?:compan|industr|entit|firm)|contract|supplier|Tawazun|proposals?|invest"
)


@cache
def _programme_words() -> tuple[tuple[str, ...], ...]:
    """The words of each programme's name, the longest first."""
    names = sorted({p.name for p in offsets.programmes()})
    return tuple(tuple(sorted(gates.folded(name).split(), key=len, reverse=True)) for name in names)


@cache
def _programmes() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of programme names and their norms by lower-case name."""
    norms = {p.name.casefold(): p.norm for p in offsets.programmes()}
    forms = sorted((re.escape(p.name).replace(r"\ ", r"\s+") for p in offsets.programmes()), key=len, reverse=True)
    tail = r"(?:\s+(?:Agreements?|Policy)(?!\s+Guidelines))?(?:\s*\([A-Z]{2,6}s?\))?"
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(forms)}){tail}(?!\w)", re.IGNORECASE), norms


def find_offsets(text: str) -> list[Mention]:
    """Return the OFFSET mentions of a text with norm, domain and polarity, in order."""
    if not _speaks_of_offsets(text):
        return []
    bounds = sentence_bounds(text)
    found: list[Mention] = []
    for start, end, norm in sorted(_spans(text, bounds)):
        low, high = bounds_at(bounds, start)
        sentence, at, to = text[low:high], start - low, end - low
        attrs = {"domain": domain_of(sentence, at, to), "polarity": polarity_of(sentence, at, to)}
        found.append(Mention(start, end, Label.OFFSET, norm, attrs))
    return found


def _speaks_of_offsets(text: str) -> bool:
    plain = gates.folded(text)
    if (gates.holds(plain, _GATE_WORDS) or _ABBREVIATED.search(plain)) and _GATE.search(text):
        return True
    named = any(all(word in plain for word in words) for words in _programme_words())
    return named and _programmes()[0].search(text) is not None


def _spans(text: str, bounds: tuple[tuple[int, int], ...]) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    pattern, norms = _programmes()
    for match in pattern.finditer(text):
        spans.append((match.start(), match.end(), norms[" ".join(match.group("name").casefold().split())]))
    taken = list(spans)
    for finder in (_cooperation_spans, _trade_spans, _offset_spans):
        for start, end, norm in finder(text, bounds):
            if not any(start < other_end and other_start < end for other_start, other_end, _ in taken):
                taken.append((start, end, norm))
    return taken


def _trade_spans(text: str, bounds: tuple[tuple[int, int], ...]) -> list[tuple[int, int, str]]:
    return [(*_unquoted(text, m), "countertrade") for m in _TRADE.finditer(text)]


def _cooperation_spans(text: str, bounds: tuple[tuple[int, int], ...]) -> list[tuple[int, int, str]]:
    out = []
    for match in _COOPERATION.finditer(text):
        if _COOPERATION_NOT.match(text, match.end()) or text[: match.start()].endswith(("ASEAN ", "Asean ")):
            continue
        out.append((*_unquoted(text, match), "industrial_cooperation"))
    for match in _SHORT.finditer(text):
        low, high = bounds_at(bounds, match.start())
        sentence = text[low:high]
        words = match.group()
        # IP is intellectual property, mostly
        rights = words.startswith("IP ") and "articipation" not in text and not _IMPORTED.search(sentence)
        plain = words.startswith("IC ") or _INDUSTRIAL.search(sentence.replace(words, " "))
        if plain and not rights and not _INTERNET.search(sentence):
            norm = "offset" if match.group().startswith("TEPA") else "industrial_cooperation"
            out.append((match.start(), match.end(), norm))
    return out


def _unquoted(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the span, without quotation marks that have no partner in it or that only wrap it whole."""
    start, end = match.span()
    opened, closed = match.group("open"), match.group("close")
    at_start = bool(opened) and start == match.start("open")
    at_end = bool(closed) and end == match.end("close")
    if at_start and (at_end or not closed):
        start = match.end("open")
    if at_end and (at_start or not opened):
        end = match.start("close")
    elif closed and not opened and text[start - 1 : start] in set("“\"'‘―"):
        start -= 1  # the mark opens before a modifier: “commercial offset” requirements
    return start, end


def _offset_spans(text: str, bounds: tuple[tuple[int, int], ...]) -> list[tuple[int, int, str]]:
    out = []
    for match in _NOUN.finditer(text):
        low, high = bounds_at(bounds, match.start())
        if _is_practice(text, match, text[low:high]):
            out.append((*_unquoted(text, match), "offset"))
    return out


def _is_practice(text: str, match: re.Match[str], sentence: str) -> bool:
    """Tell the practice from the verb and from other offsets, by the words around."""
    start, end = match.start(), match.end("close") if match.group("close") else match.end("head")
    before = text[max(0, start - 30) : start]
    if _OTHER_SENSE_BEFORE.search(before) or _OTHER_SENSE_AFTER.match(text, end) or _BODY_AFTER.match(text, end):
        return False
    plural = match.group("head").lower().endswith("s")
    modified = match.group().lstrip("“\"'‘―‟ ")[:6].lower() != "offset"
    if plural:
        governed = re.search(
            r"(?i)\b(?:of|for|to|on|in|from|as|with|by|through|requir\w+|seek\w*|demand\w*|request\w*"
            r"|preclud\w+|mandat\w+|prohibit\w*|impos\w+"
            r"|includ\w+|involv\w+|obtain\w*|offer\w*|accept\w*|use|uses)\s+$",
            before,
        )
        if _OBJECT_AFTER.match(text, end) and not modified and not governed:
            return False
        return not (_FISCAL.search(sentence) and not _BUYING.search(sentence))
    if match.group("tail"):
        if re.match(r"\s+(?:Division|Office|Department|Committee|Unit|Board|Authority)\b", text[match.end() :][:14]):
            return False
        return not re.search(r"(?i)\b(?:to|help|partially|could|can|may|would|will|been|be)\s+$", before)
    if re.match(rf"\s+{_MEASURE}\b", text[end : end + 16]) and not _VERB_BEFORE.search(before):
        return True
    if modified and "IC" in match.group():
        return True
    if _VERB_BEFORE.search(before) or not (_NOUN_BEFORE.search(before) or re.search(r"(?i)\band\s+$", before)):
        return False
    if _OBJECT_AFTER.match(text, end):
        return False
    return bool(_PREDICATE_AFTER.match(text, end)) and bool(_BUYING.search(sentence) or not _FISCAL.search(sentence))
