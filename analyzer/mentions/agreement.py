"""AGREEMENT: mentions of agreements that open or govern government procurement."""

from __future__ import annotations

import re

from analyzer.mentions import gates
from analyzer.mentions.sentences import bounds_at, sentence_bounds
from analyzer.records import Label, Mention
from analyzer.vocab import agreements

_GATE = re.compile(
    r"(?i)procure|GPA|\bpublic\swork|purchas|\btender|\bbids?\b|\bbidd|\bMOUs?\b|\bRDP\b|memorandum\sof\sunderstanding"
    r"|\bNTT\b|supercomputer|major\sprojects"
)
# One of these stands in whatever the gate lets through.
_GATE_WORDS = (
    "procure", "gpa", "public", "purchas", "tender", "bid", "mou", "rdp", "memorandum", "ntt", "supercomputer", "major",
)  # fmt: skip

_GP = r"(?:[Gg]overnment(?:al)?|[Pp]ublic)\s+[Pp]rocurement"
_GP_OF_WTO = rf"(?:{_GP}|General\s+Procurement)"  # so written once or twice
_BODY_OF = (
    r"(?:(?:World\s+Trade\s+Organi[sz]ation(?:[’'‘]s)?(?:\s+\(WTO\))?|(?:GATT/)?WTO(?:\s+\(GATT\))?"
    r"|GATT)(?:[’'‘]?s)?(?:[’'])?)"
)
_VERSION = (
    r"(?:[Rr]evised|[Nn]ew|[Rr]enegotiated|[Uu]pdated|[Aa]mended|1979|1988|1994|1996|2012|2014|current"
    r"|original|existing|modernized)"
)
_BRACKET = r"(?:\s*\((?:the\s+)?[“\"]?(?:WTO[\s/]+)?(?:GPA|AGP|Code)[”\"]?\))"
_KIND = r"(?:[Pp]lurilateral|Tokyo\s+Round|Uruguay\s+Round|[Ii]nternational)"
_CODE = r"(?:[Aa]greements?|[Cc]ode)"

_GPA = re.compile(
    rf"(?:{_VERSION}\s+)?(?:{_KIND}\s+)?(?:{_BODY_OF}\s+)?(?:{_VERSION}\s+)?(?:{_KIND}\s+)?"
    rf"(?:{_CODE}\s+(?:on|for)\s+{_GP}|(?<=WTO\s){_CODE}\s+on\s+{_GP_OF_WTO}|{_GP}\s+{_CODE}"
    rf"|(?<=WTO\s|ATT\s|und\s)[Pp]rocurement\s+{_CODE})"
    rf"(?:\s+of\s+(?:1979|1994|1996|2012))?(?:\s+under\s+the\s+WTO)?{_BRACKET}?"
)
_SHORT = re.compile(
    rf"(?:{_VERSION}\s+)?(?:{_BODY_OF}\s+)?(?<![A-Za-z])GPA(?:[- ](?:1994|2012))?(?:(?=s\b)|(?![A-Za-z]))"
    r"|(?<![\w-])GATT\s+Code(?!\s+on\b)"
)
_COMMITTEE = re.compile(
    rf"(?:(?:{_BODY_OF}\s+)?(?:Plurilateral\s+)?(?:Committee\s+on\s+{_GP}|(?:{_GP}|GPA)\s+Committee)"
    rf"|{_BODY_OF}\s+committee\s+on\s+{_GP})"
    r"(?:\s*\((?:GPA\s+)?(?:Committee|CGP)\))?"
)

_NAME = (
    r"(?<!\w)(?:U\.S\.|U\.K\.|[A-Z][\w’']*(?:\s(?:Republic|States|Kingdom|Union|Lanka|Arabia|Zealand|Africa|Kong|Rica"
    r"|Emirates|Salvador|America))?)"
)
_PAIR = rf"(?:(?:United\s+States|{_NAME})\s?[–‑-]\s?{_NAME}(?:[–‑-]{_NAME})?)"
_MOU = r"(?:[Mm]emorandum\s+of\s+[Uu]nderstanding|[Mm]emoranda\s+of\s+[Uu]nderstanding|MOUs?)(?:\s*\(MOU\))?"
_RDP_KIND = r"[Rr]eciprocal\s+(?:[Dd]efen[cs]e\s+)?(?:[Pp]rocurement|[Dd]efen[cs]e)(?:\s+\(RDP\))?"
_RDP = re.compile(
    rf"(?:{_PAIR}\s+)?(?:bilateral\s+|Bilateral\s+)?(?:"
    rf"{_RDP_KIND}(?:\s+and\s+(?:Acquisition|Supply)(?:\s+Policy)?)?\s+(?:[Aa]greements?|[Aa]rrangements?"
    rf"|{_MOU})(?:\s*\(RDP(?:[- ]A)?(?:\s+(?:MOU|Agreement))?\))?"
    rf"|(?:{_MOU}|[Aa]greement)\s+(?:on|for|concerning|regarding)\s+(?:the\s+)?{_RDP_KIND}(?:\s+[Pp]rocurement)?"
    r"|RDP(?:-A)?\s+(?:[Aa]greements?|MOUs?))"
)

