"""What a sentence says of an economy's standing under the GPA: party, observer, acceding, no party, or nothing.

No party is `neither` where the sentence speaks of observing too and denies it, else `non-party`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.mentions.country import find_countries
from analyzer.mentions.gpa_accession import STEPS, begun, under_way
from analyzer.records import Mention
from analyzer.vocab import months

NO_PARTY = frozenset({"neither", "non-party"})
_NOUN = r"(?:part(?:y|ies)|signator(?:y|ies)|members?)"
_NEITHER = re.compile(
    rf"(?i)\bneither\s+(?:a\s+|an\s+)?(?:{_NOUN}|observers?|signed)"
    rf"|\bnot\s+(?:a\s+)?{_NOUN}\s+(?:to\s+)?(?:n?or)\s+(?:an?\s+)?observer"
)
_NOR_OBSERVER = re.compile(r"(?i)\bnor\s+(?:is|has)\s+it\s+(?:yet\s+)?(?:become\s+)?an?\s+observer")
_NOT = re.compile(
    rf"(?i)\b(?:is|are|was|were|remains?)\s+(?:\w+\s+)?not\s+(?:(?:yet|currently|itself|also|now"
    rf"|a\s+full)\s+)*(?:an?\s+|the\s+)?{_NOUN}"
    rf"|\bnot\s+(?:yet\s+)?(?:an?\s+)?{_NOUN}\b"
    r"|\b(?:has|have)\s+(?:\w+\s+)?(?:not|never|yet)\s+(?:yet\s+|to\s+)?(?:sign(?:ed)?|join(?:ed)?|acceded?"
    r"|ratif\w+|becom\w+|done\s+so|adopt\w+|sought)"
    rf"|\b(?:non-?{_NOUN})|\b(?:did\s+not|chooses?\s+not\s+to|chose\s+not\s+to)\s+(?:sign|join)"
    rf"|\bhas\s+declined\s+to\s+(?:sign|join)"
)
_OBSERVER = re.compile(r"(?i)\bobserver")
_NOT_OBSERVER = re.compile(
    r"(?i)(?:\b(?:nor|neither)\s+(?:(?:is|has)\s+(?:it\s+)?(?:become\s+)?)?(?:an?\s+)?|\bnot\s+(?:an?\s+|yet\s+an?\s+)|(?:commit\w*"
    r"|agreed|intends?|intention|plans?|will|would|to)"
    r"\s+(?:to\s+)?(?:seek\s+|request\s+|apply\s+for\s+)?(?:becom\w+|be)?\s*(?:an?\s+)?"
    r"|request\w*\s+(?:GPA\s+)?)observer"
)
_ACCEPTED = re.compile(  # by the Committee: the economy has yet to deposit its instrument
    r"(?i)\b(?:accepted|approved|invited)\s+(?:\w+\s+)?(?:as|to\s+(?:be|become))\s+an?\s+new\s+(?:party|member)\s+(?:to|of)\b"
)
_INTO_FORCE_FOR = re.compile(
    r"(?i)\bwill\s+enter\s+into\s+force\s+(?:for|in)\s|\bwill\s+become\s+(?:a\s+)?party\s+(?:on|in)\s"
)
_PARTY = re.compile(
    rf"(?i)\b(?:is|are|was|were|became|(?:has|have)\s+become|has\s+been|have\s+been|being|as"
    rf"|remains?)\s+(?:\w+\s+){{0,2}}?(?:an?\s+|the\s+|one\s+of\s+the\s+)?(?:\w+\s+){{0,2}}?{_NOUN}"
    r"(?:\s+(?:in\s+its\s+own\s+right\s+)?(?:to|of)\b|\s*$|\s+in\s+its\s+own\s+right)"
    r"|\bdeposited\s+its\s+instruments?\s+of\s+accession\s+to\s+(?:the\s+)?$"
    rf"|\b(?:acceded|joined|signed|ratified|adhere[sd])\s+(?:to\s+)?(?:the\s+)?$"
    r"|\b(?:began|has\s+begun)\s+(?:implementing|to\s+implement)\s+(?:the\s+)?$"
    rf"|\bacceded\s+(?:as\s+a\s+party\s+)?(?:\w+\s+){{0,5}}to\s+the\s*$"
)
_WISH = re.compile(
    r"(?i)\b(?:commit\w*|intends?|intention|plans?|expected|urg\w+|encourag\w+|interest\w*|wish\w*|order"
    r"|need\w*|until|if|when|once|decision|process|consider\w*|may"
    r"|would|will|could|should|negotiat\w+|continu\w+|press\w*|call\w*|agree\w*|not|efforts|towards?|asked"
    r"|promis\w+)\b[^.;]{0,70}?\b(?:to\s+)?(?:becom\w+|accede|join|be|being|sign)\b[^.;]{0,30}$"
)
_OTHER_PARTIES = re.compile(r"(?i)\s*(?:parties|members|signatories|countries)\b")
_ACCESSION = re.compile(r"(?i)\baccession|\baccede")
_FULFILLED = re.compile(r"(?i)[,\s]*\bwhich\s+it\s+did\b")  # "committed to become an observer, which it did in May"
_REVISED = re.compile(r"(?i)(?:revised|renegotiated|new|amended|updated|modernized)\s")
_NOT_ADOPTED = re.compile(r"(?i)\bnot\s+(?:yet\s+)?(?:adopt|ratif|accept|approv|implement|sign)\w*\s+(?:the\s+)?$")
_TO_WHICH = re.compile(
    rf"(?i)[,\s]*(?:to|of)\s+which\s+(?P<who>[^.;,]{{2,50}}?)\s+(?:is|are)\s+(?:also\s+)?(?:an?\s+)?{_NOUN}\b"
)
_SUCH_A = re.compile(r"(?i)\b(?:is|was|are|became|becoming|as|remains)\s+(?:now\s+)?(?:an?|the\s+only|one)\s+$")
_ONE = re.compile(r"(?i)\s*(?:party|member|signatory)\b")
_WHO_IS = re.compile(r"(?i)\b(?:which|who|that)\s+(?:is|are|was|were)\b[^.;,]{0,20}$")
_AND_OTHER = re.compile(r"(?i)\b(?:and|or)\s+(?:the\s+)?other\s+$")
_SINCE = re.compile(
    rf"(?i)\b(?:since|in|on|from|effective)\s+((?:(?:{months.ANY})\s+)?(?:\d{{1,2}},?\s+)?(?:19|20)\d\d)\b"
)
_OTHER_VERB = re.compile(r"(?i)\b(?:which|and\s+(?:[A-Z]\w+\s+)?\w+ed|amended|adopted|passed|that)\b")
_CLAUSE = re.compile(r"(?i);|\b(?:although|though|while|whereas|because)\b")


@dataclass(frozen=True, slots=True)
class GpaStatus:
    """A standing that a sentence states, of whom, and since when where it says so."""

    status: str  # party | observer | acceding | neither | non-party | none_stated
    of: str | None
    since: str | None = None


def standing_at(sentence: str, spans: Sequence[tuple[int, int]], index: int, chapter: str | None) -> GpaStatus:
    """Return what the sentence states at the GPA span with this index among the sentence's GPA spans."""
    start, end = spans[index]
    low = spans[index - 1][1] if index else 0
    high = spans[index + 1][0] if index + 1 < len(spans) else len(sentence)
    before, after = sentence[low:start], sentence[end:high]
    if _AND_OTHER.search(before) and _OTHER_PARTIES.match(after):
        other = _last_country(sentence, low, start) or chapter
        joining = other != "USA" and _ACCESSION.search(sentence)  # "with China and other Parties on its accession"
        return GpaStatus("none_stated", None) if joining else GpaStatus("party", other)
    done = _FULFILLED.match(after)
    if done:
        status, before, after = "observer" if _OBSERVER.search(before) else "none_stated", before, after[done.end() :]
    elif _REVISED.match(sentence[start:end]) and _NOT_ADOPTED.search(before):
        status = "none_stated"  # the revision alone is lacking
    else:
        status = _status(_own_clause(before), after)
    if status == "none_stated" or (index and status == "observer" and _OTHER_PARTIES.match(after)):
        return GpaStatus("none_stated", None)
    elsewhere = _NOT_OF_THAT.search(after) if status in NO_PARTY and not _NOT.search(before) else None
    if elsewhere:  # "inconsistent with the GPA, although Taiwan is not a party to that agreement"
        return GpaStatus(status, _last_country(after, 0, elsewhere.start()) or chapter)
    if status == "party" and (joint := _TO_WHICH.match(after)):
        named = find_countries(joint.group("who"))
        return GpaStatus(status, named[-1].norm if named else chapter)
    since = None if status == "party" and _REVISED.match(sentence[start:end]) else _since(status, before, after)
    return GpaStatus(status, _subject(sentence, low, start, end, chapter), since)


