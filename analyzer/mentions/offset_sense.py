"""The attributes of an OFFSET: is it tied to defence or civil procurement, and is it demanded or not."""

from __future__ import annotations

import re

_DEFENCE = re.compile(
    r"(?i)(?<!non-)\b(?:defen[cs]e|military|munitions|armed\sforces|army|navy|air\sforce|weapons?|armaments?"
    r"|national\ssecurity|Tawazun|TEPA|DAPA|MO[Dd]\b"
    r"|fighter|warship|frigate|submarine)"
)
_LOOSE_DEFENCE = re.compile(
    r"(?i)(?:including|such\sas|except|in\sthe\scase\sof|beyond|outside|other\sthan)\s(?:for\s)?(?:most\s"
    r"|the\s)?(?:military|defen[cs]e)"
)
_CIVIL = re.compile(
    r"(?i)\b(?:civil(?:ian)?|non-?(?:defen[cs]e|military)|medical|pharmaceuticals?|health\b"
    r"|health\ssector|energy\ssector"
    r"|oil\sand\sgas|civil\saviation|commercial\saircraft|hospital|(?:beyond|outside"
    r"|other\sthan)\s(?:the\s)?defen[cs]e)"
)
_COMMERCIAL_OFFSET = re.compile(r"(?i)commercial\s[“\"]?offset")

_NOT = re.compile(
    r"(?i)\b(?:prohibit(?:s|ed|ing|ion)?|forbid(?:s|den)?|bans?|banned|abolish(?:ed|es|ing)?|abolition"
    r"|eliminat(?:ed|ion)"
    r"|no\slonger|suspend(?:s|ed|ing)?|suspension|preclud(?:es?|ed|ing)|repeal(?:ed)?|abandon(?:ed)?|discontinued?"
    r"|dropped|terminated|cease[sd]?|without|not\scondition|cancel(?:led|ed)|excluded\sfrom(?=\s(?:the\s"
    r"|its\s|all\s)?$)|exempt(?:ed|s)?\sfrom(?=\s(?:the\s|its\s|all\s)?$)"
    r"|waive[sd]?|removed)\b"
)
_NEGATED = re.compile(
    r"(?i)(?:\b(?:do(?:es)?|did|has|have|will|shall|may|must|are|is|were|was|can)\snot\s(?:\w+\s){0,3}?"
    r"(?:requir\w*|impos\w*|demand\w*|ask\w*|use|seek|mandat\w*|contain|include|maintain|have|be\srequired)"
    r"|\bnot\s(?:be\s)?subject\sto|\b(?:shift|mov)\w*\saway\sfrom"
    r"|\bno\s(?:formal\s|such\s|specific\s|official\s)?$|\bnot\s(?:been\s)?(?:a\s)?(?:required|standard"
    r"|imposed|mandatory))"
)
_NO_CARRIER = re.compile(r"(?i)^no\s(?:\w+\s){1,9}?(?:carry|include|require|contain)")
_FORMERLY = re.compile(r"(?i)^\W*(?:previously|formerly|in\sthe\spast|until\s\w+)\b")
_OTHER = re.compile(
    r"(?i)\b(?:phas(?:e|ing)\sout|may\ssoon|(?:is|are)\sexpected\sto\s(?:\w+\s){0,3}?"
    r"(?:impos|introduc|requir|adopt|institut|issu|launch|includ|mandat|apply|contain)\w*|intends?\sto|plans?\sto|will\sreportedly"
    r"|reportedly\swill|considering\s(?:whether|an?|the|impos\w+|requir\w+|introduc\w+)|would\sallow|would\srequire"
    r"|defined\sas|defines?\s\w+\sas|propos(?:es|ed)\sto|agreed\sto\seliminate|committed\sto\seliminate"
    r"|to\seliminate(?=\s(?:\w+\s){0,3}$)"
    r"|commitments?\s(?:with\srespect\sto|regarding|concerning)(?=\s(?:\w+\s){0,2}?$)|if\sit\sdecides|may\sbe\sinstituted|not\scovered\sprocurement|are\snot\scovered|under\sconsideration|(?:has|have|had)\sconsidered(?=\s(?:\w+\s){0,2}$))\b"
)
_DEMANDED = re.compile(
    r"(?i)(?<!not\s)(?<!longer\s)(?<!never\s)\b(?:requires|(?:states|governments|countries|agencies)\srequire|mandates|imposes|demands|requests|seeks"
    r"|insists\son|(?:has|have)\s"
    r"(?:often\s|also\s)?(?:required|requested|demanded|sought)|continues\sto\s(?:require|insist\son|demand|seek))"
    r"\s(?:significant\s|an?\s|the\s|such\s)?$"
)
_STOP = re.compile(r";|:(?!\slocal)|\b(?:but|although|though|however|while|whereas|unless|despite)\b", re.IGNORECASE)


def domain_of(sentence: str, start: int, end: int) -> str:
    """Return `defence` or `civil` where the sentence ties the practice to one of them, else `unspecified`."""
    tied = _LOOSE_DEFENCE.sub(" ", sentence)
    defence = bool(_DEFENCE.search(tied))
    civil = bool(_CIVIL.search(sentence)) or (not defence and bool(_COMMERCIAL_OFFSET.search(tied)))
    if defence == civil:
        return "unspecified"
    return "defence" if defence else "civil"


def polarity_of(sentence: str, start: int, end: int) -> str:
    """Return whether the practice is `required`, `not_required`, or `other` (pledged away, foreseen, defined)."""
    clause, at, to = _clause(sentence, start, end)
    before, after = clause[:at], clause[to:]
    if _FORMERLY.match(sentence):
        return "not_required"
    if _DEMANDED.search(before):
        return "required"
    if re.search(r"(?i)\bnot\s(?:to\s)?condition\b", before):
        return "not_required"
    if _OTHER.search(before) or re.match(
        r"(?i)\W*(?:entirely\W*)?(?:may soon|(?:is|are) expected to be|is a form of|means\b|refers? to"
        r"|is defined|are not covered|will be phased"
        r"|would\W+(?:either\W+)?be\b)",
        after,
    ):
        return "other"
    if _NO_CARRIER.match(before) or _denied(before, after):
        return "not_required"
    if _OTHER.search(after[:60]):
        return "other"
    return "required"


def _denied(before: str, after: str) -> bool:
    if _NOT.search(before) or _NEGATED.search(before[-70:]):
        return True
    follow = after[:60]
    return bool(
        re.match(r"(?i)\W*(?:\w+\W+){0,3}?(?:are|is|were|was|have\sbeen|has\sbeen|will\sbe|be)\s(?:\w+\s)?"
                 r"(?:not\s(?!less|more|lower|under)|no\slonger|prohibited|abolished|eliminated|suspended"
                 r"|forbidden|banned)", follow)
        or re.match(r"(?i)[^.;]{0,60}\bwill\sno\slonger", follow)
    )  # fmt: skip


def _clause(sentence: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the clause around the span, with the span's offsets in it."""
    low = max((m.end() for m in _STOP.finditer(sentence, 0, start)), default=0)
    after = _STOP.search(sentence, end)
    high = after.start() if after else len(sentence)
    return sentence[low:high], start - low, end - low