_LONG_FTA = (
    r"(?:Free\s+Trade\s+Agreement|Free\s+Trade\s+Area|free\s+trade\s+agreement|Trade\s+Promotion\s+Agreement"
    r"|Comprehensive\s+Economic\s+(?:and\s+Trade\s+)?(?:Partnership\s+)?Agreement|Economic\s+Partnership\s+Agreement"
    r"|Partnership\s+Agreement|Association\s+Agreement|FTA|TPA|CTPA|EPA|CEPA|CEP)"
)
_ABBREVIATED = r"(?:\s*\([“\"]?[A-Z][\w–/-]*(?:\s(?:FTA|TPA|Agreement))?[”\"]?\))"
_CHAPTER = (
    r"(?:(?:[Gg]overnment\s+[Pp]rocurement\s+[Cc]hapter|[Cc]hapter\s+\w+(?:\s*\([^)]{3,40}\))?"
    r"|[Gg]overnment\s+[Pp]rocurement\s+provisions)\s+of\s+(?:the\s+)?)"
)
_SHORT_NAMES = "|".join(
    re.escape(entry.name).replace(r"\-", r"\s?[–‑-]\s?").replace(r"\ ", r"\s+")
    for entry in sorted(agreements.short_names(), key=lambda e: (-len(e.name), e.name))
)
_FTA = re.compile(
    rf"{_CHAPTER}?(?:"
    rf"(?:North\s+American|Canada[–-]United\s+States|U\.S\.[–-]Canada"
    rf"|United\s+States[–-]Canada)\s+Free\s+Trade\s+Agreement{_ABBREVIATED}?"
    rf"|(?:Dominican\s+Republic[–-])?Central\s+America(?:n)?(?:[–-](?:United\s+States"
    rf"|Dominican\s+Republic))?(?:[–-]Central\s+America)?\s+Free\s+Trade\s+Agreement{_ABBREVIATED}?"
    rf"|United\s+States[–-]Mexico[–-]Canada\s+Agreement{_ABBREVIATED}?"
    rf"|(?:Comprehensive\s+and\s+Progressive\s+(?:Agreement\s+for\s+)?)?Trans[–-]Pacific\s+Partnership(?:\s+Agreement)?{_ABBREVIATED}?"
    rf"|{_PAIR}\s+{_LONG_FTA}{_ABBREVIATED}?"
    rf"|(?<!\w)(?:{_SHORT_NAMES})"
    r"(?:\s+(?:FTA|[Aa]greement))?(?=s\b|\W|$)"
    rf")(?:[’']?s?\s+(?:[Gg]overnment\s+[Pp]rocurement\s+[Cc]hapter|[Cc]hapter\s+\d+))?"
)
_PROCURE = re.compile(
    r"(?i)procur|\bGPA\b|\bbids?\b|\bbidd|\btender|government(?:al)?\s+purchas|purchas\w+\s+(?:by|of)\s+(?:the\s+)?government"
)

