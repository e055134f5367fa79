"""How much a sentence tells: a ban, a law by its name, a step of late, an amount; and whether it can stand alone."""

from __future__ import annotations

import re

from analyzer.briefs import asides, titling
from analyzer.records import Passage
from analyzer.vocab import months

DATE = re.compile(rf"(?:\b(?:{months.ANY})\s+(?:\d{{1,2}},?\s+)?)?\b(?:19|20)\d\d\b", re.IGNORECASE)
# What ends or turns a measure: the state of play, where it is the latest that a passage tells.
TURN = re.compile(
    r"\b(postpon|withdr[ae]w|repeal|rescind|rescission|suspend|revok|remov|eliminat|abolish|ineffective|struck down|"
    r"reopen|lifted|cancel|terminat|annul|overturn|invalidat|unconstitutional|phas\w+ out|settled\b|"
    r"waiv|relax|exempted|expired|(?:panel|court|tribunal)\b[^.]{0,60}\b(?:found|ruled|agreed|upheld|rejected))",
    re.IGNORECASE,
)
STEP = re.compile(
    r"(?<!\bto )\b(introduc|adopt|revis|amend|issu|publish|announc|enact|approv|notifi|promulgat|pass(?:ed|es) |impos|"
    r"signed|extend|expand|rais|lower|increas|reduc|entered into (?:force|effect)|took effect|takes effect|effective|"
    r"entry into force|came into|implement|began|launch|stopp)",
    re.IGNORECASE,
)
_BAN = re.compile(r"\b(bans?|banned|banning|prohibit\w*|forbid\w*|outlaw\w*|stopped all|ineligible)\b", re.IGNORECASE)
_DEMAND = re.compile(
    r"\b(requir\w+|must|oblig\w*|impos\w*|restrict\w*|limits?|limited|levy|levies|discriminat\w*|exclud\w*|"
    r"mandat\w*|offsets?|preferences?|only|bar(?:s|red)|caps?|capped|quotas?|tariffs?|dut(?:y|ies)|fees?|tax(?:es)?)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_AMOUNT = re.compile(rf"\b{_NUMBER} ?(?:percent|billion|million|trillion)\b|[$€¥£]\s?\d", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:Law|Act|Bill|Decree|Circular|Resolution|Regulation|Directive|Decision|Order|Ordinance|Proclamation|SRO)s? "
    r"(?:No\.? ?)?\(?\d"
)
_LAW = re.compile(
    r"\b(?:Laws?|Acts?|Codes?|Bills?|Decrees?|Orders?|Regulations?|Directives?|Resolutions?|Rules?|Polic(?:y|ies)|"
    r"Programs?|Tax|Fees?|Schemes?|Plan)\b"
)
_OUTLOOK = re.compile(
    r"\b(recommend(?:s|ed|ation)|proposes|proposed|considering|considered|plans? to|expected to|may be|public "
    r"consultation|draft|pending)\b",
    re.IGNORECASE,
)
# A sentence that any chapter might hold: who is concerned, how it is in general.
_GENERAL = re.compile(
    r"\b(level playing field|unlevel|often|generally|in general|overall|a (?:wide|broad) (?:range|variety)|"
    r"(?:raise|raised|express|expressed|voiced|reported?|continue to report|cite|cited)\b[^.]{0,40}\b(?:concerns?|"
    r"challenges|difficult\w*)|remains? (?:a )?(?:concern\w*|problem\w*|challeng\w*)|lack of (?:transparency|clarity)|"
    r"burdensome|unpredictab\w*|uncertaint\w*|further information)\b",
    re.IGNORECASE,
)
# Figures of every year's report, which tell of no step.
_STATISTIC = re.compile(
    r"\blatest data available\b|\baverage (?:Most-Favored|MFN|applied|WTO|bound)|"
    r"\bbound (?:\d[\d.]* percent|all|nearly all|almost all) of its|"
    r"\bbound (?:tariff )?rates? (?:is|are|was|were|var|rang)",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"^(?:[^,]{1,90}, (?:\d{4},? )?){0,2}(?:the united states|the u\.s\. government|ustr|industry|stakeholders|"
    r"u\.s\. (?:and \w+ officials|officials|government|industry|stakeholders|companies|firms))\b[^.]{0,40}?\b(?:"
    r"continues?|continued|will|has|have|had|is|are|remains?|raised|urge[sd]?|engage[sd]?|works?|worked|encourages?|"
    r"requested|pushed|report|reported|estimates?|established|participated|conducted|submitted|discussed)\b",
    re.IGNORECASE,
)
_THING = (
    r"(?:acts?|laws?|bills?|decrees?|directives?|measures?|regulations?|orders?|amendments?|changes?|proposals?|"
    r"requirements?|polic(?:y|ies)|rules?|bans?|programs?|guidelines?|duties|tariffs?|tax|draft|resolution|circular|"
    r"system|scheme|process|memorandum|notification|provisions?|restrictions?|limits?|fees?|standards?|list|agreement|"
    r"arrangements?|purpose|deadline|suspension|exemptions?|consultation|price controls|project|platform|decisions?|"
    r"documents?|rulings?)"
)
_WHICH = r"(?! (?:(?:of|on|for|that|which|to|in|by|regarding|concerning|under|from|against|No)\b|(?-i:[A-Z])|[\d“(]))"
_LATE = (
    r"(?:old|previous|current|existing|updated|amended|subsequent|resulting|same|latter|former|new|revised|proposed|"
    r"draft|final)"
)
# Words that point to what was said before the sentence.
_POINTS = re.compile(
    rf"\b(?:this|these|those|such|said|the aforementioned) (?:\w+ ){{0,2}}{_THING}\b(?! as\b)|"
    rf"\b(?:the {_LATE}|an? (?:subsequent|similar|further)) {_THING}\b{_WHICH}|^(?:under )?the {_THING}\b{_WHICH}|"
    r"\bprior to (?:this|that)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(rf"\b(?:the|said) {_THING}\b(?! (?:imposed|rate|levied|applied)){_WHICH}", re.IGNORECASE)
_OPENS = re.compile(
    r"^(?:these|this|those(?! who| that)|such|it|its|they|their|he|she|both|among them|the former|the latter|as such|"
    r"others?|another|key (?:draft )?provisions)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"^.{0,80}?\b(?:these|those) (?!who\b|that\b|which\b|of\b|in\b|with\b|for\b)[a-z]+|^in response\b,", re.IGNORECASE
)
_FURTHER = re.compile(
    r"^(?:however|additionally|in addition|furthermore|further|moreover|for example|for instance|similarly|separately|"
    r"also|finally|meanwhile|nevertheless|consequently|therefore|as a result|in particular|for (?:further|more)|"
    r"see also)\b",
    re.IGNORECASE,
)
AS_OF = re.compile(r"\bas of [^,;.]{0,20}(?:19|20)\d\d\b|\bas of \w+ \d{1,2},? \d{4}", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|no|none|yet)\b", re.IGNORECASE)
# The day on which such reports are closed: how things stood then is no step taken on it.
_CLOSED = re.compile(r"\bas of (?:December 31|the end),? (?:of )?(?:19|20)\d\d\b", re.IGNORECASE)


def weight(sentence: str, passage: Passage, *, after: int) -> float:
    """How much a sentence tells as news, roughly from -3 to 8.

    Counted: a ban or demand, a law by its name, a step taken in the years after `after`, what ends a measure, amounts.
    What is only planned, said in general, a figure of every year, or what the United States does about it, weighs less.
    """
    sentence = sentence[: titling.MOST]
    points = 2.0 * bool(_BAN.search(sentence)) + 1.0 * bool(_DEMAND.search(sentence))
    points += 1.5 * (bool(_NUMBERED.search(sentence)) or any(map(_LAW.search, titling.instruments(sentence, passage))))
    points += 0.5 * bool(re.search(r"\d", sentence)) + 1.5 * bool(_AMOUNT.search(sentence))
    if recent(sentence, after, passage.year):
        points += of_late(sentence) if recent(_CLOSED.sub("", sentence), after, passage.year) else 1.0
        points += 0.5 * recent(sentence, passage.year - 2, passage.year)
    points -= 1.0 * bool(_OUTLOOK.search(sentence)) + 1.0 * bool(_GENERAL.search(sentence))
    points -= 3.0 * is_statistic(sentence) + 2.0 * bool(_DOING.match(sentence))
    return points - 3.0 * asides.is_passing(sentence)


def of_late(sentence: str) -> float:
    """How much more a sentence tells that is of the years since the edition before: above all a step, or a turn."""
    return 1.0 + 1.5 * bool(STEP.search(sentence)) + 1.5 * bool(TURN.search(sentence))


def is_statistic(sentence: str) -> bool:
    """Whether a sentence gives a figure that each year's report does, such as the average tariff."""
    return _STATISTIC.search(sentence) is not None


def since(compared_with: int | None, year: int) -> int:
    """The year after which a step is news: the edition before tells of those of the year before its own."""
    return (compared_with if compared_with is not None and compared_with < year else year - 2) - 1


def recent(sentence: str, after: int, until: int) -> bool:
    """Whether a sentence names a year after one, up to another; "as of" which something has not happened is none."""
    bare = AS_OF.sub("", sentence) if _NOT.search(sentence) else sentence
    return any(str(year) in bare for year in range(after + 1, until + 1))


def hangs(sentence: str) -> float:
    """How much a sentence hangs on the one before it, from 0 (it stands alone) to 1 ("this requirement")."""
    if _OPENS.match(sentence) or _POINTS.search(sentence):
        return 1.0
    if _DEFINITE.search(sentence) or _SOME.match(sentence):
        return 0.5
    return 0.2 if _FURTHER.match(sentence) else 0.0
