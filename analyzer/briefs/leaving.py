"""Points left out of matters that go on, told from matters that have gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from analyzer.briefs import titling
from analyzer.briefs.headless import Headed
from analyzer.briefs.quoting import telling
from analyzer.records import Finding, Status
from analyzer.vocab import sections

Group = Sequence[Finding]
_GOES_ON = (Status.CHANGED, Status.CONTINUED)


def left_out(
    gone: Sequence[Finding], together: Sequence[Group], old: Headed
) -> tuple[dict[str, list[Finding]], list[Finding]]:
    """Lead passage of a matter that goes on -> what it lost of the `old` edition, and what has gone as a whole.

    `together` are the matters of this edition. What stood between two passages of a matter, or under its heading, is a
    point of it; what stood under the heading of something else is not, whatever its thread.
    """
    lost: dict[str, list[Finding]] = {}
    away: list[Finding] = []
    hosts = _Hosts(together, old, {finding.passage.id for finding in gone})
    for finding in gone:
        host = hosts.of(finding)
        if host:
            lost.setdefault(host, []).append(finding)
        elif not finding.verdict.left_out or finding.passage.id in old.heads:
            away.append(finding)
    return lost, away


class _Hosts:
    """The matters that go on, by their lead passages, and what of the old edition each was."""

    def __init__(self, together: Sequence[Group], old: Headed, gone: Collection[str]) -> None:
        self._old = old
        self._gone = gone
        self._groups = {
            group[0].passage.id: group for group in together if any(f.verdict.status in _GOES_ON for f in group)
        }
        became = {
            finding.verdict.evidence.passage_id: group[0].passage.id
            for group in together
            for finding in group
            if finding.verdict.evidence is not None and finding.verdict.status in _GOES_ON
        }
        self._between = old.goes_on_in(became)
        self._headings: dict[str, Counter[str]] = {}
        for passage, lead in became.items():
            if passage in old.heads:
                self._headings.setdefault(old.heads[passage], Counter())[lead] += 1

    def of(self, finding: Finding) -> str:
        """The lead passage of the matter that a passage was a point of, or an empty text."""
        passage = finding.passage.id
        if passage in self._between:
            return self._between[passage]
        heading = self._old.heads.get(passage)
        if heading is None:
            return self._nearest(finding)
        name = titling.title(self._old.head(finding.passage), "")
        words = telling(f"{name} {finding.passage.text}")
        under = [lead for lead, _ in self._headings.get(heading, Counter()).most_common()]
        if heading in self._gone:  # what the heading named has gone with it, unless what is left speaks of that
            under = [lead for lead in under if self._names(lead, telling(name))]
        return next((lead for lead in under if self._speaks(lead, words)), "") or self._called(name, finding)

    def _speaks(self, lead: str, words: frozenset[str]) -> bool:
        return any(_nearness(words, finding) for finding in self._groups[lead])

    def _names(self, lead: str, words: frozenset[str]) -> bool:
        return any(words & telling(finding.passage.text) for finding in self._groups[lead])

    def _called(self, name: str, gone: Finding) -> str:
        """The matter of this name in the same part of the chapter."""
        for lead, group in self._groups.items():
            near = sections.family(group[0].passage.section) == sections.family(gone.passage.section)
            if near and titling.same(titling.title(group[0].passage, ""), name):
                return lead
        return ""

    def _nearest(self, finding: Finding) -> str:
        """The matter of the same listing that is nearest in words, or the one that the passage before it became.

        Those that share no word with what the matter says, or said before, are no points of it: a listing may be wide.
        """
        words, follows = telling(finding.passage.text), finding.verdict.follows
        found = [
            (_became(other, follows) + _nearness(words, other), lead)
            for lead, group in self._groups.items()
            for other in group
            if _thread(other) == _thread(finding) or _became(other, follows)
        ]
        best, lead = max(found, default=(0.0, ""))
        return lead if best > 0.0 else ""


def _thread(finding: Finding) -> tuple[str, str]:
    """The listing of a finding in its part of the chapter: loose ends of a wide one elsewhere do not count."""
    return finding.verdict.listing_id, sections.family(finding.passage.section)


def _nearness(words: frozenset[str], finding: Finding) -> float:
    texts = (finding.passage.text, *([finding.verdict.evidence.text] if finding.verdict.evidence else []))
    return max(_shared(words, telling(text)) for text in texts)


def _became(finding: Finding, old: str | None) -> bool:
    evidence = finding.verdict.evidence
    return evidence is not None and evidence.passage_id == old


def _shared(words: frozenset[str], there: frozenset[str]) -> float:
    """The share of telling words that two texts have in common."""
    return len(words & there) / (len(words | there) or 1)