def _own_clause(before: str) -> str:
    """Return the text from the last clause boundary on that still holds a verb."""
    cuts = [m.end() for m in _CLAUSE.finditer(before)]
    for cut in reversed(cuts):
        if len(before) - cut > 15:
            return before[cut:]
    return before


_REFUSED_AFTER = re.compile(
    r"(?i)\b(?:has|have)\s+not\s+(?:yet\s+)?done\s+so|\bit\s+is\s+not\s+(?:yet\s+)?(?:a\s+)?(?:party"
    r"|signatory|member)\b"
)
_NOT_OF_THAT = re.compile(
    rf"(?i)\bis\s+not\s+(?:yet\s+)?(?:an?\s+)?{_NOUN}\s+(?:to|of)\s+(?:that|this|the)\s+agreement"
)
_COVERAGE = re.compile(
    r"(?i)\s*(?:obligations?|commitments?|coverage|parties|members|procedures?|rules|requirements?|standards)\b"
)
_GOES_ON_OBSERVING = re.compile(  # not of another body: "an observer to the OECD"
    r"\W*(?:(?:However|Nevertheless|Instead|But)\b,?\s+)?(?:[A-Z]|it\b|the\b)[^.;,]{0,40}?\s?\b"
    r"(?:is|was|became|remains|has\s+(?:been|become))\s+(?:\w+\s+)?an?\s+observer\b"
    r"(?!\s+(?:to|of|in|at|with|for|on)\s+"
    rf"(?!it\b|(?:the|that|this)\s+(?:[Aa]greement|[Cc]ommittee)\b|\d|(?:{months.ANY})\b))"
)
_IN_FORCE_FOR = re.compile(
    rf"\s+(?:entered|came)\s+into\s+(?:force|effect)\s+(?:for|in)\s+(?:the\s+)?(?=[A-Z])(?!{months.ANY})"
)
_TERMS_FOR = re.compile(r"\s+accession\s+terms\s+(?:for|of)\s")
_CAME_IN = re.compile(r"(?i)\s+(?:came|entered)\s+into\s+(?:force|effect)|\s+took\s+effect")


