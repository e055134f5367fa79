"""The terms of an offset regime where the text gives them: threshold, percentage, directness, agency and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analyzer.mentions.money import find_amounts
from analyzer.mentions.sentences import sentence_bounds
from analyzer.records import Label, Mention

_THRESHOLD_BEFORE = re.compile(
    r"(?i)(?:exceed(?:s|ed|ing)?|in\s+excess\s+of|more\s+than|over|above"
    r"|greater\s+than(?:\s+or\s+equal\s+to)?|at\s+least|minimum\s+of"
    r"|valued\s+at|equal(?:ing)?\s+to|threshold\s+(?:\w+\s+){0,4}?(?:to|of|at|is|was)|worth(?:\s+\w+)?"
    r"|value\s+of|contracts?\s+of|up\s+to"
    r"|not\s+less\s+than|payment\s+of)\s*(?:an?\s+|the\s+)?(?:estimated\s+)?[(“]?\s*(?:about\s+"
    r"|approximately\s+|U\.?S\.?\s*)?$"
)
_OR_MORE = re.compile(r"(?i)[^.;]{0,45}?\bor\s+(?:more|above|over|greater)\b")
_LATER_MEANING = re.compile(
    r"(?i)\b(?:(?:awarded|won)\s+(?:an?|the)\s+(?:\w+\s+)?contract|exports?|exporting|resulting|savings?|fund"
    r"|capital)\b[^.;]{0,25}$"
)
_APPROXIMATE = re.compile(r"(?i)[(]\s*(?:about|approximately|roughly|some|at\s+current|USD|U\.S\.)?\s*[\w.$ ]{0,4}$")
_GUARANTEE = re.compile(r"(?i)\b(?:guarantees?|bond)\b[^.;]{0,60}$")
_PENALTY = re.compile(r"(?i)\b(?:penalt(?:y|ies)|fines?|liquidated\s+damages)\b[^.;]{0,50}$")
_NOT_TERM = re.compile(
    r"(?i)\b(?:price\s+preference|tariff|dut(?:y|ies)|tax|owned|ownership|market\s+share|turnover"
    r"|interest)\b[^.;]{0,25}$|(?:price\s+preference)|\b(?:increas|rais|ris|grow)\w*\s+(?:\w+\s+){0,3}?by\s+$"
)
_OWNED_AFTER = re.compile(
    r"(?i)\s*(?:[-\s]?foreign-owned|set-aside|owned|ownership|tariff|duty|price\s+preference"
    r"|of\s+(?:the\s+)?(?:market|exports|shares))"
)
_DIRECT = re.compile(
    r"(?i)\b(?P<kind>direct|indirect)(?=\s+(?:and\s+(?:in)?direct\s+)?(?:offsets?|obligations?|industrial"
    r"|work|participation))|(?<=be\s)direct\b|(?<=are\s)direct\b"
)
_MULTIPLIER = re.compile(
    r"(?i)\b(?:multipliers?|multiplying\s+factors?)(?:\s+(?:of|from|ranging\s+from|between"
    r"|up\s+to))?(?:\s+(?P<low>\d+(?:\.\d+)?)(?:\s*(?:to|and|-|–)\s*(?P<high>\d+(?:\.\d+)?))?)?"
)
_TITLE = r"(?:[A-Z][\w’'&-]+\s+(?:and\s+|of\s+)?)"
_BODY = (
    rf"(?:(?:[A-Z][\w’'&-]+\s+){{0,4}}(?:Ministry|Department|Undersecretariat|Secretariat|Directorate"
    r"|Presidency)\s+(?:of|for)\s+(?:the\s+)?"
    r"[A-Z][\w’'-]+(?:(?:\s+and|\s+of|\s*,|\s+for)?\s+[A-Z][\w’'-]+){0,4}"
    rf"|{_TITLE}{{1,3}}Ministry\b|{_TITLE}{{0,2}}Council\s+of\s+Ministers|National\s+Treasury"
    rf"|{_TITLE}{{1,5}}(?:Council|Authority|Agency|Committee(?!\s+on\b)|Administration|Board)"
    rf"|{_TITLE}{{0,4}}(?:Offsets?|Trading|Holding)\s+(?:Company|Group|Corporation)"
    r"|\b(?:DAPA|SSB|SSM|TEC|NOC|MMTC|PITC|DTI|GAMI|LCGPA|MITI|MOD)\b)(?:\s*\([A-Z]{2,6}\))?"
)
_AGENCY = re.compile(_BODY)
_NO_AGENCY = re.compile(r"(?:WTO|World\s+Trade)\b")
_WHOSE = re.compile(r"(?:The|the)\s+(?:[\w.]+[’']s\s+)?|[\w.]+[’']s\s+")
_NAMED_BODY = re.compile(
    r"(?i)\b(?:implementing|administering|responsible)\s+(?:agency|body)\b[^.;]{0,60}?\bis\s+the\s+"
    r"(?P<body>[a-z ]{5,60}?)"
    r"(?=\s*(?:[.,;(]|which|$))"
)
_OFFSET_BODY = re.compile(
    r"\bOffsets?\s+(?:Company|Group|Program\s+Division)|\bTawazun\s+(?:Economic\s+)?Council|\bIndustrial\s+Cooperation\s+Authority"
)
_AGENCY_CUE = re.compile(
    r"(?i)(?:administer|manag|enforc|review|implement|oversee|oversight|approv|require|established"
    r"|announced|issued|negotiat|agency|body"
    r"|charged|determin|set\b|program|division|mandat|suspend|evaluat|request|adopt|decid|resolution)"
)
_SUPPLIER = (
    r"(?:(?:all|any|the|a)\s+)?(?:(?:[Ff]oreign|U\.S\.|[Dd]efen[cs]e"
    r"|[Ii]nternational|industry|winning|successful|recipient)\s+){0,3}(?:companies|company|(?:sellers?\s*(?:/|or)\s*)?suppliers?"
    r"|sellers?|contractors?|vendors?|firms?|bidders?)"
)
# Whom it binds: who is made to give, or has to.
_MADE_TO = re.compile(
    r"\b(?:(?:requir|oblig|forc|subject)(?:e[sd]?|ing|s|ed)?(?:\s+that)?|[Rr]equirements?\s+(?:that|for|on)"
    r"|obligations?\s+(?:on|of|for)|offsets\s+from|(?:purchas\w+|procur\w+)\s+from|arises?\s+for|appl(?:y|ies)\s+to"
    r"|impos\w+\s+on|demand\w*\s+(?:that|from)|request\w*\s+(?:that|from))\s+"
    rf"(?P<who>{_SUPPLIER})\b"
)
_HAS_TO = re.compile(
    rf"(?P<who>{_SUPPLIER})\b(?="
    r"\s+(?:\w+\s+){0,7}?(?:(?:is|are|was|were)\s+(?:\w+\s+)?(?:required|obliged|subject|expected)|must|had\s+to|have\s+to"
    r"|has\s+to|shall)\b"
    r"|\s+contracting\s+with\b|(?<=bidder)\s+for\s[^.;]{0,120}\bmust\b"
    r"|[^.;]{0,140}\b(?:satisfy|fulfill?|meet|discharge)\s+(?:their|its)\s+(?:\w+\s+)?offset)"
)
_FOLLOWS = re.compile(
    r"(?i)^\W*(?:under\s+|in\s+)?(?:this|these|those|such|it|the)\s+(?:\w+\s+){0,2}?(?:obligations?|requirements?"
    r"|program(?:me)?s?|threshold|condition|policy|regime|law|requires?|applies|supplier|seller)\b"
)
_PROGRAMME = re.compile(
    r"[“\"]?(?:[A-Z][\w-]*,?\s+(?:(?:and|of|for)\s+)?){1,7}(?:Program(?:me)?s?|Policy|Agreement)\b"
    r"|national\s+[Ii]ndustrial\s+[Pp]articipation\s+[Pp]rogram(?:me)?\b"
)
_KNOWN_AS = re.compile(
    r"(?:(?!The\s)[A-Z][\w-]*\s+){1,5}Program(?:me)?(?=,?\s+(?:previously|formerly)\s+(?:known|called))"
)
# By what law it is asked for: by a number, or by a title; and the words that say that it does so.
_NUMBER = r"(?:\s+(?:[A-Z-]{2,8}\s+)?(?:No\.?\s*)?\d[\d,./-]*\d)"
_ORDER = r"(?:[Ee]xecutive\s+[Oo]rder|(?:Royal|Presidential|Ministerial|Government)\s+(?:Decree|Resolution|Order))"
_WORD = r"(?:(?!(?:Under|In|By|The|This|Additionally)\b)[A-Z][\w’'-]*\s+(?:(?:of|and|for)\s+)?)"
_INSTRUMENT = re.compile(
    rf"(?<![\w-])(?:\d{{4}}\s+{_ORDER}{_NUMBER}?|{_ORDER}{_NUMBER}|{_WORD}{{2,6}}(?:Law|Act)\b(?!{_NUMBER})"
    rf"|{_WORD}{{0,5}}(?:Decree|Law|Act|Ordinance|Resolution|Regulation|Directive|Circular){_NUMBER})"
)
_LAYS_DOWN = re.compile(
    r"[^.;]{0,70}?\b(?:(?:direct|requir|mandat|impos|oblig|provid|subject|stat|creat|establish)(?:e?s|ed)"
    r"|(?:direct|requir|mandat|impos|oblig|subject)ing)\b"
)
_LAID_DOWN_IN = re.compile(
    r"\b(?:based\s+on|under|pursuant\s+to|in\s+accordance\s+with|issued)\s+(?:an?\s+|the\s+|its\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an offset regime, with its own span in the text.

    `kind` is threshold, percentage, guarantee, penalty, directness, multiplier, agency, binds or programme, or basis
    for the law that lays it down; `norm` the value in a plain form ("10000000 USD", "30 %", "indirect").
    """

    start: int
    end: int
    kind: str
    norm: str
    attrs: dict[str, str] = field(default_factory=dict)


