"""The turns of phrase by which a text claims that something is new, back, gone, or long there."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a claim says of a matter."""

    FIRST = "first_time"
    BACK = "relisted"
    GONE = "dropped"
    LONG = "already_listed"
    LISTED = "listed"  # a plain statement that something stands in the report


_SPEAKS = (
    r"(?:list|includ|mention|cit|nam|rais|add|flag|identif|highlight|appear|featur|criticis|criticiz|describ|record|"
    r"singl|enter|point|complain|note|introduc|target|address|cover|report)\w*"
)
_REPORT = r"(?:reports?|lists?|NTE|estimate|editions?|chapters?|document|inventory|catalogue|catalog|USTR)"
# How words may stand between the parts of a cue, without leaving the clause.
_GAP = r"[^.;:!?]{0,60}?"

# In order: what is looked for first wins where two would claim the same words.
CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (Kind.BACK, r"\bfor the first time (?:since|in (?:\w+[ -]){1,4}(?:years|decades?))\b"),
        (Kind.BACK, r"\b(?:re-?list(?:ed|ing|s)?|re-?appear(?:s|ed|ance|ing)?|re-?instat\w+|re-?introduc\w+)\b"),
        (Kind.BACK, rf"\b(?:return(?:s|ed)?|is back|are back|was back|came back|comes back)\b{_GAP}\b{_REPORT}\b"),
        (Kind.BACK, rf"\bback (?:in|on|into) (?:the|this year's|its|USTR's)\b{_GAP}\b{_REPORT}\b"),
        (Kind.GONE, rf"\bno longer\b{_GAP}\b(?:{_SPEAKS}|(?:in|on|part of) the {_REPORT}|there)\b"),
        (Kind.GONE, rf"\b(?:drop(?:s|ped)?|remov\w+|delet\w+|struck|omit\w*|left out|leaves out|taken (?:off|out)|took)"
                    rf"\b{_GAP}\b(?:{_REPORT})\b"),
        (Kind.GONE, rf"\b{_REPORT}\b{_GAP}\b(?:drop(?:s|ped)?|remov(?:es?|ed)|delet(?:es?|ed)|omit(?:s|ted)?|"
                    r"leaves out|left out|took out|takes out|is silent on|says nothing (?:more )?(?:of|on|about))\b"),
        (Kind.GONE, r"\b(?:disappear\w*|vanish\w*|has gone|have gone|is gone|are gone|missing)\b"
                    rf"{_GAP}\b(?:from|in)\b{_GAP}\b{_REPORT}\b"),
        (Kind.GONE, rf"\b(?:fell|fallen|falls|dropp?\w*|slipp\w+|taken|took|come|came|struck|strick\w+|scrubb\w+|"
                    rf"cross\w+|wip\w+|cut|eras\w+|excis\w+|scrapp\w+|gone|absent|"
                    rf"missing) (?:off|out of|out|from)\b{_GAP}"
                    rf"\b(?<!last year's )(?:this year's|this|the|its|USTR's|Washington's)\b{_GAP}\b{_REPORT}\b"),
        (Kind.GONE, r"\b(?:not|nor|nowhere)\b[^.;:!?]{0,80}?\b(?:any ?more|any longer)\b|\bno more\b"),
        (Kind.GONE, rf"\b(?:not|nowhere)\b{_GAP}\b{_SPEAKS}\b{_GAP}\b(?:unlike|in contrast to|as (?:it was )?in|"
                    r"after (?:years|being))\b"),
        (Kind.GONE, rf"\b(?:drops?|dropped|disappear\w*|vanish\w*)\b{_GAP}\b(?:19|20)\d\d\b"),
        (Kind.GONE, r"\b(?:was|were|has been|have been|is|are) (?:dropped|removed|deleted|struck off|left out)\b"),
        (Kind.LONG, rf"\b{_SPEAKS}\b{_GAP}\b(?:since (?:at least )?(?:19|20)\d\d|every year|year after year|for years|"
                    r"for decades)\b"),
        (Kind.LONG, rf"\b(?:since (?:at least )?(?:19|20)\d\d)\b{_GAP}\b{_SPEAKS}\b"),
        (Kind.LONG, rf"\b(?:already|once again|again)\b{_GAP}\b{_SPEAKS}\b|\bremain(?:s|ed)? (?:in|on) the {_REPORT}\b"
                    rf"|\b(?:stays|stayed|still|kept) (?:in|on) the {_REPORT}\b"),
        (Kind.FIRST, r"\b(?:for|marks?|marked|is|was|be) (?:the |its |their )?(?:very )?first (?:ever )?time\b"),
        (Kind.FIRST, r"\bfirst[- ]ever\b|\bfirst (?:appearance|mention|listing|inclusion|entry)\b|\bfirst time\b"),
        (Kind.FIRST, rf"\bnewly[ -]{_SPEAKS}\b|\bfreshly {_SPEAKS}\b"),
        (Kind.FIRST, rf"\b{_SPEAKS} (?:newly|anew|as new|as a new)\b"),
        (Kind.FIRST, r"\bnew (?:entry|entries|addition|additions|item|items|listing|listings|complaint|grievance|"
                     r"mention|issue|issues|topic|point|points|barrier|barriers)\b"),
        (Kind.FIRST, r"\b(?:debut(?:s|ed)?|makes? its debut|made (?:its|their) debut)\b"),
        (Kind.FIRST, rf"\b(?:had|has|have|was|were|did) (?:not|never)(?: been)?(?: \w+)?{_GAP}\b(?:{_SPEAKS})\b{_GAP}"
                     r"(?:\bbefore\b|\bpreviously\b|\bearlier\b|\bprevious\b|\bprior\b|\blast year|\buntil now\b|$)"),
        (Kind.FIRST, rf"\b(?:never|not) (?:before|previously|hitherto|until now)\b{_GAP}\b{_SPEAKS}\b"),
        (Kind.FIRST, r"\b(?:newcomer|newest|newly (?:in|on|part|placed|put|taken))\b|"
                     rf"\b(?:makes?|made|found|finds) (?:its|their) way (?:in)?to\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, r"\bfor a first time\b|"
                     r"\bfirst (?:appeared|appears|listed|mentioned|raised|cited|included|named)\b"),
        (Kind.FIRST, r"\b(?:absent|missing) from (?:last year's|the previous|(?:all )?earlier|all previous)\b"),
        (Kind.FIRST, rf"\badd(?:s|ed|ing)?\b{_GAP}\b(?:to|in|into)\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, rf"\b{_REPORT}\b{_GAP}\b(?:newly|adds|added|has added|introduces|introduced)\b"),
        (Kind.FIRST, rf"\b(?:was|were|been|is|are|got) added\b|\b(?:put|placed)\b{_GAP}\bon (?:the|its) {_REPORT}\b"),
        (Kind.FIRST, rf"\b(?:joins?|joined|enters?|entered|finds its way into|made it into)\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, r"\bnew(?:ly)? (?:in|to|on) (?:the |this year's |this )"),
    )
)  # fmt: skip
SPEAKS = re.compile(rf"\b{_SPEAKS}\b", re.IGNORECASE)
REPORT_WORD = re.compile(
    r"\b(?:reports?|lists?|listed|listing|NTE|trade estimate|editions?|chapter|USTR|trade representative|barriers)\b",
    re.I,
)


def cues(sentence: str) -> list[tuple[int, int, Kind]]:
    """The cues of a sentence as (start, end, kind), in order; where two overlap the one of the earlier rule stands."""
    sentence = sentence.replace("U.S.", "US  ")  # of the same length, and no end of a clause
    found: list[tuple[int, int, Kind]] = []
    for kind, pattern in CUES:
        for match in pattern.finditer(sentence):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), kind))
    return sorted(found)
