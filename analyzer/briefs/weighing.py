"""How much a matter weighs in a note: the heaviest is read first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analyzer.records import ChangeKind, Finding, Label, Status

_STATUS = {Status.NEW: 5.0, Status.RELISTED: 5.0, Status.CHANGED: 3.0, Status.DROPPED: 3.0, Status.CONTINUED: 0.0}
_CHANGE = {ChangeKind.LAW: 2.0, ChangeKind.RATE: 1.5, ChangeKind.SCOPE: 1.0, ChangeKind.DATE: 0.5}
_SECTION = {"procurement": 1.0, "digital": 0.5, "services": 0.5, "import_policies": 0.5}
_MILD = re.compile(r"\b(resolved|welcomed|eliminated|repealed|abolished|withdrew|no longer)\b", re.IGNORECASE)
_DEMAND = re.compile(r"\b(ban\w*|bar(s|red)|prohibit\w*|must|required?|impos\w+|mandat\w+)\b", re.IGNORECASE)
_LAW = re.compile(r"\b(law|act|decree|regulation|order|resolution|circular|bill|directive)\b", re.IGNORECASE)


def weigh(findings: Iterable[Finding]) -> float:
    """A matter's weight from its passages, the lead first.

    Counted: its status and how sure it is, an offset, the kind of change, a demand or ban, a law, amounts, the length
    of what is said, and the section. Matters that the text calls settled weigh less.
    """
    passages = tuple(findings)
    lead = passages[0]
    verdict, text = lead.verdict, " ".join(finding.passage.text for finding in passages)
    weight = _STATUS[verdict.status]
    if verdict.status in (Status.NEW, Status.RELISTED):
        weight += 4.0 * (verdict.p_new - 0.5)
    if verdict.change is not None:
        weight += _CHANGE.get(verdict.change.kind, 0.0)
    labels = {mention.label for finding in passages for mention in finding.mentions}
    weight += 2.5 * (Label.OFFSET in labels)
    weight += 1.0 * bool(_DEMAND.search(text)) + 0.5 * bool(_LAW.search(text)) + 0.5 * bool(re.search(r"\d", text))
    weight += min(1.5, len(text) / 1500)
    weight -= 1.5 * (len(text) < 120 and not lead.passage.heading)  # most such passages are the end of another
    weight += _SECTION.get(lead.passage.section, 0.0)
    weight -= 1.5 * bool(_MILD.search(text))
    return round(weight - 4.0 * verdict.boilerplate, 3)