_SUBJECT = (
    r"(?:[Cc]onstruction|[Mm]ajor\s+[Pp]rojects?|[Pp]ublic\s+[Ww]orks|NTT(?:\s+[Pp]rocurement)?|[Ss]upercomputers?"
    r"|[Ss]atellites?|[Cc]omputers?|[Mm]edical\s+[Tt]echnology|[Tt]elecommunications|[Pp]ublic\s+[Ss]ector|[Ww]ireless)"
)
_DEAL = r"(?:[Aa]greements?|[Aa]rrangements?|MOUs?)"
_YEAR = r"(?:19\d\d|20\d\d)"
_LEAD = rf"(?:{_YEAR}\s+)?(?:{_PAIR}\s+)?(?:[Bb]ilateral\s+)?"
_BILATERAL = re.compile(
    rf"(?:(?:{_NAME}\s+and\s+{_NAME}\s+(?=[Gg]overnment\s+[Pp]rocurement))|{_LEAD})(?:"
    rf"(?:{_SUBJECT}\s+)?(?:[Gg]overnment(?:al)?\s+|[Pp]ublic\s+)?[Pp]rocurement\s+{_DEAL}(?:\s+(?:on|for|covering)\s+(?:computers"
    rf"|telecommunications|medical\s+technology(?:\s+and\s+telecommunications)?|[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+){{0,6}}))?"
    rf"|{_MOU}\s+on\s+{_GP}"
    rf"|(?:[Aa]greement|[Aa]rrangement)\s+on\s+{_GP}(?:\s+of\s+[A-Z]\w+)?"
    r")"
)
_BY_SUBJECT = re.compile(
    rf"(?:{_YEAR}\s+)?(?:{_PAIR}\s+)(?:[Bb]ilateral\s+)?{_SUBJECT}\s+{_DEAL}(?:\s*\([A-Z]{{2,5}}\))?"
    rf"|(?:{_YEAR}\s+)?(?:[Bb]ilateral\s+){_SUBJECT}\s+{_DEAL}(?:\s*\([A-Z]{{2,5}}\))?"
    rf"|(?:{_YEAR}\s+)?(?:NTT|supercomputer|public\s+works)\s+(?:agreements?|arrangements?)"
    rf"|(?:{_YEAR}\s+)?(?:{_PAIR}\s+)(?:Agreements?\s+on\s+NTT\s+[Pp]rocurement|Procedures\s+to\s+Introduce\s+Supercomputers)"
    rf"|(?:{_YEAR}\s+)?(?:Supercomputer|Computer|Public\s+Works|Major\s+Projects|NTT(?:\s+Procurement)?"
    rf"|Construction)\s+(?:Agreements?|Arrangements?)(?:\s*\([A-Z]{{2,5}}\))?"
    rf"|(?:{_YEAR}\s+)?bilateral\s+agreement\s+on\s+telecommunications(?:\s+with\s+[A-Z]\w+)?"
)
_BARE_MOU = re.compile(
    rf"(?:{_YEAR}\s+)(?:{_PAIR}\s+)?(?:bilateral\s+)?{_MOU}|{_PAIR}\s+(?:bilateral\s+)?{_MOU}|bilateral\s+{_MOU}"
)
_OTHER_MATTER = re.compile(
    r"(?i)market\saccess\sMOU|intellectual\sproperty|copyright|textile|transparency\sin\sgovernment\sprocurement"
)
_WITH_OTHERS = re.compile(r"(?i)memorandum\s+of\s+understanding\s+between\s+(?!the\s+U|U)|GPI\b|Development\s+Agency")
_DEFENCE = re.compile(r"(?i)\bdefen[cs]e|military|\bMOD\b")


_REVISED = re.compile(r"revised\s(?=GPA)")
_OFFER_AFTER = re.compile(r"\s+(?:accession\s+)?offers?\b")


_SHORT_BEGINNINGS = sorted({re.split(r"[ -]", entry.name)[0] for entry in agreements.short_names()})
# Each pattern with its norm, and words of which one stands in whatever it matches.
_PATTERNS = (
    ("RDP", _RDP, ("RDP", "eciprocal")),
    ("GPA_COMMITTEE", _COMMITTEE, ("ommittee",)),
    (
        "FTA_GP",
        _FTA,
        ("Free", "free", "Agreement", "Partnership", "FTA", "TPA", "EPA", "CEP", *_SHORT_BEGINNINGS),
    ),
    ("BILATERAL_GP", _BILATERAL, ("rocurement",)),
    ("GPA", _GPA, ("rocurement",)),
    ("GPA", _SHORT, ("GPA", "GATT")),
    ("BILATERAL_GP", _BY_SUBJECT, ("greement", "rrangement", "MOU", "Supercomputers")),
    ("BILATERAL_GP", _BARE_MOU, ("emorand", "MOU")),
)


