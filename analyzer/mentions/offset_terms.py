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
_LATER_MEANING = re.compile(r"(?i)\b(?:exports?|exporting|resulting|savings?|fund|capital)\b[^.;]{0,25}$")
_APPROXIMATE = re.compile(r"(?i)[(]\s*(?:about|approximately|roughly|some|at\s+current|USD|U\.S\.)?\s*[\w.$ ]{0,4}$")
_GUARANTEE = re.compile(r"(?i)\b(?:guarantees?|bond)\b[^.;]{0,60}$")
_PENALTY = re.compile(r"(?i)\b(?:penalt(?:y|ies)|fines?|liquidated\s+damages)\b[^.;]{0,50}$")
_NOT_TERM = re.compile(
    r"(?i)\b(?:price\s+preference|tariff|dut(?:y|ies)|tax|owned|ownership|market\s+share|turnover"
    r"|interest)\b[^.;]{0,25}$|(?:price\s+preference)"
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
_BODY = (
    r"(?:(?:[A-Z][\w’'&-]+\s+){0,4}(?:Ministry|Department|Undersecretariat|Secretariat|Directorate"
    r"|Presidency)\s+(?:of|for)\s+(?:the\s+)?"
    r"[A-Z][\w’'-]+(?:(?:\s+and|\s+of|\s*,|\s+for)?\s+[A-Z][\w’'-]+){0,4}"
    r"|(?:[A-Z][\w’'&-]+\s+(?:and\s+|of\s+)?){1,5}(?:Council|Authority|Company|Group|Corporation|Agency"
    r"|Committee|Administration|Board)"
    r"|\b(?:DAPA|SSB|SSM|TEC|NOC|MMTC|PITC|DTI|GAMI|LCGPA|MITI|MOD)\b)(?:\s*\([A-Z]{2,6}\))?"
)
_AGENCY = re.compile(_BODY)
_AGENCY_CUE = re.compile(
    r"(?i)(?:administer|manag|enforc|review|implement|oversee|oversight|approv|require|established"
    r"|announced|issued|negotiat|agency|body"
    r"|charged|determin|set\b|program|division|mandat|suspend|evaluat|request)"
)
_SUPPLIER = (
    r"(?:(?:all|any|the|a)\s+)?(?:(?:[Ff]oreign|U\.S\.|[Dd]efen[cs]e"
    r"|[Ii]nternational)\s+){0,2}(?:companies|company|suppliers?|contractors?|vendors?"
    r"|firms?|bidders?)"
)
_BOUND = re.compile(
    rf"(?<=requires\s){_SUPPLIER}|(?<=require\s){_SUPPLIER}|(?<=required\s){_SUPPLIER}"
    rf"|(?<=subjecting\s){_SUPPLIER}|(?<=offsets\sfrom\s){_SUPPLIER}"
    rf"|{_SUPPLIER}(?=\s+(?:\w+\s+){{0,7}}?(?:(?:is|are|was|were)\s+(?:required|obliged|subject)|must"
    rf"|had\s+to|shall)\b)"
    rf"|(?<=obligations\sof\s)the\s+foreign\s+supplier"
)
_FOLLOWS = re.compile(
    r"(?i)^\W*(?:this|these|those|such|it|the)\s+(?:\w+\s+){0,2}?(?:obligations?|requirements?"
    r"|program(?:me)?s?|threshold|condition|policy|regime|law|requires?|applies|supplier|seller)\b"
)
_PROGRAMME = re.compile(r"[“\"]?(?:[A-Z][\w-]*\s+){1,6}(?:Program(?:me)?s?|Policy|Agreement|Procedure)\b")


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an offset regime, with its own span in the text.

    `kind` is threshold, percentage, guarantee, penalty, directness, multiplier, agency, binds or programme; `norm` the
    value in a plain form ("10000000 USD", "30 %", "indirect").
    """

    start: int
    end: int
    kind: str
    norm: str
    attrs: dict[str, str] = field(default_factory=dict)


def offset_terms(text: str, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    """Return the terms that stand in the sentences of the OFFSET mentions and in those that go on about them."""
    offsets = [m for m in mentions if m.label is Label.OFFSET]
    if not offsets:
        return ()
    terms: list[Term] = []
    carried = False
    for start, end in sentence_bounds(text):
        sentence = text[start:end]
        own = [m for m in offsets if start <= m.start < end]
        carried = bool(own) or (carried and bool(_FOLLOWS.match(sentence)))
        if carried:
            terms += _moved(_terms(sentence, [(m.start - start, m.end - start) for m in own]), start)
    return tuple(sorted(set_once(terms), key=lambda t: (t.start, t.end, t.kind)))


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
    if _AGENCY_CUE.search(sentence):
        for match in _AGENCY.finditer(sentence):
            out.append(Term(match.start(), match.end(), "agency", " ".join(match.group().split())))
    for match in _BOUND.finditer(sentence):
        out.append(Term(match.start(), match.end(), "binds", " ".join(match.group().split())))
    for start, end in own:
        if _PROGRAMME.match(sentence, start, end):
            out.append(Term(start, end, "programme", " ".join(sentence[start:end].strip('“”"').split())))
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
