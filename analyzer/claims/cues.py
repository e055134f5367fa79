"""The turns of phrase by which a text claims that something is new, back, gone, or long there."""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What a claim says of a matter."""

    FIRST = "first_time"
    BACK = "relisted"
    GONE = "dropped"
    LONG = "already_listed"
    LISTED = "listed"  # a plain statement that something stands in the report


SPEAKING = (
    r"(?:list|includ|mention|cit|nam|rais|add|flag|identif|highlight|appear|featur|criticis|criticiz|describ|record|"
    r"singl|enter|point|complain|note|introduc|target|address|cover|report|fault|scold|attack|rebuk|denounc|spotlight|"
    r"question|confirm|count(?:s|ed)\b|repeat|speak|spoke(?!s)|tak(?:e|es|en|ing) up|took up|c[ao]mes? up|"
    r"(?:takes?|took|taking) (?:issue|aim)|"
    r"draws? fire|earns|earned|merits|figur|carr(?:y|ies|ied)|omit|object|pick(?:s|ed)? up|turns? up|"
    r"turned up|br(?:ings?|inging|ought) (?:it |them |this )?up|"
    r"show(?:s|ed)? up|charges?\b|charged that|accus|alleg|lament|bemoan|grumbl|"
    r"grip(?:e|es|ed|ing)\b|protest|deplor|condemn|chid|slam|blast|castigat|call(?:s|ed)? out)\w*"
)
_REPORT = r"(?:reports?|lists?|NTE|estimate|editions?|chapters?|document|inventory|catalogue|catalog|USTR|barriers)"
_NOT_FOR = r"(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\babout )"  # blamed for no longer doing something
# How words may stand between the parts of a cue, without leaving the clause.
_GAP = r"[^.;:!?]{0,60}?"


def _rules() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The rules of the file beside this one, in which words in capitals stand for those above.

    A line without a kind is one more way of the rule before.
    """
    rules: list[tuple[Kind, list[str]]] = []
    with Path(__file__).with_name("cues.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["kind"]:
                rules.append((Kind(row["kind"]), []))
            cue = row["cue"]
            for name, words in (("SPEAKS", SPEAKING), ("REPORT", _REPORT), ("NOT_FOR", _NOT_FOR), ("GAP", _GAP)):
                cue = cue.replace(name, words)
            rules[-1][1].append(cue)
    return tuple((kind, re.compile("|".join(ways), re.IGNORECASE)) for kind, ways in rules)


# In order: what is looked for first wins where two would claim the same words.
CUES = _rules()
_HAD_BEEN = re.compile(
    r"\b(?:(?:disappear|vanish|drop|remov|delet|struck|strick|leav|ceas|stopp|eras|scrapp|scrubb|surviv|skip|omit|withdr|"
    r"previous)\w*|no longer|no more|any ?more|any longer|off|out of|gone|left|quit|cut|history|absence|unlike|until|"
    r"once|last|since|after|used to|still)\b",
    re.IGNORECASE,
)
SPEAKS = re.compile(rf"\b{SPEAKING}\b", re.IGNORECASE)
# A plain statement that something stands in a report.
LISTED = re.compile(
    rf"\b(?!report){SPEAKING}\b[^.;:!?]{{0,80}}?\b(?:{_REPORT}|barriers?)\b|"
    rf"\b(?:{_REPORT}|USTR)\b[^.;:!?]{{0,80}}?\b(?!report){SPEAKING}\b|"
    rf"\b(?:in|on|part of) (?:the|USTR's|Washington's|this year's){_GAP}\b{_REPORT}\b",
    re.IGNORECASE,
)


def absence_alone(clause: str) -> bool:
    """Whether a clause says of something that a report lacks it, and not that an earlier one had it."""
    return _HAD_BEEN.search(clause) is None


def cues(sentence: str) -> list[tuple[int, int, Kind]]:
    """The cues of a sentence as (start, end, kind), in order; where two overlap the one of the earlier rule stands."""
    sentence = sentence.replace("U.S.", "US  ")  # of the same length, and no end of a clause
    found: list[tuple[int, int, Kind]] = []
    for kind, pattern in CUES:
        for match in pattern.finditer(sentence):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), kind))
    return sorted(found)
