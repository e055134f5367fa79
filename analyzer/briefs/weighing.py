"""How much a matter weighs in a note: the heaviest is read first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analyzer.briefs import news, titling
from analyzer.records import ChangeKind, Finding, Label, Status

_STATUS = {Status.NEW: 5.0, Status.RELISTED: 5.0, Status.CHANGED: 3.0, Status.DROPPED: 3.0, Status.CONTINUED: 0.0}
_CHANGE = {ChangeKind.LAW: 1.0, ChangeKind.RATE: 1.0, ChangeKind.SCOPE: 0.5}
_SECTION = {"procurement": 1.0, "digital": 0.5, "services": 0.5, "import_policies": 0.5}
_MILD = re.compile(r"\b(resolved|welcomed|eliminated|repealed|abolished|withdrew|no longer)\b", re.IGNORECASE)
_RARELY = 0.3  # what the news of a matter's further passages counts of that of its lead


def weigh(findings: Iterable[Finding], said: str = "") -> float:
    """A matter's weight from its passages, the lead first, of which `said` is quoted.

    Counted: its status and how sure it is, an offset, the kind of change, what the quote tells as news (see `news`)
    and, less, what the other passages do, the length of what is said, and the section. What the text calls settled
    weighs less.
    """
    lead, *others = findings
    verdict, text = lead.verdict, lead.passage.text
    weight = _STATUS[verdict.status]
    if verdict.status in (Status.NEW, Status.RELISTED):
        weight += 2.0 * (verdict.p_new - 0.5)
    if verdict.change is not None:
        weight += _CHANGE.get(verdict.change.kind, 0.0)
    offsets = any(mention.label is Label.OFFSET for finding in (lead, *others) for mention in finding.mentions)
    weight += 2.5 * offsets + 0.6 * _news(lead, said)
    weight += _RARELY * 0.6 * max(map(_news, others), default=0.0)
    weight += min(1.0, sum(len(finding.passage.text) for finding in (lead, *others)) / 2000)
    weight -= 1.5 * (len(text) < 120 and not lead.passage.heading)  # most such passages are the end of another
    weight += _SECTION.get(lead.passage.section, 0.0)
    weight -= 1.5 * bool(_MILD.search(text))
    return round(weight - 4.0 * verdict.boilerplate, 3)


def _news(finding: Finding, said: str = "") -> float:
    """What a sentence of a passage tells as news, or else the one that tells most."""
    passage = finding.passage
    after = news.since(finding.verdict.compared_with, passage.year)
    if said:
        return news.weight(said, passage, after=after)
    begin = titling.run_in(passage)
    spans = [(max(a, begin), b) for a, b in passage.sentences if b > begin] or [(begin, len(passage.text))]
    return max(news.weight(passage.text[a:b], passage, after=after) for a, b in spans)