def _status(before: str, after: str) -> str:
    no_party = "neither" if _OBSERVER.search(f"{before} GPA {after}") else "non-party"
    if _NEITHER.search(before) or _NOR_OBSERVER.search(after):
        return no_party
    if re.search(r"(?i)\bwithdr(?:ew|awn)\b", before + after):
        return "none_stated"
    refused = bool(
        _NOT.search(before) or _REFUSED_AFTER.search(_CLAUSE.split(after, maxsplit=1)[0]) or _NOT_OF_THAT.search(after)
    )
    if (
        _ACCEPTED.search(before)
        or _INTO_FORCE_FOR.search(after[:60])
        or under_way(_since_refusal(before), before, after, refused=refused)
    ):
        return "acceding"
    if _observes(f"{before} GPA {after}"):
        return "observer"
    if refused:
        return no_party
    return "party" if _is_party(before, after) else "none_stated"


def _is_party(before: str, after: str) -> bool:
    if _IN_FORCE_FOR.match(after) or (re.search(r"(?i)\baccession\s+to\s+the\s*$", before) and _CAME_IN.match(after)):
        return True
    if _TO_WHICH.match(after) or (_ONE.match(after) and _SUCH_A.search(before)):
        return True
    if (_COVERAGE.match(after) or STEPS.match(after)) and not re.search(
        rf"(?i)\b{_NOUN}\s+(?:to|of)\s+the\s*$", before
    ):
        return False
    return bool(_PARTY.search(before[-110:]) and not _WISH.search(before))


