"""Whether an accession to the GPA has begun, by the words around a mention of the GPA.

Begun is what was applied for, offered or is being negotiated; a promise or an intention to do so is not.
"""

from __future__ import annotations

import re

STEPS = re.compile(r"(?i)\s*(?:accession|membership|negotiations?|offers?)\b")
_BEGUN = re.compile(
    r"(?i)\b(?:(?:commenced|began|begun|initiated|started)(?!\s+to\s+(?!negotiat|acced|join|pursu|work))"
    r"|opened|launched|resumed|engaged\s+in|(?:is|are|was"
    r"|has\s+been)\s+(?:\w+\s+)?"
    r"(?:in\s+the\s+process|negotiating|acceding|working|pursuing|seeking\s+(?:to\s+accede|accession))"
    r"|in\s+the\s+process\s+of\s+(?:acceding|joining"
    r"|negotiating|accession)|submitted\s+(?:\w+\s+){0,4}?(?:offers?|application|request|responses|replies)"
    r"|applied\s+(?:in\s+(?:\w+\s+)?\d{4}\s+)?(?:for|to)|efforts\s+to\s+accede|in\s+negotiations|pursu\w+\s+accession"
    r"|continu\w+\s+(?:\w+\s+){0,2}?negotiat\w+|completed\s+(?:its\s+)?(?:accession\s+)?negotiations|tabled|circulated"
    r"|(?:progress\s+in\s+(?:its\s+)?|held\s+(?:\w+\s+){0,3}?rounds?\s+of\s+|conducted\s+(?:\w+\s+)?)(?:\w+\s+)?negotiations"
    r"|negotiations\s+(?:\w+\s+){0,4}?(?:are|have|continue|were))"
)
_ACCEDE = re.compile(
    r"(?i)\b(?:acced|accession|join|become\s+a\s+(?:party|member|signatory)|application|offer|negotiat)"
)
_NOT_BEGUN = re.compile(
    r"(?i)\b(?:commit\w*|plans?|intends?|intention|expected|agreed|pledg\w+|obligat\w+|should|urge[sd]?"
    r"|interest\w*|would|will|promis\w+)\s+"
    r"(?:\w+\s+){0,6}?to\s+(?:begin|initiate|start|commence|enter|open|accede|join|becom\w+|negotiat\w+"
    r"|pursue)|has\s+(?:still\s+)?not\s+(?:yet\s+)?(?:begun|commenced|initiated|started)"
    r"|did\s+not\s+initiate"
)
# The accession as a thing that goes on: "X's accession to the GPA", "its GPA accession", "joining the GPA".
_NOUN_BEFORE = re.compile(
    r"(?i)\b(?:accession(?:\s+of\s+(?:\S+\s+){0,3}?\S+)?|acced(?:e|ing)|join(?:ing)?)\s+(?:to\s+)?(?:the\s+)?$"
)
_NOUN_AFTER = re.compile(r"(?i)\s*accession\b")
_STAGE_BEFORE = re.compile(
    r"(?i)\b(?:terms(?:\s+and\s+conditions)?|completion|conclusion)\s+(?:of|for|on)\s+(?:\S+\s+){0,4}?(?:accession\s+to\s+(?:the\s+)?)?$"
    r"|\b(?:negotiations|talks|rounds)\s+(?:\w+\s+){0,2}?(?:on|over|about|regarding|concerning)\b[^.;,]{0,70}$"
    r"|\b(?:accelerat|expedit|facilitat)\w*\b[^.;,]{0,50}$|\b(?:stalled|ongoing|pending)\s+$"
    r"|\b(?:initial|improved|revised|final)\s+offers?\b[^.;,]{0,90}$"
    r"|\bdeposit\s+its\s+instruments?\s+of\s+\w+\s+and\s+(?:formally\s+)?join\s+(?:the\s+)?$"
)
_STAGE_AFTER = re.compile(r"(?i)\s*accession\s+(?:terms|process|efforts|offers?|negotiations|talks)\b")
_OF_ITS_OWN = re.compile(r"(?i)(?:[’'‘]s|\b(?:its|their|the|stalled|ongoing|this|on|approved))\s+$")
_GOES_ON = re.compile(
    r"(?i)\s+(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:continuing|ongoing|under\s?way|stalled|slow|inactive|approved|agreed)"
)
_OFFER_MADE = re.compile(r"(?i)\b(?:submitted|tabled|made|circulated)\b[^.;,]{0,40}$")
_OFFER_AFTER = re.compile(r"(?i)\s+(?:market\s+access\s+|accession\s+)?offers?\b")
_TO_BEGIN = re.compile(
    r"(?i)\b(?:to|will|would|of|for|not|by|no|until|plans?|possib\w+)\s+(?:\w+\s+){0,2}?(?:initiat|begin|commenc|start|launch|enter)"
    r"|\bprior\s+to\b|\bsupports?\b"
)


def under_way(own: str, before: str, after: str, *, refused: bool) -> bool:
    """Tell whether the words before and after a mention of the GPA say that an accession has begun.

    `own` is the part of `before` that follows the last "is not a party"; `refused` tells that there is one.
    """
    if STEPS.match(after) and not _NOT_BEGUN.search(before):
        near = after.split(",")[0][:80]
        if _BEGUN.search(near) or _BEGUN.search(f"{before} {near}"):
            return True
    return _accedes(own) or (refused and _accedes(after)) or _goes_on(own, after)


def begun(text: str) -> bool:
    """Tell whether the text has a step that begins an accession, or one that was taken in it."""
    return bool(_BEGUN.search(text))


def _goes_on(before: str, after: str) -> bool:
    """Tell whether an accession is spoken of as a thing that is there, or an offer for one as made."""
    if _TO_BEGIN.search(before):
        return False
    if _OFFER_AFTER.match(after) and _OFFER_MADE.search(before):
        return True
    behind = bool(_NOUN_AFTER.match(after))
    if not behind and not _NOUN_BEFORE.search(before):
        return False
    if _STAGE_BEFORE.search(before) or _GOES_ON.match(after):
        return True
    return bool(behind and _STAGE_AFTER.match(after) and _OF_ITS_OWN.search(before))


def _accedes(text: str) -> bool:
    kept = _NOT_BEGUN.sub(" ", text)
    return bool(_BEGUN.search(kept) and _ACCEDE.search(kept))
