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
    r"singl|enter|point|complain|note|introduc|target|address|cover|report|fault|scold|attack|rebuk|denounc|spotlight|"
    r"question|confirm|count(?:s|ed)\b|repeat|speak|spoke(?!s)|tak(?:e|es|en|ing) up|took up|c[ao]mes? up|"
    r"(?:takes?|took|taking) (?:issue|aim)|"
    r"draws? fire|earns|earned|merits|figur|carr(?:y|ies|ied)|omit|object|pick(?:s|ed)? up|turns? up|"
    r"turned up|show(?:s|ed)? up|charges?\b|charged that|accus|alleg|lament|bemoan|grumbl|"
    r"grip(?:e|es|ed|ing)\b|protest|deplor|condemn|chid|slam|blast|castigat|call(?:s|ed)? out)\w*"
)
_REPORT = r"(?:reports?|lists?|NTE|estimate|editions?|chapters?|document|inventory|catalogue|catalog|USTR|barriers)"
_NOT_FOR = r"(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\babout )"  # blamed for no longer doing something
# How words may stand between the parts of a cue, without leaving the clause.
_GAP = r"[^.;:!?]{0,60}?"

# In order: what is looked for first wins where two would claim the same words.
CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (Kind.LONG, r"\b(?:nothing|not(?: an?| at all)?|no|hardly an?) (?:(?:19|20)\d\d |real )?"
                    r"(?:new(?: complaint| item| entry| barrier| listing| topic)?|novelty|newcomer|news)\b"),
        (Kind.BACK, r"\bfor the first time (?:since|in (?:\w+[ -]){0,4}(?:years|decades?))\b"),
        (Kind.BACK, r"\b(?:re-?list(?:ed|ing|s)?|re-?appear(?:s|ed|ance|ing)?|re-?instat\w+|re-?introduc\w+)\b"),
        (Kind.BACK, rf"\b(?:return(?:s|ed)?|is back|are back|was back|came back|comes back)\b{_GAP}\b{_REPORT}\b"),
        (Kind.BACK, rf"\bback (?:in|on|into) (?:the|this year's|its|USTR's)\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, r"\b(?:earlier|previous|older|past) (?:ones|reports|editions|NTEs)\b[^.;:!?]{0,30}"
                     r"\b(?:silent|silence|nothing|ignored|skipped|overlooked|lacked|left out|omitted|passed over|"
                     r"did not|had not|never)\b|\b(?:19|20)\d\d (?:one|edition|report|NTE)? ?(?:did|had) not"
                     r"(?: have it| do so| mention it| say so)?\b(?=\W*$)|\bwhich (?:did|does) not have it\b|"
                     r"\bnot the case in (?:the )?(?:19|20)\d\d\b|"
                     r"\b(?:said|say) nothing (?:of|about|on) (?:it|them|this|that)\b[^.;:!?]{0,20}"
                     r"\b(?:last year|before|earlier|until)\b"),
        (Kind.BACK, r"\b(?:reviv(?:es|ed)|brings? back|brought back|resurfac\w+|comeback)\b"),
        (Kind.BACK, r"\breturn(?:s|ed)? after (?:an? |\w+ years)"),
        (Kind.FIRST, rf"\b(?:absent|missing) from (?:all|any|every|last year's|earlier|the previous|previous)\b{_GAP}"
                     r"(?:\buntil (?:19|20)\d\d\b|$)"),
        (Kind.FIRST, r"\b(?:is|are|was|were|ha[sd] been|have been) (?:not|nowhere|absent|missing|un\w+ed) "
                     r"(?:in|from) (?:the (?:previous|preceding|prior|last|earlier)|last year's|earlier|previous|"
                     rf"prior)\b{_GAP}\b(?:{_REPORT}|ones?)\b"),
        (Kind.FIRST, r"\bmiss(?:ing|ed)\b[^.;:!?]{0,40}\buntil (?:19|20)\d\d\b"),
        (Kind.BACK, r"\bafter (?:a|an|some|its|their) (?:\w+ )?(?:break|pause|gap|absence|interval|interruption)\b"),
        (Kind.GONE, r"\bnot a word\b|\bnothing more to say\b|\bis history\b|\bare history\b|\bomits?\b|"
                    r"\bpass(?:es|ed) over\b|\b(?:left|leaves?|leaving)\b[^.;:!?]{1,60}?\bout of\b|\bthe absence of\b|"
                    r"\bdrop(?:s|ped)? (?:its|the|a|their) (?:complaint|criticism|demand|objection|grievance)\b"),
        (Kind.GONE, r"\b(?:has|have|had) (?:disappeared|vanished|dropped out)\b|\b(?:leaves?|left) (?:it|them) out\b"),
        (Kind.GONE, r"\b(?:nothing|silent|silence|mum|no word|no mention) (?:on|about|of|regarding)\b|\bno trace of\b|"
                    r"\bunmentioned\b|\bdid not survive\b|"
                    r"\b(?:stopped|ceased|quit) (?:complaining|mentioning|listing|naming)\b|\bwithdrawn from\b|"
                    r"^\W*(?:gone|dropped|deleted|out)\b\s*:|\bout of sight\b"),
        (Kind.GONE, rf"\b(?:is|are|was|were) (?:not|nowhere) in\b{_GAP}\b{_REPORT}\b(?!{_GAP}\bbefore\b)"),
        (Kind.GONE, r"\bno (?:counterpart|equivalent|successor|echo|parallel)\b|"
                    r"\b(?:is|are|was|were) (?:now |again |finally )*out (?:again |now )?(?:in|of|from)\b|"
                    r"\bno longer an? (?:issue|topic|matter|problem|concern|complaint|grievance|barrier|target)\b"),
        (Kind.GONE, r"\bskip(?:s|ped)?\b|\boff the (?:radar|hook|agenda|books)\b|\bno longer (?:\w+ ){0,3}?"
                    r"(?:troubles?|bothers?|worries|worry|annoys?|irks?|exercises?)\b"),
        (Kind.GONE, r"\bnowhere to be (?:found|seen)\b|\bgone from\b|\boff the list\b|\bceas(?:es?|ed) to be\b"),
        (Kind.GONE, rf"\b(?:left|leaves|quit) (?:the|its|USTR's|this year's|Washington's) {_GAP}\b{_REPORT}\b"),
        (Kind.GONE, r"\b(?:cut|struck|deleted|scrubbed|scrapped|removed|dropped|eliminated|taken|erased) (?:out )?"
                    r"from\b"
                    rf"{_GAP}\b{_REPORT}\b"),
        (Kind.GONE, r"\b(?:absent|missing|omitted|left out|disappear\w*|vanish\w*) (?:from|of|in)\b(?! (?:all|any|"
                    rf"every|last year's|earlier|the previous|previous)){_GAP}\b(?:{_REPORT}|(?:19|20)\d\d)\b"),
        (Kind.GONE, r"\b(?:does|do|did|is|was|are|were) not (?:even )?(?:figure|feature|appear|stand|speak|occur|"
                    rf"come up|make it into|mentioned|listed|included|(?:to )?be found|there|in)\b{_GAP}"
                    rf"\b(?:any ?more|any longer|in|among|into|of)\b(?!{_GAP}\bbefore\b)"),
        (Kind.GONE, rf"{_NOT_FOR}\bno longer (?:is|are|was|were|stands?|figures?|features?|has|have)?\b{_GAP}"
                    rf"\b(?:in|among|on|part)\b"),
        (Kind.GONE, rf"{_NOT_FOR}\bno longer\b{_GAP}\b(?:{_SPEAKS}|(?:in|on|part of) the {_REPORT}|there)\b"),
        (Kind.GONE, rf"\b(?:drop(?:s|ped)?|remov\w+|delet\w+|struck|omit\w*|left out|leaves out|"
                    rf"(?:taken|took) (?:off|out))\b{_GAP}\b(?:{_REPORT})\b"),
        (Kind.GONE, rf"\b{_REPORT}\b{_GAP}\b(?:did|does) not (?:even )?(?:mention|list|name|cite|include|raise|repeat|"
                    rf"discuss|take up|bring up)\b(?!{_GAP}\bbefore\b)"),
        (Kind.GONE, rf"\b{_REPORT}\b{_GAP}\b(?:drop(?:s|ped)?|remov(?:es?|ed)|delet(?:es?|ed)|omit(?:s|ted)?|"
                    r"leaves out|left out|took out|takes out|is silent on|says nothing (?:more )?(?:of|on|about))\b"),
        (Kind.GONE, r"\b(?:disappear\w*|vanish\w*|has gone|have gone|is gone|are gone|missing)\b"
                    rf"{_GAP}\b(?:from|in)\b{_GAP}\b{_REPORT}\b"),
        (Kind.GONE, rf"\b(?:fell|fallen|falls|dropp?\w*|slipp\w+|taken|took|come|came|struck|strick\w+|scrubb\w+|"
                    rf"cross\w+|wip\w+|cut|eras\w+|excis\w+|scrapp\w+|gone|absent|"
                    rf"missing) (?:off|out of|out|from)\b{_GAP}"
                    rf"\b(?<!last year's )(?:this year's|this|the|its|USTR's|Washington's)\b{_GAP}\b{_REPORT}\b"),
        (Kind.GONE, r"\b(?:not|nor|nowhere)\b[^.;:!?]{0,80}?\b(?:any ?more|any longer)\b|\bno more\b(?! than)"),
        (Kind.GONE, rf"\b(?:not|nowhere)\b{_GAP}\b{_SPEAKS}\b{_GAP}\b(?:unlike|in contrast to|as (?:it was )?in|"
                    r"after (?:years|being))\b"),
        (Kind.GONE, rf"\b(?:drops?|dropped|disappear\w*|vanish\w*)\b{_GAP}\b(?:19|20)\d\d\b"),
        (Kind.GONE, r"\b(?:was|were|has been|have been|is|are) (?:dropped|removed|deleted|struck off|left out)\b"),
        (Kind.LONG, r"\b(?:once again|once more)\b|\b(?:remain|stay|still stand|keep (?:its|their) place)s?\b"
                    rf"{_GAP}\b(?:in|on|there)\b|\bstill (?:are|is|stand\w*|figures?|features?) (?:in|on|there)\b"),
        (Kind.LONG, rf"\b{_SPEAKS}\b{_GAP}\b(?:since (?:at least )?(?:19|20)\d\d|every year|year after year|for years|"
                    r"for decades)\b"),
        (Kind.LONG, rf"\b(?:since (?:at least )?(?:19|20)\d\d)\b{_GAP}\b{_SPEAKS}\b"),
        (Kind.LONG, rf"\b(?:already|once again|again)\b{_GAP}\b{_SPEAKS}\b|\bremain(?:s|ed)? (?:in|on) the {_REPORT}\b"
                    rf"|\b(?:stays|stayed|still|kept|keeps|retained|maintained)\b{_GAP}"
                    rf"\b(?:in|on|under) (?:the|its|USTR['’]s|Washington['’]s)\b{_GAP}"
                    rf"\b(?:{_REPORT}|books?|eye|radar|agenda|sights)\b"
                    rf"|\bstill (?:{_SPEAKS}|there|reported)\b"),
        (Kind.LONG, rf"\b{_SPEAKS} (?:once |yet )?again\b|\bremains?\W*$|"
                    r"\blong-?standing (?:complaint|concern|grievance)s?\b"),
        (Kind.LONG, r"\b(?:is|are|was|were) (?:in|on) (?:it|there|the (?:list|report)) "
                    r"(?:again|once more|still|as well)\b"),
        (Kind.LONG, rf"\b(?:no exception|(?:old|familiar|usual|same) (?:\w+ )?"
                    rf"(?:complaints?|grievances?|gripes?|suspects?|list)|"
                    rf"perennials?|fixtures?|staple|evergreen|repeats?|repeated|reiterat\w+|carried over|"
                    rf"continu(?:es|ed) to {_SPEAKS}|as the (?:19|20)\d\d (?:one|report|edition) did)\b"),
        (Kind.LONG, r"\bstill there\b|\byear in,? year out\b|"
                    r"\bas (?:in (?:the )?(?:years|editions?|reports) before|ever|always|"
                    r"in (?:every|previous|earlier) (?:years?|editions?|reports?))\b|"
                    r"\bfor (?:a|the past|the last|more than a|over a|two|three|some) (?:decades?|years)\b"
                    r"(?=[^.;:!?]*$)|\btime (?:in a row|running)\b|\bconsecutive (?:time|year|report|edition)\b"),
        (Kind.FIRST, r"\bfirst (?:shows?|showed|turns?|turned|came|comes) up\b|\bfirst (?:airing|outing)\b|"
                     r"\b(?:that|which) (?:earlier|previous|older) (?:ones|reports|editions) (?:lack|did not)|"
                     r"\bbeg[iau]n(?:s|ning)? to (?:complain|object|mention|list)\b"),
        (Kind.FIRST, r"\b(?:for|marks?|marked|is|was|be) (?:the |its |their )?(?:very )?first (?:ever )?time\b"),
        (Kind.FIRST, r"\b(?:wholly|entirely|altogether|completely|brand)[- ]new\b|\bfirst reported\b|\bnewcomers?\b"),
        (Kind.FIRST, r"\bnew (?:is|are) (?:the|its|an?|that|this|also)\b|\bnever had\b|\bfirst-time\b|"
                     r"\b(?:an?|one of (?:the|its|several|many|few)|among (?:the|its)|two|three|several|another|"
                     r"the (?:only|latest|sole)) (?:\w+ ){0,2}?additions?\b|"
                     r"\b(?:had|has|have) (?:not|never)\b[^.;:!?]{0,50}\bbefore\b|"
                     r"\bnothing (?:of the kind|like it|similar) (?:was|stood|had)\b[^.;:!?]{0,20}\bbefore\b|"
                     r"\b(?:hitherto|previously|so far) (?:un\w+ed|ignored|overlooked)\b|\bonly (?:now|this year)\b|"
                     r"\b(?:neither|none)\b[^.;:!?]{0,40}\b(?:had|has|have|was|were|stood|figured|appeared|featured)\b"
                     r"[^.;:!?]{0,60}\b(?:before|previously|earlier|until)\b|"
                     r"\b(?:is|are) (?:both )?(?:a first|firsts)\b|"
                     r"\bnot until (?:19|20)\d\d\b"),
        (Kind.FIRST, rf"\b(?:creeps?|crept|slips?|slipped|sneaks?|sneaked|lands?|landed|arriv(?:es|ed)|inserted|"
                     rf"gains?|gained|wins?|won|secured) (?:up )?(?:in|into|on|onto|its place|a place|a mention|"
                     rf"an entry)\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, rf"\b(?:a|its|their|the) first (?:in|of|for)\b{_GAP}\b{_REPORT}\b|\bnote a first\b"),
        (Kind.FIRST, rf"\bnew (?:in|for|on|to)\b{_GAP}\b{_REPORT}\b|"
                     r"\b(?:is|are|was|were) (?:both |all |said to be )*new\b|"
                     r"\bfirst-time (?:entry|item|listing)\b|\bfresh (?:entry|item|complaint|addition)\b|"
                     r"\bnewly (?:takes? aim|in the)\b|\bfor (?:the|a) first time\b"),
        (Kind.FIRST, r"\bonly (?:in|with|from) (?:the )?(?:19|20)\d\d\b|\bbreaks? new ground\b|\bthe first to\b|"
                     r"\bnever until\b|\bnever before\b|\b(?:has|have) now been\b"),
        (Kind.FIRST, r"\b(?:makes?|made|finds?|found|works?|worked) (?:its|their) way (?:in)?(?:to|on|onto)\b"
                     rf"{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, rf"\b(?:came|comes|come) (?:up|to|onto) (?:in |on )?(?:the|its|USTR's)\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, r"\b(?:had|has|have) (?:not|never) been\b[^.;:!?]{0,40}\bbefore\b|"
                     r"\b(?:are|is|was|were) among the new\b|,\s+a first\b|\bnovelt(?:y|ies)\b"),
        (Kind.FIRST, r"\b(?:which|as|what) (?:it|they) had (?:not|never) done before\b|\bnever (?:before )?in the\b"),
        (Kind.FIRST, r"\bhas been added\b|\bbecame (?:an|a) (?:issue|barrier|item)\b"),
        (Kind.FIRST, r"\bfirst[- ]ever\b|\bfirst (?:appearance|mention|listing|inclusion|entry)\b|\bfirst time\b"),
        (Kind.FIRST, rf"\bnewly[ -]{_SPEAKS}\b|\bfreshly {_SPEAKS}\b"),
        (Kind.FIRST, rf"\b{_SPEAKS} (?:newly|anew|as new|as a new)\b"),
        (Kind.FIRST, r"\bnew (?:trade )?(?:entry|entries|entrant|additions?|arrivals?|items?|listings?|complaints?|"
                     r"grievances?|gripes?|mentions?|issues?|topics?|points?|barriers?|lines?|targets?|charges?(?! on)|"
                     r"accusations?|allegations?|criticisms?|concerns?|irritants?|bullets?|paragraphs?|headings?|subjects?)\b"),
        (Kind.FIRST, r"\b(?:debut(?:s|ed)?|makes? its debut|made (?:its|their) debut)\b"),
        (Kind.FIRST, rf"\b(?:had|has|have|was|were|did) (?:not|never)(?: been)?(?: \w+)?{_GAP}\b(?:{_SPEAKS})\b{_GAP}"
                     r"(?:\bbefore\b|\bpreviously\b|\bearlier\b|\bprevious\b|\bprior\b|\blast year|\buntil now\b|$)"),
        (Kind.FIRST, rf"\b(?:never|not) (?:before|previously|hitherto|until now)\b{_GAP}\b{_SPEAKS}\b"),
        (Kind.FIRST, r"\b(?:newcomers?|newest|newly (?:in|on|among|part|placed|put|taken))\b|"
                     rf"\b(?:makes?|made|found|finds) (?:its|their) way (?:in)?to\b{_GAP}\b{_REPORT}\b"),
        (Kind.FIRST, r"\bnew this (?:year|time|spring)\b"),
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
# A plain statement that something stands in a report.
LISTED = re.compile(
    rf"\b(?!report){_SPEAKS}\b[^.;:!?]{{0,80}}?\b(?:{_REPORT}|barriers?)\b|"
    rf"\b(?:{_REPORT}|USTR)\b[^.;:!?]{{0,80}}?\b(?!report){_SPEAKS}\b|"
    rf"\b(?:in|on|part of) (?:the|USTR's|Washington's|this year's){_GAP}\b{_REPORT}\b",
    re.IGNORECASE,
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