def _since_refusal(before: str) -> str:
    """Return the text after the last "is not a party": a step named before it was another one (into the WTO)."""
    refusals = list(_NOT.finditer(before))
    return before[refusals[-1].end() :] if refusals else before


def _observes(text: str) -> bool:
    return bool(_OBSERVER.search(_NOT_OBSERVER.sub(" ", text)))


def _since(status: str, before: str, after: str) -> str | None:
    """Return the date that belongs to the standing: no other verb stands between the two."""
    if status in NO_PARTY or (status == "acceding" and not begun(f"{before} {after}")):
        return None
    for text in (before, after) if status == "acceding" else (after, before):
        dates = list(_SINCE.finditer(text))
        match = dates[-1 if text is before else 0] if dates else None
        if match and not _OTHER_VERB.search(text[: match.start()] if text is after else text[match.end() :]):
            return " ".join(match.group(1).split())
    return None


def _last_country(sentence: str, low: int, high: int) -> str | None:
    named = find_countries(sentence[low:high])
    return named[-1].norm if named else None


def _subject(sentence: str, low: int, start: int, end: int, chapter: str | None) -> str | None:
    into_force = (
        _INTO_FORCE_FOR.search(sentence, end) or _IN_FORCE_FOR.match(sentence, end) or _TERMS_FOR.match(sentence, end)
    )
    if into_force:
        named = find_countries(sentence[into_force.end() - 1 :])
        if named:
            return named[0].norm
    named = find_countries(sentence[:start])
    if named and _WHO_IS.search(sentence, named[-1].end, start):
        return named[-1].norm  # "accession to the EU, which is a Party"
    return _pick(sentence, named, low) or chapter


def _pick(sentence: str, named: list[Mention], low: int) -> str | None:
    """Return the nearest country before the span that can be the subject: no object of a preposition, not the US."""
    fit = [m for m in named if not _is_object(sentence, m)]
    for candidates in ([m for m in fit if m.start >= low], fit, named):
        foreign = [m for m in candidates if m.norm != "USA"]
        if foreign or candidates:
            return (foreign or candidates)[-1].norm
    return None


def _is_object(sentence: str, mention: Mention) -> bool:
    before = sentence[max(0, mention.start - 16) : mention.start]
    return bool(re.search(r"(?i)\b(?:with|to|from|by|than|for|against|as|as\s+an?|into)\s+(?:the\s+)?$", before))


def goes_on_observing(sentence: str, chapter: str | None) -> GpaStatus:
    """Return `observer` where a sentence right after one on the GPA says "It became an observer", else no standing."""
    match = _GOES_ON_OBSERVING.match(sentence)
    if match is None:
        return GpaStatus("none_stated", None)
    return observes_at(sentence, (match.end(), match.end()), chapter)


def observes_at(sentence: str, span: tuple[int, int], chapter: str | None) -> GpaStatus:
    """Return `observer` where the sentence says it of someone at a span that names the Committee, else no standing."""
    before, after = sentence[: span[0]], sentence[span[1] :]
    if _NEITHER.search(before) or not _observes(before):
        return GpaStatus("none_stated", None)
    of = _subject(sentence, 0, span[0], span[1], chapter)
    return GpaStatus("observer", of, _since("observer", before, after))