def offset_terms(text: str, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    """Return the terms that stand in the sentences of the OFFSET mentions and in those that go on about them."""
    offsets = [m for m in mentions if m.label is Label.OFFSET]
    if not offsets and not _OFFSET_BODY.search(text):
        return ()
    terms: list[Term] = []
    carried = False
    for start, end in sentence_bounds(text):
        sentence = text[start:end]
        own = [m for m in offsets if start <= m.start < end]
        carried = bool(own) or bool(_OFFSET_BODY.search(sentence)) or (carried and bool(_FOLLOWS.match(sentence)))
        if carried:
            terms += _moved(_terms(sentence, [(m.start - start, m.end - start) for m in own]), start)
    return tuple(sorted(set_once(terms), key=lambda t: (t.start, t.end, t.kind)))


def instruments(text: str, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    """Return the laws and orders by which the sentences of the OFFSET mentions say that it is laid down: kind basis."""
    found = []
    for start, end in sentence_bounds(text):
        if not any(m.label is Label.OFFSET and start <= m.start < end for m in mentions):
            continue
        for match in _INSTRUMENT.finditer(text, start, end):
            if _LAYS_DOWN.match(text, match.end(), end) or _LAID_DOWN_IN.search(text[start : match.start()]):
                name = re.sub(r"\bNo\.?\s*", "", " ".join(match.group().split()))
                found.append(Term(match.start(), match.end(), "basis", name))
    return tuple(found)


def set_once(terms: Iterable[Term]) -> list[Term]:
    """Return the terms without repeats of one kind over the same place."""
    kept: list[Term] = []
    for term in terms:
        if not any(t.kind == term.kind and t.start < term.end and term.start < t.end for t in kept):
            kept.append(term)
    return kept


def _moved(terms: Iterable[Term], by: int) -> list[Term]:
    return [Term(t.start + by, t.end + by, t.kind, t.norm, t.attrs) for t in terms]


def _terms(sentence: str, own: Sequence[tuple[int, int]]) -> list[Term]:
    amounts = find_amounts(sentence)
    out = [*_thresholds(sentence, amounts), *_percentages(sentence, amounts)]
    for match in _DIRECT.finditer(sentence):
        out.append(Term(match.start(), match.end(), "directness", (match.group("kind") or "direct").lower()))
    for match in _MULTIPLIER.finditer(sentence):
        low, high = match.group("low"), match.group("high")
        out.append(Term(match.start(), match.end(), "multiplier", "-".join(filter(None, (low, high))) or "stated"))
    if _AGENCY_CUE.search(sentence) or _OFFSET_BODY.search(sentence):
        out += _agencies(sentence)
    for pattern in (_MADE_TO, _HAS_TO):
        for match in pattern.finditer(sentence):
            out.append(Term(*match.span("who"), "binds", " ".join(match.group("who").split())))
    for start, end in own:
        if _PROGRAMME.match(sentence, start, end):
            out.append(Term(start, end, "programme", " ".join(sentence[start:end].strip('“”"').split())))
    for match in _KNOWN_AS.finditer(sentence):
        out.append(Term(match.start(), match.end(), "programme", " ".join(match.group().split())))
    return out


def _agencies(sentence: str) -> list[Term]:
    out = []
    for match in _AGENCY.finditer(sentence):
        if _NO_AGENCY.match(match.group()):
            continue
        whose = _WHOSE.match(match.group())
        start = match.start() + (whose.end() if whose else 0)
        out.append(Term(start, match.end(), "agency", " ".join(sentence[start : match.end()].split())))
    for match in _NAMED_BODY.finditer(sentence):
        out.append(Term(*match.span("body"), "agency", " ".join(match.group("body").split())))
    return out


def _thresholds(sentence: str, amounts: Sequence[Mention]) -> list[Term]:
    out: list[Term] = []
    money = [m for m in amounts if m.label is Label.MONEY]
    for mention in money:
        before = sentence[: mention.start]
        if out and _APPROXIMATE.search(before[out[-1].end :]) and mention.start - out[-1].end < 40:
            out[-1] = Term(out[-1].start, out[-1].end, "threshold", out[-1].norm, {"about": mention.norm})
            continue
        cued = _THRESHOLD_BEFORE.search(before) or _OR_MORE.match(sentence, mention.end)
        if (
            cued
            and not _LATER_MEANING.search(before[-45:])
            and not _GUARANTEE.search(before)
            and not _PENALTY.search(before)
        ):
            out.append(Term(mention.start, mention.end, "threshold", mention.norm))
    return out


def _percentages(sentence: str, amounts: Sequence[Mention]) -> list[Term]:
    out = []
    for mention in amounts:
        if mention.label is not Label.PERCENT:
            continue
        before = sentence[: mention.start]
        if _OWNED_AFTER.match(sentence, mention.end) or _NOT_TERM.search(before[-45:]):
            continue
        kind = "guarantee" if _GUARANTEE.search(before) else "penalty" if _PENALTY.search(before) else "percentage"
        out.append(Term(mention.start, mention.end, kind, mention.norm))
    return out