def find_agreements(text: str) -> list[Mention]:
    """Return the AGREEMENT mentions of a text, in order, without the status of GPA spans."""
    if not gates.holds(gates.folded(text), _GATE_WORDS) or not _GATE.search(text):
        return []
    bounds = sentence_bounds(text)
    taken: list[Mention] = []
    for norm, pattern, words in _PATTERNS:
        for match in pattern.finditer(text) if gates.holds(text, words) else ():
            start, end = match.span()
            if _OFFER_AFTER.match(text, end) and _REVISED.match(match.group()):
                start += len("revised ")  # the offer is the revised one
            if any(start < m.end and m.start < end for m in taken):
                continue
            low, high = bounds_at(bounds, start)
            if norm == "GPA" and _national(text, start, end):
                continue
            if norm == "GPA_COMMITTEE" and _OF_STATE.search(text, 0, start):
                continue
            if norm == "BILATERAL_GP" and (_OF_ALL.search(text, 0, start) or _POOLED.search(text, 0, start)):
                continue
            kind = _kind(norm, match.group(), text[low:high])
            if kind:
                taken.append(Mention(start, end, Label.AGREEMENT, kind))
    return sorted(taken, key=lambda m: m.start)


_IS_GPA = re.compile(rf"^(?:{_VERSION}\s+)?{_GP}\s+{_CODE}$|^{_CODE}\s+on\s+{_GP}$")
_CAPITAL_GPA = re.compile(rf"(?:Government\s+Procurement\s+(?:Agreement|Code)|Agreement\s+on\s+{_GP})")


_OWN = re.compile(r"(?i)(?:\b(?:its|their|our|national|new|domestic|local)|[’'‘]s|\b(?:19|20)\d\d)\s+(?:\w+\s+)?$")
_OF_ALL = re.compile(r"(?:WTO|GATT|Round)\s+$")  # the GPA pattern decides
_OF_STATE = re.compile(r"\b(?:High|Higher|National|Central|Supreme|Inter-?[Mm]inisterial|Tender)\s+$")
_POOLED = re.compile(r"\b(?:joint|collective|framework|pooled)\s+$")  # a contract of several buyers
_OF_TWO = re.compile(r"(?i)\s+(?:between|signed\s+with|concluded\s+with)\b")


def _national(text: str, start: int, end: int) -> bool:
    """Tell a country's own procurement code, or an agreement between two, from the GPA where no "WTO" stands by."""
    span = text[start:end]
    if re.search(r"WTO|GATT|GPA|World|Round|[Pp]lurilateral", span):
        return False
    return bool(_OWN.search(text, max(0, start - 30), start) and re.search(r"(?i)code", span)) or bool(
        _OF_TWO.match(text, end)
    )


_CONTRACTS = re.compile(r"procurement\s+(?:agreements|arrangements)$")  # contracts, or nothing by name
_ON_OTHERS = re.compile(r"\s+on\s+(?!(?:\w+\s+)?(?:[Gg]overnment|[Pp]ublic|[Pp]rocure|[Rr]eciprocal|[Dd]efen))")
_OF_THEMSELVES = re.compile(r"(?i)\bNTT\b|supercomputer")  # arrangements that are of nothing else
_PROCURING = re.compile(r"(?i)procur|\bNTT\b|Japan|public\s+works|\btender|\bbid")


def _kind(norm: str, span: str, sentence: str) -> str | None:
    """Return the norm that stands after a look at the sentence, or None for no mention."""
    if norm == "FTA_GP":
        return norm if _PROCURE.search(sentence) else None
    if span == "GATT Code" and not _PROCURE.search(sentence):
        return None
    if norm == "GPA":
        return _gpa_or_own(re.sub(rf"^{_VERSION}\s+", "", span))
    if norm != "BILATERAL_GP":
        return norm
    if _CONTRACTS.match(span) or _IS_GPA.match(span):
        return None  # the GPA pattern decides on a name without a side
    if re.search(r"(?i)procure", span):
        return norm
    return (
        _memorandum(span, sentence)
        if re.search(_MOU, span)
        else norm
        if _OF_THEMSELVES.search(span) or _PROCURING.search(sentence)
        else None
    )


def _gpa_or_own(bare: str) -> str | None:
    if re.match(r"(?i)agreements\s+on", bare):
        return "BILATERAL_GP"
    if re.match(r"(?i)(?:public|government|governmental)\s", bare) and not _CAPITAL_GPA.search(bare):
        return None  # a country's own procurement code, or some agreement
    return "GPA"


def _memorandum(span: str, sentence: str) -> str | None:
    """Return what a memorandum without the word "procurement" in its name is, by its sentence."""
    after = sentence[sentence.find(span) + len(span) :]
    if not _PROCURE.search(sentence) or _ON_OTHERS.match(after):
        return None
    if _OTHER_MATTER.search(sentence) or _WITH_OTHERS.search(sentence):
        return None
    return "RDP" if _DEFENCE.search(sentence) else "BILATERAL_GP"
